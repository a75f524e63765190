import type { Page } from "@playwright/test";
import { awake, desk, expect, open, phone, test } from "./fixtures";
import { expectNoSidewaysScroll, expectOneScreen, expectTargets } from "./fits";

test.describe.configure({ mode: "serial" });
// The browser says of every 404 that it is one.
test.use({ forgives: [/status of 404/] });

const title = `河埠头夜里停船的公约 ${Date.now() % 100_000}`;
let address = "";

test("the office opens a topic; its group finds it, a stranger does not, and a member ticks on a phone", async ({ as }) => {
  const office = await as("dangjian", desk);
  await open(office, "/topics");
  await office.getByRole("link", { name: "立课题" }).click();
  await office.waitForURL("/topics/new");
  await awake(office);
  await office.getByRole("button", { name: "立课题" }).click();
  await expect(office.getByText("课题名称至少 4 个字，现在 0 个").first()).toBeVisible();
  await office.getByLabel("课题名称").fill(title);
  await choose(office, "组长", "丁梦洁");
  await choose(office, "加一名组员", "韩凯锋");
  await office.getByRole("button", { name: "加进组里" }).click();
  await expect(office.getByRole("button", { name: "去掉组员 韩凯锋" })).toBeVisible();
  await office.getByRole("button", { name: "立课题" }).click();
  await expect(office.getByRole("heading", { level: 1, name: title })).toBeVisible();
  address = new URL(office.url()).pathname;

  const member = await as("hankaifeng", phone);
  await open(member, address);
  const boxes = member.getByRole("checkbox");
  await expect(boxes).toHaveCount(3);
  for (const i of [0, 1, 2]) {
    await boxes.nth(i).tap();
    await expect(boxes.nth(i)).toBeChecked();
  }
  await expect(member.getByText("清单 3/3")).toBeVisible();
  await expect(member.getByText(/^韩凯锋 \d\d-\d\d$/)).toHaveCount(3);
  await expect(member.getByRole("button", { name: /^移到/ })).toHaveCount(0);
  await expectNoSidewaysScroll(member);
  await expectTargets(member);

  const outside = await as("hanliping", phone);
  await outside.goto(address);
  await expect(outside.getByText("没有这个页面，或者它不对你开放")).toBeVisible();
});

test("at the desk the office moves it by keyboard alone, and the card it moved keeps the focus", async ({ as }) => {
  const office = await as("dangjian", desk);
  await open(office, "/topics");
  const press = office.getByRole("button", { name: `移到…：${title}` });
  await press.focus();
  await office.keyboard.press("Enter");
  const dialog = office.getByRole("dialog");
  await dialog.getByLabel("移到哪个节点").focus();
  await expect(dialog.getByRole("button", { name: "移到“开题”" })).toBeVisible();
  await office.keyboard.press("Tab");
  await office.keyboard.press("Enter");
  await expect(column(office, "开题").getByRole("heading", { name: title })).toBeVisible();
  await expect(press).toBeFocused();
  await expect(office.getByText("已移到“开题”")).toBeVisible();
});

test("the office sets the days that are still to come; one before its forerunner is said beside it", async ({ as }) => {
  const office = await as("dangjian", desk);
  await open(office, `${address}/edit`);
  await expect(office.getByText(/^\d{4}-\d\d-\d\d 过了$/)).toHaveCount(1);
  await office.getByLabel("开题", { exact: true }).fill("2099-06-01");
  await office.getByLabel("中期", { exact: true }).fill("2099-05-01");
  await office.getByRole("button", { name: "存下日期" }).click();
  await expect(office.getByText("“中期”的日期早于“开题”，改一个")).toBeVisible();
  await office.getByLabel("中期", { exact: true }).fill("2099-07-01");
  await office.getByRole("button", { name: "存下日期" }).click();
  await expect(office.getByText("2099-07-01 到期")).toBeVisible();
});

test("by thumb it goes on only with a reason, for the list is not ticked; back it goes with one too", async ({ as }) => {
  const office = await as("dangjian", phone);
  await open(office, "/topics");
  await expectNoSidewaysScroll(office);
  await expectTargets(office);
  await office.getByRole("button", { name: `移到…：${title}` }).tap();
  const dialog = office.getByRole("dialog");
  await expect(dialog.getByText("清单还没勾完，免查要写原因")).toBeVisible();
  await dialog.getByRole("button", { name: "移到“中期”" }).tap();
  await expect(dialog.getByText(/“开题”还差 3 项。写一写为什么免查/)).toBeVisible();
  await dialog.getByLabel("为什么免查").fill("开题会上当面看过");
  await dialog.getByRole("button", { name: "移到“中期”" }).tap();
  await expect(column(office, "中期").getByRole("heading", { name: title })).toBeVisible();

  await open(office, address);
  await expect(office.getByText(/免查过了节点“开题”/)).toBeVisible();
  await office.getByRole("button", { name: `移到…：${title}` }).tap();
  await dialog.getByLabel("移到哪个节点").selectOption("approved");
  await dialog.getByLabel("为什么退回").fill("牵头部门换了，重新立项");
  await dialog.getByRole("button", { name: "移到“立项”" }).tap();
  await expect(office.getByText(/退回节点“立项”/)).toBeVisible();
  await expect(office.getByText("“牵头部门换了，重新立项”")).toBeVisible();
});

test("a year of all topics is one screen at the desk, one sheet on paper as the board is, and a list on the phone", async ({ as }) => {
  const office = await as("dangjian", desk);
  for (const [width, height] of [[1366, 768], [1920, 1080]] as const) {
    await office.setViewportSize({ width, height });
    await open(office, "/topics/timeline");
    await expect(office.getByRole("table", { name: "课题一年里的节点" }).getByRole("row", { name: title })).toBeVisible();
    await expectOneScreen(office);
    await expectNoSidewaysScroll(office);
  }
  for (const path of ["/topics/timeline", "/topics"]) {
    await open(office, path);
    const pdf = (await office.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect([path, pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length]).toEqual([path, 1]);
    expect(pdf).toMatch(/\/MediaBox \[0 0 84\d[.\d]* 59\d/);
  }
  const thumb = await as("dangjian", phone);
  await open(thumb, "/topics/timeline");
  await expect(thumb.getByRole("heading", { name: title })).toBeVisible();
  await expectNoSidewaysScroll(thumb);
});

const column = (page: Page, name: string) => page.getByRole("list", { name: "课题按节点" }).locator("> li").filter({ has: page.getByRole("heading", { level: 2, name }) });

async function choose(page: Page, label: string, name: string): Promise<void> {
  const list = page.getByLabel(label, { exact: true });
  await list.selectOption(await list.getByRole("option", { name }).first().getAttribute("value"));
}
