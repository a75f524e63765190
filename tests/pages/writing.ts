import type { Page } from "@playwright/test";
import { open } from "./fixtures";

/** Words that stand in no other run. */
export const said = (what: string): string => `${what} ${Date.now() % 1_000_000}`;

/** Everything a visit needs, in the form that is open: the first household, and these words. */
export async function write(page: Page, text: string): Promise<void> {
  const anew = page.getByRole("button", { name: "写新的" });
  if (await anew.isVisible()) await anew.tap();
  await page.getByRole("group", { name: "走访哪一户" }).getByRole("listitem").getByRole("button").first().tap();
  await page.getByText("养老就医", { exact: true }).tap();
  await page.getByLabel("一句话记录").fill(text);
  await page.getByText("没有", { exact: true }).tap();
}

export async function timesListed(page: Page, words: string): Promise<number> {
  await open(page, "/visits?whose=mine");
  return page.getByRole("table", { name: "走访日志" }).getByText(words).count();
}
