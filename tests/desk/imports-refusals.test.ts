import { expect, test } from "vitest";
import { placePerson } from "@/db/seed/place";
import { tables } from "@/db/schema";
import { checkImport } from "@/lib/imports/acts";
import { applyImport } from "@/lib/imports/acts-apply";
import { withoutAmounts } from "@/lib/imports/facts";
import { readMembers } from "@/lib/imports/members";
import { importOf } from "@/lib/imports/reads";
import { errorsOf } from "@/lib/imports/workbooks";
import { readSheet } from "@/lib/sheets/read";
import { writeCsv } from "@/lib/sheets/write";
import { checked, counts, home, homeHeads, sayings, seat } from "../support/imports";
import { township } from "../support/township";

/** One wrong cell, and a part of what is said about it. */
const homes: [said: Record<string, string>, words: string][] = [
  [{ 户号: "" }, "第 2 行「户号」还没有填。填写户号"],
  [{ 村社: "东领村" }, "镇里没有这个村社。写村社的全名，最接近的是“东岭村”"],
  [{ 户号: "2" }, "第 2 行「户号」是 2，和已登记的户号 002 只差前面的零"],
  [{ 户主姓名: "周😀" }, "姓名里只能有文字"],
  [{ 联系电话: "1390000000" }, "第 2 行「联系电话」是 1390000000，手机号是 11 位数字，现在是 10 位"],
  [{ 网格: "二网格" }, "这个村社还没有网格"],
  [{ 村社: "东岭村", 网格: "二网格" }, "最接近的是“一网格”"],
  [{ 家庭成员: "钱七 儿子 1985.13" }, "“1985.13”的月份只能是 1–12"],
  [{ 家庭成员: "钱七" }, "“钱七”没写和户主的关系"],
  [{ 家庭成员: "钱七 儿子 85" }, "“85”不像出生年份"],
  [{ 家庭成员: "钱七 户主 1970" }, "不是同一个人"],
  [{ 收入来源: "年收入5万元" }, "收入金额不收集"],
  [{ 包户干部: "林小" }, "“林小”不在人员名单里。先在人员页面添加，或者写对姓名，最接近的是“林晓”"],
  [{ 包户干部: "管系统" }, "不接触农户资料"],
  [{ 门牌地址: "3组 330000 19900101 0011" }, "本系统不收集身份证号"],
  [{ 生活难题: "长".repeat(201) }, "最多 200 字，现在 201 字。删 1 字"],
];

test.each(homes)("a household with %o is refused in words", async (said, words) => {
  const town = await township();
  const id = await checked(town.chen, [home({ 户号: "009", ...said })]);
  expect((await sayings(town.chen, id, "error")).join()).toContain(words);
  await expect(applyImport(town.chen, id)).rejects.toMatchObject({ code: "conflict" });
});

const seats: [said: Record<string, string>, words: string][] = [
  [{ 角色: "党建办" }, "“党建办”不能用导入来给。去掉它。党建办、系统管理员、审计员由建镇时的命令来给"],
  [{ 角色: "青年干" }, "最接近的是“青年干部”"],
  [{ 角色: "" }, "第 2 行「角色」还没有填"],
  [{ 账号: "chen zhuren" }, "账号用 3 到 32 个"],
  [{ 账号: "taken" }, "这个账号是“周敏”的"],
  [{ 网格: "东岭村 一网格" }, "填了网格，角色里却没有网格员"],
  [{ 联村: "东岭村、北山村" }, "“北山村”：镇里没有这个村社"],
  [{ 姓名: "王建国", 角色: "评委" }, "还带着学员，不能去掉导师"],
  [{ 姓名: "双胞" }, "有 2 个人叫“双胞”：双胞（农办）；双胞（城建办，工号 77）。写上工号"],
];

test.each(seats)("a person with %o is refused in words", async (said, words) => {
  const town = await township();
  await town.store.write(async (tx) => {
    await tx.insert(tables.accounts).values({ personId: town.people.zhou, name: "taken" });
    await placePerson(tx, { name: "双胞", roles: ["cadre"], department: "农办" });
    await placePerson(tx, { name: "双胞", roles: ["cadre"], department: "城建办", staffNo: "77" });
  });
  const id = await checked(town.chen, [seat({ 姓名: "沈小川", ...said })], "people");
  expect((await sayings(town.chen, id, "error")).join()).toContain(words);
});

