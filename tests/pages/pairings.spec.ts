import type { Page } from "@playwright/test";
import { awake, desk, expect, open, phone, test } from "./fixtures";
import { expectNoSidewaysScroll, expectOneScreen, expectTargets } from "./fits";
import { Taps } from "./taps";

test.describe.configure({ mode: "serial" });

const said = `一起走了两户，他先开口，出门把答应的事说一遍 ${Date.now() % 100_000}`;

test("a mentor notes a talk on a phone: one screen, seven taps, and the mentee answers it", async ({ as }) => {
  const wang = await as("wangjianguo", phone);
  await open(wang, "/");
  const taps = new Taps();
  await taps.tap(wang.getByRole("link", { name: "记帮带：林晓" }));
  await expect(wang.getByRole("heading", { name: "记帮带" })).toBeVisible();
  await awake(wang);
  await taps.tap(wang.getByText("现场教学", { exact: true }), true);
  await taps.tap(wang.getByText("入户沟通", { exact: true }), true);
  await taps.dictate(wang.getByLabel("三句话"), said);
  await expectOneScreen(wang);
  await expectNoSidewaysScroll(wang);
  await expectTargets(wang);
  await taps.tap(wang.getByRole("button", { name: "记下这次帮带" }));
  await expect(wang.getByText(said)).toBeVisible();
  expect(taps.count).toBe(7);
  expect(taps.seconds).toBeLessThanOrEqual(40);

  const lin = await as("linxiao", phone);
  await open(lin, new URL(wang.url()).pathname);
  const talk = lin.getByRole("listitem").filter({ hasText: said });
  await talk.getByRole("button", { name: "写我学到" }).tap();
  await lin.getByLabel("我学到", { exact: true }).fill("先拉家常，正事放后面");
  await lin.getByRole("button", { name: "存下我学到" }).tap();
  await expect(lin.getByText("写好了，导师会看到")).toBeVisible();
  await open(wang, new URL(wang.url()).pathname);
  await expect(wang.getByRole("listitem").filter({ hasText: said })).toContainText("先拉家常，正事放后面");
});

test("a month that went badly says why, and the mentee answers it", async ({ as }) => {
  const wang = await as("wangjianguo", phone);
  await open(wang, "/");
  await wang.getByRole("link", { name: /^写评价：写 孔梦佳/ }).tap();
  await expect(wang.getByRole("heading", { name: "月度评价" })).toBeVisible();
  await awake(wang);
  await wang.getByRole("button", { name: "写评价" }).tap();
  await wang.getByText("有些吃力", { exact: true }).tap();
  await wang.getByRole("button", { name: "写好评价" }).tap();
  await expect(wang.getByText("选“有些吃力”要写评语，至少 5 个字，现在 0 个")).toBeVisible();
  await wang.getByLabel("评语").fill("两次走访没有回音，下月我陪着去");
  await wang.getByRole("button", { name: "写好评价" }).tap();
  await expect(wang.getByRole("listitem").filter({ hasText: "下月我陪着去" })).toBeVisible();

  const kong = await as("kongmengjia", phone);
  await open(kong, new URL(wang.url()).pathname);
  const month = kong.getByRole("listitem").filter({ hasText: "下月我陪着去" });
  await month.getByRole("button", { name: "回复评价" }).tap();
  await kong.getByLabel("想说的话").fill("谢谢导师，我先把那两户约好");
  await kong.getByRole("dialog").getByRole("button", { name: "回复评价" }).tap();
  await expect(month).toContainText("谢谢导师，我先把那两户约好");
});

test("an agreement of twelve full lines is one sheet of A4", async ({ as }) => {
  const wang = await as("wangjianguo");
  await open(wang, "/pairings");
  await open(wang, (await wang.getByRole("link", { name: "孔梦佳" }).getAttribute("href"))!);
  await wang.getByRole("button", { name: "修改协议" }).click();
  for (const area of ["思想", "业务", "作风", "群众工作"])
    for (const line of [1, 2, 3]) await wang.getByLabel(`${area}目标 ${line}`, { exact: true }).fill(`${area}上要做到的第 ${line} 件事写得很长`.padEnd(60, "，还有"));
  await wang.getByRole("button", { name: "存下协议" }).click();
  await expect(wang.getByText("协议存好了")).toBeVisible();
  await open(wang, `${new URL(wang.url()).pathname}/agreement`);
  expect(await sheetsOf(wang)).toBe(1);
  await wang.evaluate(() => (document.documentElement.dataset.size = "huge"));
  expect(await sheetsOf(wang)).toBe(1);
});

