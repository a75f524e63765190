import type { Page } from "@playwright/test";
import { awake, expect, open, phone, test } from "./fixtures";
import { expectNoSidewaysScroll, expectOneScreen, expectTargets } from "./fits";
import { Taps } from "./taps";

/** Said once in this run, so that it can be found again. */
const said = `屋后水沟又堵了，下雨进水，周五约网格员去看 ${Date.now() % 100_000}`;
const more = "老人说堵了三天，愿意先自己清一段。";

test.describe.configure({ mode: "serial" });

test("a cadre logs a visit on a phone: one screen, eight taps, and who will read it", async ({ as }) => {
  const lin = await as("linxiao", phone);
  await open(lin, "/");
  const taps = new Taps();
  await taps.tap(lin.getByRole("link", { name: "记走访", exact: true }).first());
  const doors = lin.getByRole("group", { name: "走访哪一户" }).getByRole("listitem").getByRole("button");
  await expect(doors.nth(2)).toBeVisible();
  await awake(lin);
  await taps.tap(doors.first(), true);
  await taps.tap(lin.getByText("环境建设", { exact: true }), true);
  await taps.dictate(lin.getByLabel("一句话记录"), said);
  await taps.tap(lin.getByText("没有", { exact: true }), true);
  await expectOneScreen(lin);
  await expectNoSidewaysScroll(lin);
  await expectTargets(lin);
  await taps.tap(lin.getByRole("button", { name: "提交日志" }));
  await expect(lin.getByText("已提交，导师 王建国 会看到")).toBeVisible();
  expect(taps.count).toBe(8);
  expect(taps.seconds).toBeLessThanOrEqual(45);
  await expect(lin.getByRole("button", { name: "再记一户" })).toBeVisible();
});

test("the office sees the week change: the number that waits, and the village on the board", async ({ as }) => {
  const office = await as("dangjian");
  const before = await weekOf(office);
  const lin = await as("linxiao", phone);
  await handIn(lin, "养老就医", `${said} 再去一次`);
  const after = await weekOf(office);
  expect(after.waiting).toBe(before.waiting + 1);
  await open(office, "/meetings");
  const [village] = after.villages.filter((words, place) => words !== before.villages[place]);
  expect(village).toMatch(/^(昇光村|云峰村) .*(日访|夜访) \d+ 次/);
});

test("the mentor asks for more with one phrase, the cadre adds it, the mentor sees what is new and approves", async ({ as }) => {
  const wang = await as("wangjianguo");
  const visit = await openReview(wang, said);
  await wang.getByRole("radio", { name: "请补充" }).check();
  await wang.getByRole("group", { name: "常用语" }).getByRole("button").first().click();
  const asked = await wang.getByLabel("想请作者补充什么").inputValue();
  await wang.getByRole("button", { name: "提交批阅" }).click();
  await expect(wang).toHaveURL(/\/reviews$/);

  const lin = await as("linxiao", phone);
  await open(lin, "/");
  const wait = lin.getByRole("listitem").filter({ has: lin.locator(`a[href="${visit}/edit"]`) });
  await expect(wait).toContainText(`王建国想多了解一点：“${asked}”`);
  const taps = new Taps();
  await taps.tap(wait.getByRole("link", { name: /^补充日志/ }));
  await expect(lin.getByText("王建国想多了解一点", { exact: true })).toBeVisible();
  await awake(lin);
  await taps.dictate(lin.getByLabel("一句话记录"), `${said}。${more}`);
  await taps.tap(lin.getByRole("button", { name: "提交日志" }));
  await expect(lin.getByText("已提交，导师 王建国 会看到")).toBeVisible();
  expect(taps.count).toBe(5);

  await open(wang, visit);
  const changed = wang.locator("section").filter({ has: wang.getByRole("heading", { name: "和上次相比" }) });
  await expect(changed.locator("ins").filter({ hasText: "老人" }).first()).toBeVisible();
  await expect(changed).toContainText(said);
  await wang.getByRole("radio", { name: "通过" }).check();
  await wang.getByRole("button", { name: "提交批阅" }).click();
  await expect(wang).toHaveURL(/\/reviews$/);
  await open(wang, visit);
  await expect(wang.getByText("已通过").first()).toBeVisible();
});

test("of two reviewers at once the second one is told who it was", async ({ as }) => {
  const [wang, office] = [await as("wangjianguo"), await as("dangjian")];
  const visit = await openReview(wang, `${said} 再去一次`);
  await open(office, visit);
  await wang.getByRole("button", { name: "提交批阅" }).click();
  await expect(wang).toHaveURL(/\/reviews$/);
  await office.getByLabel("想说的话").fill("导师出差，代为批阅");
  await office.getByRole("button", { name: "提交批阅" }).click();
  await expect(office.getByText("已由 王建国 批阅：通过")).toBeVisible();
});

/** What the office counts: the visits that wait, and each village's words for this week on the board. */
async function weekOf(office: Page) {
  await open(office, "/");
  const waiting = Number(await office.getByRole("link", { name: /^待批阅/ }).innerText().then((text) => /\d+/.exec(text)![0]));
  await office.goto("/meetings");
  const villages = await office.locator("tbody tr td:last-child a:visible").evaluateAll((links) => links.map((link) => link.getAttribute("title") ?? ""));
  expect(villages).toHaveLength(26);
  return { waiting, villages };
}

async function handIn(page: Page, topic: string, words: string): Promise<void> {
  await open(page, "/visits/new");
  await page.getByRole("group", { name: "走访哪一户" }).getByRole("listitem").getByRole("button").nth(1).tap();
  await page.getByText(topic, { exact: true }).tap();
  await page.getByLabel("一句话记录").fill(words);
  await page.getByText("没有", { exact: true }).tap();
  await page.getByRole("button", { name: "提交日志" }).tap();
  await expect(page.getByText(/^已提交/)).toBeVisible();
}

/** Opens the visit that says so from the list of those that wait, newest first; returns its own address. */
async function openReview(mentor: Page, words: string): Promise<string> {
  await open(mentor, "/visits?state=submitted");
  const line = mentor.getByRole("table", { name: "走访日志" }).getByRole("row").filter({ hasText: new RegExp(`${words}(?! 再)`) });
  const visit = (await line.first().locator('a[href^="/visits/"]').first().getAttribute("href"))!;
  await open(mentor, visit);
  return visit;
}

