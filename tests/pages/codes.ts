import type { Page } from "@playwright/test";
import { expect, open } from "./fixtures";

/** Sets a 口令 under 我的, and waits until this phone can open without a network. */
export async function setCode(page: Page, code: string): Promise<void> {
  await open(page, "/settings");
  await page.getByRole("button", { name: "设口令" }).tap();
  await page.getByLabel("6 位口令").fill(code);
  await page.getByLabel("再输一次口令").fill(code);
  await page.getByRole("button", { name: "设好口令" }).tap();
  await expect(page.getByText(/^设好了/)).toBeVisible();
  await page.waitForFunction(async () => {
    await navigator.serviceWorker.ready;
    return (await caches.match("/offline")) !== undefined && navigator.serviceWorker.controller !== null;
  });
}

export async function unlock(page: Page, code: string): Promise<void> {
  await page.getByLabel("6 位口令").fill(code);
  await page.getByRole("button", { name: "打开", exact: true }).tap();
}