/** How many pages the browser would print. */
async function sheetsOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

test("a whole term: asked, accepted, agreed, talked, rested, ended, and said on both sides", async ({ as }) => {
  test.setTimeout(120_000);
  const [mentor, mentee, office] = [await as("yulijun", desk), await as("gumingche", phone), await as("xusijia", desk)];
  await open(mentor, "/");
  const asked = mentor.getByRole("listitem").filter({ hasText: "党建办请你带 顾明澈" });
  const pairing = (await asked.getByRole("link").getAttribute("href"))!;
  await open(mentor, pairing);
  await mentor.getByRole("button", { name: "接受结对" }).click();
  await expect(mentor.getByText("在带", { exact: true })).toBeVisible();

  await open(mentee, pairing);
  await mentee.getByRole("button", { name: "写协议" }).tap();
  for (const area of ["思想", "业务", "作风", "群众工作"]) await mentee.getByLabel(`${area}目标 1`, { exact: true }).fill(`${area}上每月进一步`);
  await mentee.getByRole("button", { name: "存下协议" }).tap();
  await mentee.getByRole("button", { name: "确认协议" }).tap();
  await expect(mentee.getByText(/顾明澈 .* 已确认/)).toBeVisible();
  await open(mentor, pairing);
  await mentor.getByRole("button", { name: "确认协议" }).click();
  await mentor.getByRole("button", { name: /^记为达到：业务/ }).click();
  await expect(mentor.getByRole("button", { name: /^收回：业务/ })).toBeVisible();

  await rest(office, pairing);
  await open(mentor, `${pairing}/coach`);
  await mentor.getByText("复盘提高", { exact: true }).click();
  await mentor.getByText("其他", { exact: true }).click();
  await mentor.getByLabel("写一个主题").fill("第一周");
  await mentor.getByLabel("三句话").fill("说了这一周怎么排");
  await mentor.getByRole("button", { name: "记下这次帮带" }).click();
  await expect(mentor.getByText("说了这一周怎么排")).toBeVisible();

  await office.getByRole("button", { name: "结束或换导师" }).click();
  await office.getByLabel("结束原因").fill("轮岗到别的镇");
  await office.getByRole("button", { name: "结束结对" }).click();
  await expect(office.getByText("出师小结")).toBeVisible();
  for (const [page, words] of [[mentee, "学会了先听"], [mentor, "一起入户"]] as const) {
    await open(page, pairing);
    await page.getByRole("button", { name: "写评价" }).click();
    await page.getByLabel("最有帮助的一件事").fill(words);
    await page.getByLabel("还差的一件事").fill("夜访还少");
    await page.getByLabel(/^想对/).fill("常联系");
    await page.getByText("很合适", { exact: true }).click();
    await page.getByRole("button", { name: "写好评价" }).click();
    await expect(page.getByRole("listitem").filter({ hasText: words })).toBeVisible();
  }
  await open(mentee, pairing);
  for (const words of ["一起入户", "学会了先听", "1 次", "4 条，达到 1 条", "轮岗到别的镇"]) await expect(mentee.getByRole("main").getByText(words).first()).toBeVisible();
});

async function rest(office: Page, pairing: string): Promise<void> {
  await open(office, pairing);
  await office.getByRole("button", { name: "暂停结对" }).click();
  await office.getByLabel("暂停原因").fill("借调到区里");
  await office.getByRole("dialog").getByRole("button", { name: "暂停结对" }).click();
  await expect(office.getByText(/^暂停中，预计/)).toBeVisible();
  await open(office, pairing);
  await office.getByRole("button", { name: "恢复结对" }).click();
  await expect(office.getByText("在带", { exact: true })).toBeVisible();
}