test("two lines about the same one are both refused, each naming the other", async () => {
  const town = await township();
  const id = await checked(town.chen, [home({ 户号: "009" }), home({ 户号: "010" }), home({ 户号: "００９" })]);
  expect(await counts(town.chen, id)).toEqual([1, 0, 0, 2]);
  expect((await sayings(town.chen, id, "error")).map((words) => words.split("。")[0])).toEqual(["第 2 行「户号」是 009，和第 4 行是同一户", "第 4 行「户号」是 009，和第 2 行是同一户"]);
  const people = await checked(town.chen, [seat({ 姓名: "林晓" }), seat({ 姓名: "林晓", 部门: "" }), seat({ 姓名: "沈川", 账号: "same" }), seat({ 姓名: "沈江", 账号: "same" })], "people");
  expect(await counts(town.chen, people)).toEqual([0, 0, 0, 4]);
});

test("an ID number is stored nowhere, and the rows handed back can be sent again as they are", async () => {
  const town = await township();
  const heads = [...homeHeads, "身份证号码", "备注"];
  const rows = [[...home({ 户号: "009" }), "330000199001010011", ""], [...home({ 户号: "010", 门牌地址: "3组 33000019900101001X 旁" }), "", ""], [...home({ 户号: "011" }), "", "=1+1"]];
  const id = await checkImport(town.chen, { kind: "households", fileName: "a.csv" }, writeCsv(heads, rows));
  expect(await counts(town.chen, id)).toEqual([1, 0, 0, 2]);
  const kept = await town.store.read.select().from(tables.importRows);
  expect(JSON.stringify(kept)).not.toMatch(/\d{17}[\dXx]/);
  await applyImport(town.chen, id);
  const back = await errorsOf(town.chen, (await importOf(town.chen, id))!);
  const sheet = await readSheet({ name: "错误行.xlsx", bytes: back });
  expect(sheet.header).toEqual([...homeHeads, "备注", "行号", "原因", "怎么改"]);
  const again = await checkImport(town.chen, { kind: "households", fileName: "错误行.xlsx" }, back);
  expect(await counts(town.chen, again)).toEqual([2, 0, 0, 0]);
});

test("hostile cells are data: formulas, direction marks, 300 kB in one cell", async () => {
  const town = await township();
  const rows = [home({ 户号: "009", 门牌地址: "=HYPERLINK(\"http://x\")", 找门说明: "\u202e反的\u2066" }), home({ 户号: "010", 门牌地址: "长".repeat(100_000), 家庭成员: "9".repeat(20_000) })];
  const id = await checkImport(town.chen, { kind: "households", fileName: "a.csv" }, writeCsv(homeHeads, rows));
  expect(await counts(town.chen, id)).toEqual([1, 0, 0, 1]);
  expect((await sayings(town.chen, id, "error")).every((words) => words.length < 200)).toBe(true);
  await applyImport(town.chen, id);
  expect((await town.store.read.select().from(tables.householders)).at(-1)!.address).toBe('=HYPERLINK("http://x")');
  const { rows: back } = await readSheet({ name: "a.xlsx", bytes: await errorsOf(town.chen, (await importOf(town.chen, id))!) });
  expect(back[0]!.cells[4]).toHaveLength(32_000);
});

test("members are read in whatever order and with whatever between them", () => {
  const wanted = [{ name: "李阿妹", kinship: "spouse", birthYear: "1962" }, { name: "张三", kinship: "son", birthYear: "1985" }];
  const ways = ["李阿妹 配偶 1962；张三 儿子 1985", "李阿妹，配偶，1962，张三，儿子，1985", "配偶李阿妹１９６２、长子张三1985年", "妻子：李阿妹（1962年3月）；儿子：张三（1985-07-01）", "李阿妹(妻)1962\n张三(儿子)1985生"];
  for (const way of ways) expect(readMembers(way, 2026), way).toEqual({ members: wanted });
});

test("amounts are taken out of incomes, and numbers that are no money stay", () => {
  expect(["务农，年收入5万元", "养老金每月2000元", "工资3千左右；种茶", "种十亩水稻", "养鸡三千只", "3万", "一年挣8万多，外出务工"].map((text) => withoutAmounts(text).says))
    .toEqual(["务农", "养老金", "种茶", "种十亩水稻", "养鸡三千只", "", "外出务工"]);
});
