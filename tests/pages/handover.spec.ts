import type { Page } from "@playwright/test";
import { expect, open, test } from "./fixtures";
import { expectNoSidewaysScroll } from "./fits";
import { reminders, showNow } from "./reminders";
import { handIn, lineOf, reading } from "./reviewing";
import { said } from "./writing";

const note = "走访写得细了，接下来学调解；河西村有两户答应月底再去";

test("a change of mentor in the middle of open reviews: what is closed stays, what is open goes over, and so does a word", async ({ as }) => {
  test.setTimeout(120_000);
  const [closed, open_] = [said("水渠清好了，户主说够用"), said("后山的树倒在路上，等人锯开")];
  const mentee = await as("wanglifeng");
  const [closedId, openId] = await handIn(mentee, [closed, open_]);
  const before = await as("quweijiang");
  await approve(before, closed);

  const office = await as("loujingwen");
  await open(office, "/pairings");
  await office.getByRole("table", { name: "结对" }).getByRole("link", { name: "汪立锋" }).click();
  await changeMentor(office, "徐志良");

  await open(before, "/reviews");
  await expect(lineOf(before, open_)).toHaveCount(0);
  expect((await before.request.get(`/visits/${openId!}`)).status()).toBe(404);

  const next = await as("xuzhiliang");
  showNow();
  await open(next, "/notices");
  const told = reminders(next).filter({ has: next.locator(`a[href="/reviews?visit=${openId!}"]`) });
  await expect(told).toContainText("有走访日志转来批阅");
  await expect(told).toContainText("楼静雯 今天");
  await expect(told).toContainText("因为这条现在由你批阅");
  await expectNoSidewaysScroll(next);
  await told.getByRole("link", { name: /^批阅日志/ }).click();
  await expect(reading(next)).toContainText(open_);
  await next.keyboard.press("a");
  await expect(lineOf(next, open_)).toContainText("已通过");
  await expect.poll(async () => (await stepsOf(mentee, openId!)).join()).toMatch(/改派批阅人.*楼静雯.*换了导师.*通过.*徐志良/s);
  expect((await stepsOf(mentee, closedId!)).join()).toMatch(/通过.*瞿伟江/s);
  await open(next, "/notices");
  await expect(told).toHaveCount(0);

  await open(next, "/pairings");
  await next.getByRole("table", { name: "结对" }).getByRole("link", { name: "汪立锋" }).click();
  await expect(next.getByText("上一位导师的交接说明")).toBeVisible();
  await expect(next.getByText(note)).toBeVisible();
});

async function approve(mentor: Page, words: string): Promise<void> {
  await open(mentor, "/reviews");
  await lineOf(mentor, words).getByRole("link").click();
  await expect(reading(mentor)).toContainText(words);
  await mentor.keyboard.press("a");
  await expect(lineOf(mentor, words)).toContainText("已通过");
}

/** The old one until yesterday, the new one from today. */
async function changeMentor(office: Page, name: string): Promise<void> {
  const yesterday = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date(Date.now() - 86_400_000));
  await office.getByRole("button", { name: "结束或换导师" }).click();
  const form = office.getByRole("dialog");
  await form.getByLabel("最后一天").fill(yesterday);
  await form.getByLabel("结束原因").fill("瞿伟江借调到区里");
  const option = form.getByLabel("接任的导师").locator("option").filter({ hasText: name });
  await form.getByLabel("接任的导师").selectOption({ label: await option.innerText() });
  await form.getByLabel("交接说明").fill(note);
  await form.getByRole("button", { name: "结束结对" }).click();
  await expect(office.getByText("出师小结")).toBeVisible();
}

/** The visit's course as its author reads it. */
async function stepsOf(page: Page, id: string): Promise<string[]> {
  await open(page, `/visits/${id}`);
  return page.getByRole("main").locator("ol li").allInnerTexts();
}
