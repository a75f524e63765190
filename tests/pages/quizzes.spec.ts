import type { Page } from "@playwright/test";
import { planExam } from "./exams";
import { awake, expect, open, phone, test } from "./fixtures";
import { expectNoSidewaysScroll, expectTargets } from "./fits";

const name = "丁志祥";

test("an exam from its planning to the corrected result, each person seeing what is theirs", async ({ as }) => {
  test.setTimeout(150_000);
  const [office, examiner, examinee] = [await as("dangjian"), await as("geweiliang", phone), await as("dingzhixiang", phone)];
  await open(examinee, "/quizzes");
  await expect(examinee.getByText("你还没有考核")).toBeVisible();

  const path = await test.step("the office names them", () => plan(office));
  await open(examinee, "/quizzes");
  await expect(examinee.getByText("你还没有考核")).toBeVisible();
  expect((await examinee.context().request.get(path)).status()).toBe(404);

  const home = await test.step("the examiner draws on the spot", () => draw(examiner, path));
  await open(examinee, path);
  await expect(examinee.getByText("考核中，考完能看到结果")).toBeVisible();
  expect(await (await examinee.context().request.get(path)).text()).not.toContain(home);

  await test.step("and hands in one point for each item", () => examine(examiner));
  await test.step("the examinee appeals against one of them", () => appeal(examinee, path));
  await test.step("somebody else corrects it", async () => decide(await as("xusijia"), path));

  await open(examinee, path);
  await expect(examinee.getByText("更正前 1 分")).toBeVisible();
  await expect(examinee.getByText(/申诉后更正。原结果/)).toBeVisible();
  await expect(examinee.getByText("邻居证明是自己走到的")).toBeVisible();
  await expectTargets(examinee);
  await expectNoSidewaysScroll(examinee);
});

/** Whoever is named, the address of the quiz. */
async function plan(office: Page): Promise<string> {
  const path = await planExam(office, name, "葛伟良");
  await expect(office.getByText("等 葛伟良 去考")).toBeVisible();
  await expect(office.getByRole("button", { name: "取消考核" })).toBeVisible();
  return path;
}

/** By way of 今日. Returns the number of the household that came up. */
async function draw(examiner: Page, path: string): Promise<string> {
  await open(examiner, "/");
  await examiner.getByRole("link", { name: `去抽户：考 ${name}` }).click();
  await examiner.getByRole("button", { name: "准备抽户" }).click();
  await expect(examiner.getByText("范围指纹")).toBeVisible();
  await examiner.getByLabel("一个数字").fill("二十");
  await examiner.getByRole("button", { name: "抽户", exact: true }).click();
  await expect(examiner.getByText("输入 1 到 12 位数字")).toBeVisible();
  await examiner.getByLabel("一个数字").fill("２０ ６");
  await examiner.getByRole("button", { name: "抽户", exact: true }).click();
  await expect(examiner.getByRole("button", { name: "交考核表" })).toBeVisible();
  await expect(examiner.getByRole("button", { name: "换一户" })).toBeVisible();
  expect(new URL(examiner.url()).pathname).toBe(path);
  await expectNoSidewaysScroll(examiner);
  return /丁家庄-\d+/.exec(await examiner.locator("main").innerText())![0];
}

async function examine(examiner: Page): Promise<void> {
  await awake(examiner);
  await examiner.getByText("问了人找到").click();
  const groups = examiner.getByRole("group", { name: /打几分$/ });
  for (let place = 0; place < (await groups.count()); place++) await groups.nth(place).getByRole("button").nth(1).click();
  await expect(examiner.getByText("都打好了")).toBeVisible();
  await examiner.getByRole("button", { name: "交考核表" }).click();
  await expect(examiner.getByText("考核表已送达").first()).toBeVisible();
}

async function appeal(examinee: Page, path: string): Promise<void> {
  await open(examinee, "/");
  await examinee.getByRole("link", { name: "看结果：你的考核出结果了" }).click();
  await expect(examinee).toHaveURL(new RegExp(`${path}$`));
  await examinee.getByRole("button", { name: "提出申诉" }).click();
  const dialog = examinee.getByRole("dialog");
  await dialog.getByRole("button", { name: "提出申诉" }).click();
  await expect(dialog.getByText("选择对哪几项申诉")).toBeVisible();
  await dialog.getByText("找到家门").click();
  await dialog.getByLabel("理由").fill("路上只和邻居打了招呼，没有问路");
  await dialog.getByRole("button", { name: "提出申诉" }).click();
  await expect(examinee.getByText("申诉待复核")).toBeVisible();
}

async function decide(colleague: Page, path: string): Promise<void> {
  await open(colleague, "/quizzes?view=appeals");
  await colleague.getByRole("link", { name }).click();
  await expect(colleague).toHaveURL(new RegExp(`${path}$`));
  await colleague.getByRole("button", { name: "复核申诉" }).click();
  const dialog = colleague.getByRole("dialog");
  await dialog.getByText("更正结果").click();
  await dialog.getByLabel("理由").fill("邻居证明是自己走到的，没有问路");
  await dialog.getByRole("button", { name: "答复申诉" }).click();
  await expect(dialog.getByText("更正要改动申诉的分数")).toBeVisible();
  await dialog.getByLabel("找到家门").selectOption("3");
  await dialog.getByRole("button", { name: "答复申诉" }).click();
  await expect(colleague.getByText("申诉已更正")).toBeVisible();
}

test("a quiz without anybody named says so under each field", async ({ as }) => {
  const office = await as("dangjian");
  await open(office, "/quizzes/new");
  await office.getByRole("button", { name: "安排考核" }).click();
  await expect(office.getByText("▲ 选择考核对象")).toBeVisible();
  await expect(office.getByText("▲ 选择考官")).toBeVisible();
});
