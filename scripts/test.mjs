// `npm test`: everything that can be checked, from a bare clone. The last line counts what really ran.
import fs from "node:fs";
import { runNode } from "./child.mjs";
import { findChromium, installChromium } from "./chromium.mjs";
import { settle } from "./place.mjs";
import { build, checkNode, dependencies, next, plain } from "./prepare.mjs";

const total = { passed: 0, failed: 0, skipped: 0 };

async function test() {
  await dependencies();
  fs.mkdirSync("test-results", { recursive: true });
  const browser = installChromium();
  await sources();
  await stories();
  await browser;
  await pages();
}

/** Two cheap looks at the sources side by side, each one check. */
async function sources() {
  await next(["typegen"], { env: plain(), quiet: true });
  const looks = [
    look("类型 · tsc", ["node_modules/typescript/bin/tsc", "--noEmit"]),
    look("规范 · eslint", ["node_modules/eslint/bin/eslint.js", ".", "--max-warnings", "0"]),
  ];
  await Promise.all(looks);
}

async function look(name, args) {
  const { code, said } = await runNode(args, { env: plain(), quiet: true });
  count({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });
  console.log(`${code === 0 ? "✓" : "✗"} ${name}\n${said}`.trimEnd());
}

async function stories() {
  const file = "test-results/unit.json";
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const report = await reported(file, ["node_modules/vitest/vitest.mjs", "run", ...reporters]);
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = report.found;
  count({ passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }, report.code);
}

async function pages() {
  const chromium = findChromium();
  if (!chromium) return noBrowser();
  if (!(await build())) return count({ failed: 1 });
  const file = "test-results/pages.json";
  const env = { ...plain(), CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const report = await reported(file, ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"], env);
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report.found.stats ?? {};
  count({ passed: expected + flaky, failed: unexpected, skipped }, report.code);
}

/** For people a missing browser is a skip; in CI it is something to mend. */
function noBrowser() {
  console.log("没有找到 Chromium · no Chromium: the page tests are left out (apt-get install chromium, or CHROMIUM_PATH)");
  count(process.env.CI ? { failed: 1 } : { skipped: 1 });
}

async function reported(file, args, env = plain()) {
  fs.rmSync(file, { force: true });
  const { code } = await runNode(args, { env });
  return { code, found: fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : {} };
}

/** A runner that ends badly but names no test (a file does not load, the server does not start) counts as one. */
function count({ passed = 0, failed = 0, skipped = 0 }, code = 0) {
  total.passed += passed;
  total.failed += code !== 0 && failed === 0 ? 1 : failed;
  total.skipped += skipped;
}

checkNode();
settle();
// No test may meet the town somebody works with.
for (const name of ["QINGLAN_DATA", "APP_ORIGIN"]) delete process.env[name];
await test();
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed ? 1 : 0);
