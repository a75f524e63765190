import type { Locator, Page } from "@playwright/test";
import { desk, expect, open, phone, test } from "./fixtures";
import { expectNoSidewaysScroll, expectTargets } from "./fits";

test.use({ forgives: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED/] });

/** 孔梦佳 gets one more household in 湘东村 for a while; 傅晨杰 keeps it before and after. */
test("a household is reassigned while its visitor has no signal: the visit is kept, handed on, and taken in under her name", async ({ as }) => {
  test.setTimeout(150_000);
  const office = await as("dangjian", desk);
  const code = await assigned(office, "湘东村", "孔梦佳", "傅晨杰");
  const author = await as("kongmengjia", phone);
  const [first, second] = [`灶间漏雨已约人看 ${Date.now()}`, `独居老人想装扶手 ${Date.now()}`];
  await writeOffline(author, code, first);
  await author.getByRole("button", { name: "再记一户" }).tap();
  await writeOffline(author, code, second);
  await ended(office, "孔梦佳");

  await author.context().setOffline(false);
  await expect(author.getByText(/该户已移交给 傅晨杰。这条已存在系统里，等待处理/)).toBeVisible();
  await author.getByRole("link", { name: "去转交或导出" }).tap();
  const item = (words: string) => author.getByRole("listitem").filter({ hasText: words });
  await expect(item(first)).toContainText("等待处理");
  await expectNoSidewaysScroll(author);
  await expectTargets(author);
  const [file] = await Promise.all([author.waitForEvent("download"), item(first).getByRole("button", { name: "导出文字" }).tap()]);
  expect(file.suggestedFilename()).toMatch(/\.txt$/);
  await item(first).getByRole("button", { name: "转交给 傅晨杰" }).tap();
  await expect(author.getByRole("list", { name: "等别人处理" })).toContainText("已转交给 傅晨杰，等待处理");

  const keeper = await as("fuchenjie", phone);
  await open(keeper, "/");
  await expect(keeper.getByText("转交给你的走访")).toBeVisible();
  await keeper.getByRole("link", { name: /^看这一条/ }).tap();
  await expect(keeper.getByText(first)).toBeVisible();
  await expectNoSidewaysScroll(keeper);
  await expectTargets(keeper);
  await keeper.getByRole("button", { name: "收进走访日志" }).tap();
  await expect(keeper.getByText("没有等待处理的走访")).toBeVisible();

  await open(office, "/");
  await office.getByRole("link", { name: "户移交后等待处理的走访 1 条" }).click();
  await office.getByRole("link", { name: second }).click();
  await office.getByRole("button", { name: "收进走访日志" }).click();
  await expect(office.getByText("党建办收进来要写明原因，至少 5 个字")).toBeVisible();
  await office.getByRole("button", { name: "不收这一条" }).click();
  await office.getByLabel("不收的原因").fill("这次走访户里已经另记了一条");
  await office.getByRole("dialog").getByRole("button", { name: "不收这一条" }).click();
  await expect(office).toHaveURL(/\/parked$/);

  await open(author, "/outbox");
  await expect(item(second)).toContainText("陈利芬 没有收：这次走访户里已经另记了一条");
  await expect(author.getByRole("list", { name: "这周已送达" }).getByRole("listitem")).toHaveCount(1);
  await author.getByRole("list", { name: "这周已送达" }).getByRole("link", { name: "看这条日志" }).tap();
  await expect(author.getByText(first).first()).toBeVisible();
  await expect(author.getByText(/由 傅晨杰 收进来/)).toBeVisible();
  await open(author, "/outbox");
  await item(second).getByRole("button", { name: "删除这条" }).tap();
  await author.getByRole("button", { name: "删除这一条" }).tap();
  await expect(item(second)).toHaveCount(0);
  await expect(author.getByRole("list", { name: "存在系统里的" })).toContainText("没有收");
});

/** Gives somebody one household of a village that another keeps; says its 户号. */
async function assigned(office: Page, village: string, who: string, keeper: string): Promise<string> {
  await open(office, "/villages");
  await office.getByRole("link", { name: village }).first().click();
  const served = await rowsOf(office, keeper).filter({ hasText: "包户" }).first().innerText();
  const code = /包户\s*(\S+)/.exec(served)![1]!;
  await office.getByRole("button", { name: "安排人员" }).click();
  const form = office.getByRole("dialog");
  const people = form.getByLabel("由谁来做");
  await people.selectOption({ label: await people.locator("option").filter({ hasText: who }).innerText() });
  await form.getByText("包户", { exact: true }).click();
  await form.getByLabel("户号").fill(code);
  await form.getByLabel("从哪天起").fill("2026-01-05");
  await form.getByRole("button", { name: "安排人员" }).click();
  await expect(form.getByText("已安排")).toBeVisible();
  await form.getByRole("button", { name: "关闭窗口" }).click();
  return code;
}

const rowsOf = (office: Page, name: string): Locator => office.getByRole("listitem").filter({ hasText: name });

async function ended(office: Page, who: string): Promise<void> {
  await rowsOf(office, who).first().getByRole("button", { name: "结束安排" }).click();
  const form = office.getByRole("dialog");
  await form.getByLabel("最后一天").fill(new Date(Date.now() - 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" }));
  await form.getByRole("button", { name: /^结束/ }).click();
  await expect(rowsOf(office, who).first().getByRole("button", { name: "结束安排" })).toHaveCount(0);
}

async function writeOffline(page: Page, code: string, words: string): Promise<void> {
  if (!page.url().includes("/visits/new")) await open(page, "/visits/new");
  await page.getByRole("searchbox").or(page.getByLabel(/^找/)).first().fill(code);
  await page.getByRole("group", { name: "走访哪一户" }).getByRole("listitem").getByRole("button").filter({ hasText: "湘东村" }).first().tap();
  await page.getByText("养老就医", { exact: true }).tap();
  await page.getByLabel("一句话记录").fill(words);
  await page.getByText("没有", { exact: true }).tap();
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "提交日志" }).tap();
  await expect(page.getByText(/^已存本机，没有网络/)).toBeVisible();
}
