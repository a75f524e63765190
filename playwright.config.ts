import { defineConfig } from "@playwright/test";

/** Pages that are only looked at: they change nothing that a journey counts on, and go beside the journeys. */
const looks = /(access|everyone|security)\.spec\.ts$/;

const origin = `http://127.0.0.1:${process.env.QINGLAN_TEST_PORT ?? 3199}`;

export default defineConfig({
  testDir: "tests/pages",
  outputDir: "test-results/pages",
  workers: 2,
  // Journeys share accounts and follow one another; so do the looks.
  projects: [
    { name: "journeys", testIgnore: looks, workers: 1 },
    { name: "looks", testMatch: looks, workers: 1 },
  ],
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    baseURL: origin,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      // As root there is no sandbox; the others keep the browser from calling home.
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: "node scripts/serve-tests.mjs",
    cwd: import.meta.dirname, // wherever the configuration that borrows this one stands
    url: origin,
    reuseExistingServer: false,
    timeout: 120_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    stdout: "pipe",
  },
});
