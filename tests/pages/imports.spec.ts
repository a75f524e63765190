import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import * as XLSX from "@e965/xlsx";
import { gbk, written } from "../support/workbooks";
import { expect, open, test } from "./fixtures";

/** As a village sends it: a title over everything, a date line, a head of two lines, blanks, and rows that need mending. */
const homes = written(
  [
    [],
    ["昇光村农户台账（示例）"],
    ["填表日期：2026年11月"],
    ["所在村 *", "户编号", "户主", "联系", "", "家庭人员", "人均收入"],
    ["", "", "", "联系电话", "备注", "", ""],
    ["昇光村", " SG-901 ", "  甄示例\u00a0", 13800000901, "", "李示例 配偶 1962；甄小例 儿子 1985", 32000],
    ["昇光村委会", "SG-902", "贾示例\u200b", "１３８００００\u00a00902", "靠路边", "", ""],
    ["不在册村", "SG-903", "殷示例", "", "", "", ""],
    ["昇光村", "SG-904", "", "138000", "", "", ""],
    [],
  ],
  "biff8",
  ["A2:G2", "A4:A5", "B4:B5", "C4:C5", "D4:E4", "F4:F5", "G4:G5"],
);

const people = gbk("姓名,角色,科室,岗位,联系村社,账号\r\n倪示例,青年干部,党建办,科员,昇光村,nishili\r\n崔示例,村社干部,昇光村,委员,昇光村、云峰村,cuishili\r\n\r\n熊示例,镇长,党政办,,,\r\n");

test("a messy .xls is looked through row by row, let in whole, and the same file again changes nothing", async ({ as }) => {
  const page = await as("dangjian");
  await send(page, "households", { name: "昇光村台账.xls", buffer: Buffer.from(homes) });
  await expect(page.getByText("可以导入 2 行：新增 2，更新 0")).toBeVisible();
  await expect(page.getByText("2 行有问题，不会导入")).toBeVisible();
  const faults = page.getByRole("table", { name: "有问题的行" });
  await expect(faults.getByRole("row", { name: /镇里没有这个村社/ })).toContainText("8");
  await expect(faults.getByRole("row", { name: /手机号是 11 位数字，现在是 6 位/ })).toBeVisible();

  const mending = await failedRows(page);
  expect(mending.flat().join()).toContain("不在册村");
  expect(mending).toHaveLength(3);
  await apply(page, 2);
  await expect(page.getByText("已导入 2 行，2 行有问题")).toBeVisible();
  await open(page, "/");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: /搜索/ }).fill("SG-901");
  await expect(page.getByRole("option").filter({ hasText: "甄示例" })).toBeVisible();

  await send(page, "households", { name: "昇光村台账.xls", buffer: Buffer.from(homes) });
  await expect(page.getByText("没有可以导入的行")).toBeVisible();
  await expect(page.getByRole("link", { name: "跳过 2" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^导入 \d/ })).toHaveCount(0);
});

test("people come from a .csv as Windows writes it, in GBK; what it cannot give is said, and it can be taken back", async ({ as }) => {
  const page = await as("dangjian");
  await send(page, "people", { name: "新进人员.csv", buffer: Buffer.from(people) });
  await expect(page.getByText("可以导入 2 行：新增 2，更新 0")).toBeVisible();
  await expect(page.getByRole("table", { name: "有问题的行" })).toContainText("没有“镇长”这个角色");
  await apply(page, 2);
  await expect(page.getByText("新增的人要由系统管理员发激活码才能登录")).toBeVisible();
  const imported = page.url();
  await open(page, "/people?q=倪示例");
  await expect(page.getByRole("row", { name: /倪示例/ })).toContainText("昇光村");

  await open(page, imported);
  await page.getByRole("button", { name: "撤销这次导入" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "撤销这次导入" }).click();
  await expect(page.getByText("已撤销这次导入")).toBeVisible();
  await open(page, "/people?q=倪示例");
  await expect(page.getByText("没有符合筛选的人")).toBeVisible();
});

test("a workbook that lies about what it is is refused in plain words", async ({ as }) => {
  const page = await as("dangjian");
  await open(page, "/imports");
  await page.getByRole("button", { name: "上传并预检" }).click();
  await expect(page.getByText("选择要导入的表格")).toBeVisible();
  await page.getByLabel("表格文件").setInputFiles({ name: "台账.xlsx", mimeType: "", buffer: Buffer.from("MZ\u0090 this program cannot be run in DOS mode") });
  await page.getByRole("button", { name: "上传并预检" }).click();
  await expect(page.locator("#file-error")).toContainText(/\p{Script=Han}{4}/u);
  await expect(page).toHaveURL(/\/imports$/);
});

// A file that cannot be read is answered with 4xx, and the browser says so.
test.use({ forgives: [/status of 4(00|09|15|22)/] });

async function send(page: Page, kind: "households" | "people", file: { name: string; buffer: Buffer }): Promise<void> {
  await open(page, `/imports?kind=${kind}`);
  await page.getByLabel("表格文件").setInputFiles({ mimeType: "application/octet-stream", ...file });
  await page.getByRole("button", { name: "上传并预检" }).click();
  await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}/);
}

async function apply(page: Page, rows: number): Promise<void> {
  await page.getByRole("button", { name: `导入 ${rows} 行` }).click();
  await expect(page.getByText(`已导入 ${rows} 行`)).toBeVisible();
}

/** The rows to mend, as a spreadsheet program opens them. */
async function failedRows(page: Page): Promise<unknown[][]> {
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "下载错误行" }).click();
  const book = XLSX.read(await readFile(await (await coming).path()));
  return XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]!]!, { header: 1 });
}
