import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { newId } from "@/lib/kernel/id";
import { awake, expect, open } from "./fixtures";

export const lineOf = (page: Page, words: string): Locator => page.getByRole("list", { name: "待批阅的走访日志" }).getByRole("listitem").filter({ hasText: words });
export const reading = (page: Page): Locator => page.getByRole("region", { name: "正在看的走访日志" });

export async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** As the phone sends them; returns the ids, oldest first. */
export async function handIn(page: Page, words: readonly string[]): Promise<string[]> {
  await open(page, "/households");
  const origin = new URL(page.url()).origin;
  const link = await page.locator('a[href^="/households/0"]').first().getAttribute("href");
  const visitedOn = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
  const ids: string[] = [];
  for (const account of words) {
    const visit = { id: newId<"visit">(), kind: "household_day", householdId: link!.split("/").at(-1), visitedOn, slot: "morning", topics: ["safety"], account, matter: "none", problemTitle: "" };
    const answer = await page.request.post(`${origin}/api/v1/outbox`, { data: { version: 1, visit }, headers: { origin } });
    expect(await answer.text()).toContain('"result":"sent"');
    ids.push(visit.id);
  }
  await awake(page);
  return ids;
}
