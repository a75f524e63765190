import type { Page } from "@playwright/test";
import { setCode, unlock } from "./codes";
import { planExam } from "./exams";
import { awake, expect, open, phone, test } from "./fixtures";
import { expectNoSidewaysScroll, expectTargets } from "./fits";
import { Taps } from "./taps";

const code = "604918";

test.use({ forgives: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of (404|50\d)/] });

test("drawn where there is a network, examined where there is none: nothing marked is lost, and it arrives by itself", async ({ as }) => {
  test.setTimeout(150_000);
  const path = await planExam(await as("dangjian"), "冯佳锋", "方丽萍");
  const examiner = await as("fangliping", { ...phone, fresh: true });
  await setCode(examiner, code);
  await draw(examiner, path);
  await expectTargets(examiner);
  await expectNoSidewaysScroll(examiner);
  const taps = new Taps();

  await test.step("on the way: the time runs on over a reload, and over the loss of the network", async () => {
    await taps.tap(examiner.getByRole("button", { name: "出发" }));
    await expect(examiner.getByText(/^已走 0:0\d$/)).toBeVisible();
    await mark(examiner, "家庭成员", 3, taps);
    await expect(examiner.getByText("已存本机")).toBeVisible();
    await examiner.context().setOffline(true);
    await examiner.goto(path);
    await expect(examiner.getByLabel("6 位口令")).toBeVisible();
    await unlock(examiner, code);
    await expect(examiner.getByRole("group", { name: "家庭成员打几分" }).getByRole("button", { pressed: true })).toContainText("几口人、什么关系都说对");
    await expect(examiner.getByText(/^已走 0:\d\d$/)).toBeVisible();
  });

  await test.step("the key opens without a network; what is missing is said, and then it is handed in", async () => {
    const family = examiner.locator("#members-key");
    await expect(family).toBeHidden();
    await examiner.locator("#members").getByRole("button", { name: "看答案" }).tap();
    await expect(family).toContainText("户主");
    await taps.tap(examiner.getByRole("button", { name: "到了" }));
    await taps.tap(examiner.getByText("问了人找到"));
    await examiner.getByRole("button", { name: "交考核表" }).tap();
    await expect(examiner.getByRole("link", { name: "给“找到家门”打分" })).toBeVisible();
    for (const item of await unmarked(examiner)) await mark(examiner, item, 2, taps);
    await taps.tap(examiner.getByRole("button", { name: "交考核表" }));
    await expect(examiner.getByText(/^已存本机，/)).toBeVisible();
    expect(taps.count).toBeLessThanOrEqual(8);
  });

  await test.step("it waits among what is to be sent, and goes when there is a network", async () => {
    await examiner.getByRole("button", { name: "回到待发送" }).tap();
    await expect(examiner.getByRole("list", { name: "待发送" })).toContainText("考核表");
    await expect(examiner.getByRole("link", { name: "继续考核" })).toHaveCount(0);
    await examiner.context().setOffline(false);
    await expect(examiner.getByRole("list", { name: "这周已送达" })).toContainText("考核表", { timeout: 30_000 });
    await open(examiner, `${path}?wait=1`);
    await expect(examiner.getByText(/^满分 \d+ 分$/)).toBeVisible();
  });
});

test("whoever is examined finds nothing of the household, and the examiner reads that they looked", async ({ as }) => {
  test.setTimeout(120_000);
  const office = await as("dangjian");
  const path = await planExam(office, "孔关良", "方丽萍");
  const examiner = await as("fangliping", phone);
  await draw(examiner, path);
  const code = /户号 (\S+)/.exec(await examiner.locator("main").innerText())![1]!;
  const found = await office.request.post("/api/v1/search", { data: { q: code }, headers: { origin: new URL(office.url()).origin } });
  const { groups } = (await found.json()) as { groups: { label: string; rows: { href: string }[] }[] };
  const file = groups.find(({ label }) => label === "农户")!.rows[0]!.href;

  const examinee = await as("kongguanliang", phone);
  const { request } = examinee.context();
  expect((await request.get(file)).status()).toBe(404);
  for (const page of [`/visits/new?household=${file.split("/").at(-1)}`, "/households", "/"]) expect(await (await request.get(page)).text(), page).not.toContain(code);
  await open(examiner, path);
  await expect(examiner.getByText(/^抽户以后，对方想打开这一户 1 次/)).toBeVisible();
});

async function draw(page: Page, path: string): Promise<void> {
  await open(page, path);
  await page.getByRole("button", { name: "准备抽户" }).tap();
  await page.getByLabel("一个数字").fill("731");
  await page.getByRole("button", { name: "抽户", exact: true }).tap();
  await expect(page.getByRole("button", { name: "交考核表" })).toBeVisible();
  await awake(page);
}

/** Four buttons, from nought to three. */
const mark = (page: Page, item: string, points: number, taps: Taps): Promise<void> =>
  taps.tap(page.getByRole("group", { name: `${item}打几分` }).getByRole("button").nth(points));

/** What is asked at this door and has no points yet: the file may not know everything. */
async function unmarked(page: Page): Promise<string[]> {
  const groups = await page.getByRole("group", { name: /打几分$/ }).all();
  const left: string[] = [];
  for (const group of groups)
    if ((await group.getByRole("button", { pressed: true }).count()) === 0) left.push(((await group.getAttribute("aria-label")) ?? "").replace("打几分", ""));
  return left;
}
