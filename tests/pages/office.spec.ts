import type { Page } from "@playwright/test";
import { awake, expect, open, test } from "./fixtures";
import { expectNoSidewaysScroll } from "./fits";

test("the office's home shows fourteen rows whole at 1366×640, and every number is the length of the list it opens", async ({ as }) => {
  const page = await as("dangjian", { width: 1366, height: 640 });
  await open(page, "/");
  const rows = page.getByRole("table", { name: "逾期和今天到期的事" }).locator("tbody tr");
  const bottoms = await rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().bottom));
  expect(bottoms.filter((bottom) => bottom <= 640).length).toBeGreaterThanOrEqual(14);
  await expectNoSidewaysScroll(page);

  const tiles = page.getByRole("group", { name: "全镇现在" }).getByRole("link");
  const told = await tiles.evaluateAll((links) => links.map((link) => {
    const [label, number] = [...link.querySelectorAll("span:not(:has(span))")].map((span) => span.textContent);
    return { label: label!, number: number!, href: link.getAttribute("href")! };
  }));
  expect(told.length).toBeGreaterThanOrEqual(6);
  for (const { label, number, href } of told)
    expect(`${label} ${href.startsWith("/meetings") ? await calledOn(page) : await lengthOf(page, href)}`).toBe(`${label} ${number}`);
});

test("the board has every village and twelve weeks on one laptop screen; a cell opens that week's visits", async ({ as }) => {
  const page = await as("dangjian", { width: 1366, height: 768 });
  await open(page, "/meetings");
  const board = page.getByRole("table", { name: "各村社最近十二周的双访" });
  await expect(board.locator("tbody tr")).toHaveCount(26);
  await expect(board.locator("tbody tr").first().getByRole("link")).toHaveCount(12);
  expect(await board.evaluate((table) => table.getBoundingClientRect().bottom)).toBeLessThanOrEqual(768);
  await expectNoSidewaysScroll(page);
  const cell = board.getByTitle(/日访 [1-9]/).first();
  const [, times] = /日访 (\d+) 次/.exec((await cell.getAttribute("title"))!)!;
  await cell.click();
  await expect(page).toHaveURL(/\/visits\?village=.+&week=/);
  const kept = page.locator("tbody tr").filter({ hasText: "日访" }).filter({ hasNotText: "没走成" });
  expect(await kept.count()).toBeGreaterThanOrEqual(Math.min(Number(times), 30));
});

test("a link goes to its page without loading everything anew, a new window is the browser's business, and Back comes back", async ({ as }) => {
  const page = await as("dangjian", { width: 1366, height: 768 });
  await open(page, "/visits");
  await page.evaluate(() => Object.assign(globalThis, { loadedOnce: true }));
  const loadedOnce = () => page.evaluate(() => "loadedOnce" in globalThis);
  await page.getByRole("table", { name: "走访日志" }).getByRole("link").first().click();
  await expect(page).toHaveURL(/\/visits\/[0-9a-f-]{36}$/);
  await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "农户" }).click();
  await expect(page).toHaveURL(/\/households$/);
  await expect(page.getByRole("navigation", { name: "主导航" }).locator("[aria-current]")).toHaveText("农户");
  const [other] = await Promise.all([page.context().waitForEvent("page"), page.getByRole("link", { name: "人员" }).first().click({ modifiers: ["Control"] })]);
  await other.close();
  await page.goBack();
  await expect(page).toHaveURL(/\/visits\/[0-9a-f-]{36}$/);
  expect(await loadedOnce()).toBe(true);
  await page.getByRole("link", { name: "跳到正文" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#main$/);
  expect(await loadedOnce()).toBe(true);
});

test("a mentor is asked for the newcomer, and the proposal is taken back with its reason", async ({ as }) => {
  const page = await as("xusijia");
  await open(page, "/pairings");
  const waiting = page.getByRole("listitem").filter({ hasText: "沈知夏" });
  await waiting.getByRole("button", { name: "选择导师" }).click();
  const form = page.getByRole("dialog");
  await form.getByRole("button", { name: "提出结对" }).click();
  await expect(form.getByText("选择导师").filter({ visible: true }).first()).toBeVisible();
  await form.getByLabel("导师", { exact: true }).selectOption({ label: await optionOf(form.getByLabel("导师", { exact: true }), "诸葛建平") });
  await form.getByRole("button", { name: "提出结对" }).click();
  const row = page.getByRole("table", { name: "结对" }).getByRole("row", { name: /沈知夏/ });
  await expect(row).toContainText("诸葛建平");
  await expect(row).toContainText("待导师答复");
  await expect(waiting).toHaveCount(0);

  await page.goto((await row.getByRole("link", { name: "沈知夏" }).getAttribute("href"))!);
  await awake(page);
  await page.getByRole("button", { name: "撤回提议" }).click();
  await page.getByLabel("撤回原因").fill("选调生轮岗去了区里");
  await page.getByRole("dialog").getByRole("button", { name: "撤回提议" }).click();
  await open(page, "/pairings");
  await expect(page.getByRole("listitem").filter({ hasText: "沈知夏" }).first()).toBeVisible();
});

async function optionOf(select: ReturnType<Page["getByLabel"]>, name: string): Promise<string> {
  return select.locator("option").filter({ hasText: name }).innerText();
}

/** 本周双访, counted on the board: villages with any call in its last column, of all. */
async function calledOn(page: Page): Promise<string> {
  await open(page, "/meetings");
  const marks = await page.locator("tbody tr td:last-child a:visible").allInnerTexts();
  return `${marks.filter((mark) => /日访夜访都有|只有一种/.test(mark)).length}/${marks.length}`;
}

/** How many rows a list has, page after page. */
async function lengthOf(page: Page, href: string): Promise<number> {
  await page.goto(href);
  const rows = page.locator("main").locator("tbody tr, ul[aria-label] > li").filter({ visible: true });
  const next = page.getByRole("link", { name: "下一页" });
  let length = await rows.count();
  while (await next.isVisible()) {
    await page.goto((await next.getAttribute("href"))!);
    length += await rows.count();
  }
  return length;
}
