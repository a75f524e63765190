import type { Page } from "@playwright/test";
import { desk, expect, open, phone, test } from "./fixtures";
import { expectNoSidewaysScroll, expectTargets } from "./fits";

// A phone without a line says so in the console too.
test.use({ forgives: [/ERR_INTERNET_DISCONNECTED/] });

const title = "院坝课题试演";

async function plans(office: Page): Promise<string> {
  await open(office, "/exhibitions");
  await office.getByRole("button", { name: "筹备展演" }).click();
  const box = office.getByRole("dialog");
  await box.getByLabel("名称").fill(title);
  await box.getByLabel("地点").fill("村口戏台");
  await box.getByRole("button", { name: "建好展演" }).click();
  await box.getByRole("button", { name: "关闭窗口" }).click();
  await office.getByRole("link", { name: title }).click();
  await expect(office).toHaveURL(/exhibitions\/[0-9a-f-]{36}$/);
  return new URL(office.url()).pathname;
}

async function enters(office: Page, topic: string, name: string): Promise<void> {
  await office.getByRole("button", { name: "添加节目" }).click();
  const box = office.getByRole("dialog");
  await box.getByLabel("课题").selectOption({ label: topic });
  await expect(box.getByLabel("节目名")).toHaveValue(topic);
  await box.getByLabel("节目名").fill(name);
  await box.getByLabel("形式").selectOption({ label: "情景模拟" });
  await box.getByRole("button", { name: "添加节目" }).click();
  await box.getByRole("button", { name: "关闭窗口" }).click();
  await expect(office.getByRole("listitem").filter({ hasText: name })).toBeVisible();
}

/** Three pairs of three; wherever it is shown, `wanted` is chosen, the upper one else. */
async function chooses(page: Page, path: string, wanted: string): Promise<void> {
  await open(page, `${path}/vote`);
  for (const nth of [1, 2, 3]) {
    await expect(page.getByText(`第 ${nth} 对，一共 3 对`)).toBeVisible();
    const both = page.locator("main button[aria-pressed]");
    await expect(both).toHaveCount(2);
    const liked = both.filter({ hasText: wanted });
    await ((await liked.count()) > 0 ? liked : both.first()).click();
  }
  await expectTargets(page);
  await expectNoSidewaysScroll(page);
}

test("the office plans an exhibition, two phones vote, one of them over a bad line, and the end shows what was chosen", async ({ as }) => {
  const office = await as("loujingwen", desk);
  const path = await plans(office);
  await enters(office, "「社区共生体」建设", "清单上的人");
  await enters(office, "老旧小区停车难的共商共治", "一个车位");
  await enters(office, "村集体闲置房屋怎么用起来", "锁着的门");
  await office.getByRole("button", { name: "上移“一个车位”" }).click();
  const stage = office.getByRole("main").getByRole("listitem");
  await expect(stage.first()).toContainText("一个车位");
  await office.getByRole("button", { name: "开放投票", exact: true }).click();
  await expect(office.getByRole("img", { name: "投票地址的二维码" })).toBeVisible();
  await expect(office.getByText(`${path}/vote`)).toBeVisible();

  const [one, two] = [await as("chenlijiang", phone), await as("yuliqin", phone)];
  await chooses(one, path, "一个车位");
  await one.getByRole("button", { name: "改第 1 对" }).click();
  await one.getByRole("button", { pressed: true }).click();
  await one.getByRole("button", { name: "交选票" }).click();
  await expect(one.getByText("选票交好了")).toBeVisible();

  await chooses(two, path, "一个车位");
  await two.context().setOffline(true);
  await two.getByRole("button", { name: "交选票" }).click();
  await expect(two.getByText("没能连上服务器，选票还在这页上")).toBeVisible();
  await two.context().setOffline(false);
  await two.getByRole("button", { name: "交选票" }).click();
  await expect(two.getByText("选票交好了")).toBeVisible();
  await two.reload();
  await expect(two.getByText("选票交好了")).toBeVisible();
  await expect(two.getByRole("button", { name: "交选票" })).toHaveCount(0);

  await office.reload();
  await expect(office.getByText("已有 2 人投票")).toBeVisible();
  await expect(office.getByText("选中")).toHaveCount(0);
  await open(office, path);
  await office.getByRole("button", { name: "结束投票" }).click();
  await office.getByRole("dialog").getByRole("button", { name: "结束投票并计票" }).click();
  const rows = office.getByRole("row");
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(1)).toHaveText(/^1一个车位4 次4 次100.0%/);
  await expect(office.getByText("出现不到 20 次")).toBeVisible();

  await open(one, path);
  await expect(one.getByRole("rowheader", { name: "一个车位" })).toBeVisible();
  await expect(one.getByText("一共选了 6 次")).toBeVisible();
  await expectNoSidewaysScroll(one);
  await expectTargets(one);
});
