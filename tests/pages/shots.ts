import { join } from "node:path";
import type { Page } from "@playwright/test";
import { desk, open, phone, test } from "./fixtures";

const folder = join(import.meta.dirname, "../../docs/screenshots");

/** Each picture: who looks, how they sit, where they go, and what they do before the shutter. */
const shots: readonly [file: string, account: string, seat: typeof phone, path: string, then?: (page: Page) => Promise<void>][] = [
  ["visit-form-375", "linxiao", phone, "/visits/new", fillTheForm],
  ["household-375", "linxiao", phone, "/households?mine=1", openFirst],
  ["mentor-reviews-375", "wangjianguo", phone, "/reviews"],
  ["mentor-reviews-1366", "wangjianguo", desk, "/reviews"],
  ["office-home-1366", "dangjian", { ...desk, height: 640 }, "/"],
  ["board-1366", "dangjian", desk, "/meetings"],
];

for (const [file, account, seat, path, then] of shots)
  test(file, async ({ as }) => {
    const page = await as(account, seat);
    await open(page, path);
    await then?.(page);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(folder, `${file}.png`), scale: "css" });
  });

async function fillTheForm(page: Page): Promise<void> {
  await page.getByRole("group", { name: "走访哪一户" }).getByRole("listitem").getByRole("button").first().tap();
  await page.getByText("环境建设", { exact: true }).tap();
  await page.getByLabel("一句话记录").fill("屋后水沟又堵了，下雨进水，周五约网格员一起去看。");
  await page.getByText("没有", { exact: true }).tap();
  await page.getByRole("heading", { level: 1 }).click();
}

async function openFirst(page: Page): Promise<void> {
  const link = page.locator('main a[href^="/households/"]').filter({ visible: true }).first();
  await open(page, (await link.getAttribute("href"))!);
}
