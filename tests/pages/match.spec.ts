import type { Locator, Page } from "@playwright/test";
import { expectNoSidewaysScroll, expectTargets } from "./fits";
import { awake, desk, expect, open, phone, test } from "./fixtures";

const plan = (page: Page) => page.getByRole("table", { name: "建议的结对" });
const rowOf = (page: Page, name: string) => plan(page).getByRole("row").filter({ hasText: name });
const mentorIn = (row: Locator) => row.getByRole("link").nth(1).innerText();
const newcomers = ["沈知夏", "陆以宁", "蒋沐阳"];

test("the newcomers get mentors: suggested with reasons, one moved by the keyboard alone, all proposed in one press", async ({ as }) => {
  const page = await as("xusijia", desk);
  await open(page, "/pairings");
  await page.getByRole("link", { name: "看结对建议" }).click();
  await expect(plan(page).locator("tbody tr")).toHaveCount(newcomers.length);
  await expect(rowOf(page, "沈知夏")).toContainText(/想学 公文写作、安全生产，对方擅长；对方联过昇光村/);
  const total = page.getByRole("status").filter({ hasText: "合计差距" });
  await expect(total).toContainText("是最小的配法");
  await expectNoSidewaysScroll(page);

  const suggested = await mentorIn(rowOf(page, "沈知夏"));
  await moveByKeys(page, "沈知夏");
  const chosen = await mentorIn(rowOf(page, "沈知夏"));
  expect(chosen).not.toBe(suggested);
  await expect(total).toContainText(/系统建议是 \d+，现在多 \d+/);
  await expect(page.getByRole("checkbox", { name: `保留 沈知夏 和 ${chosen}` })).toBeChecked();
  await page.getByRole("button", { name: "重新匹配" }).click();
  expect(await mentorIn(rowOf(page, "沈知夏"))).toBe(chosen);

  const pairs = await Promise.all(newcomers.map(async (name) => [name, await mentorIn(rowOf(page, name))] as const));
  await page.getByRole("button", { name: "提出这 3 对结对" }).click();
  await expect(page.getByText("已提出 3 对结对")).toBeVisible();
  await expect(page.getByText("青年干部都有导师，或者正在等导师答复")).toBeVisible();
  await open(page, "/pairings");
  for (const [mentee, mentor] of pairs) {
    const row = page.getByRole("table", { name: "结对" }).getByRole("row").filter({ hasText: mentee });
    await expect(row).toContainText(mentor);
    await expect(row).toContainText("待导师答复");
  }
  for (const name of newcomers) await takeBack(page, name);
});

test("who was asked meanwhile stops the whole press and is named; the list is taken anew and what a hand did stays", async ({ as }) => {
  const page = await as("xusijia", desk);
  await open(page, "/pairings/match");
  await moveByKeys(page, "沈知夏");
  const chosen = await mentorIn(rowOf(page, "沈知夏"));
  const other = await as("dangjian", desk);
  await open(other, "/pairings");
  await other.getByRole("listitem").filter({ hasText: "蒋沐阳" }).getByRole("button", { name: "选择导师" }).click();
  const form = other.getByRole("dialog");
  await form.getByLabel("导师", { exact: true }).selectOption({ label: await form.locator("option").filter({ hasText: "金春芳" }).innerText() });
  await form.getByRole("button", { name: "提出结对" }).click();
  await expect(other.getByRole("table", { name: "结对" }).getByRole("row").filter({ hasText: "蒋沐阳" })).toContainText("待导师答复");

  await page.getByRole("button", { name: "提出这 3 对结对" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "没能提出" })).toContainText("蒋沐阳 已经有一份结对提议");
  await page.getByRole("button", { name: "刷新名单" }).click();
  await expect(plan(page).locator("tbody tr")).toHaveCount(2);
  expect(await mentorIn(rowOf(page, "沈知夏"))).toBe(chosen);
  await open(page, "/pairings");
  for (const name of ["沈知夏", "陆以宁"]) await expect(page.getByRole("listitem").filter({ hasText: name }).first()).toBeVisible();
  await takeBack(page, "蒋沐阳");
});

/** Enter opens the row's menu, Tab leads to the mentors, ↓ chooses the next one, Tab and Enter carry it out. */
async function moveByKeys(page: Page, name: string): Promise<void> {
  await rowOf(page, name).getByRole("button", { name: /换导师/ }).focus();
  await page.keyboard.press("Enter");
  const form = page.getByRole("dialog", { name: `${name} 的导师` });
  await expect(form).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await expect(form.getByRole("status")).toContainText(name);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(form).toHaveCount(0);
}

/** What this journey made is taken back: the newcomers wait again for the next one. */
async function takeBack(page: Page, name: string): Promise<void> {
  await page.goto((await page.getByRole("table", { name: "结对" }).getByRole("link", { name }).getAttribute("href"))!);
  await awake(page);
  await page.getByRole("button", { name: "撤回提议" }).click();
  await page.getByLabel("撤回原因").fill("换一种配法");
  const done = page.waitForResponse((answer) => answer.request().method() === "POST");
  await page.getByRole("dialog").getByRole("button", { name: "撤回提议" }).click();
  await done; // whoever leaves before the answer takes the question along
  await open(page, "/pairings");
  await expect(page.getByRole("listitem").filter({ hasText: name }).first()).toBeVisible();
}

test("on a phone the plan is read, changed and put aside with a thumb", async ({ as }) => {
  const page = await as("dangjian", phone);
  await open(page, "/pairings/match");
  await expectNoSidewaysScroll(page);
  await rowOf(page, "陆以宁").getByRole("button", { name: /换导师/ }).tap();
  await page.getByRole("dialog").getByRole("button", { name: "先不安排 陆以宁" }).tap();
  await expect(rowOf(page, "陆以宁")).toContainText("先不安排");
  await expect(page.getByRole("status").filter({ hasText: "合计差距" })).toContainText("1 名没有配上");
  await expect(page.getByRole("button", { name: "提出这 2 对结对" })).toBeVisible();
  await rowOf(page, "陆以宁").getByRole("button", { name: /选择导师/ }).tap();
  await page.getByLabel("导师", { exact: true }).selectOption({ index: 1 });
  await page.getByRole("dialog").getByRole("button", { name: "配给这位导师" }).tap();
  await expect(page.getByRole("button", { name: "提出这 3 对结对" })).toBeVisible();
  await expectTargets(page);
});

test("whoever is to pair says what they can and want to learn under 我的, and everybody may read it", async ({ as }) => {
  const page = await as("shijiamin", phone);
  await open(page, "/settings");
  await page.getByRole("button", { name: "修改专长和想学" }).tap();
  const form = page.getByRole("dialog");
  await form.getByRole("group", { name: /想学/ }).getByText("群众工作", { exact: true }).tap();
  await form.getByRole("button", { name: "保存专长和想学" }).tap();
  await expect(form.getByText("已保存")).toBeVisible();
  await form.getByRole("button", { name: "关闭窗口" }).tap();
  await expect(page.getByText("群众工作、项目建设")).toBeVisible();
});
