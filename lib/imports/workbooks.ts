import type { Desk } from "@/lib/gate/desk";
import { grantable } from "@/lib/people/rules";
import { type Column, type SheetToWrite, writeWorkbook } from "@/lib/sheets/write";
import { importKind, type ImportKind } from "@/lib/words/import";
import { role } from "@/lib/words/person";
import { MOST_SKILLS, skill } from "@/lib/words/skill";
import { importColumns, isIdColumn } from "./columns";
import { errorRows, type ImportFile, villagesForTemplate } from "./reads";
import { faultWords, unblotted } from "./told";

const notes: Record<ImportKind, Record<string, string>> = {
  people: {
    name: "2 到 20 个字", staffNo: "有工号就写，系统先按工号认人", account: "留空就用姓名拼音", department: "没有工号时，按姓名和部门认人",
    roles: "几个角色用“、”隔开", title: "如 副科长", villages: "几个村社用“、”隔开", grids: "网格员填，如“东岭村 一网格”",
    offers: `最多 ${MOST_SKILLS} 项，用“、”隔开：${skill.values.map(skill.label).join("、")}`, wants: "同专长，写想有人带的",
  },
  households: {
    village: "从下拉列表里选", code: "在一个村社里不重复，系统按村社和户号认户", householder: "2 到 20 个字", group: "如 3组", address: "如 3组12号",
    grid: "要先在村社页面添加", phone: "手机号 11 位，座机带区号", members: "如“李阿妹 配偶 1962；张三 儿子 1985”。表里没写的人不会被删掉",
    income: "写来源，不写金额，如“务农；外出务工”", difficulty: "几件事用“；”隔开", door: "如“村口小店往东第三家”", keepers: "姓名或工号",
  },
};

const widths: Record<string, number> = { address: 14, members: 24, income: 14, difficulty: 16, door: 16, roles: 10, villages: 12, householder: 6, phone: 9, village: 8 };

const guides: Record<ImportKind, string[]> = {
  people: ["带 * 的列一定要填，其他列可以空着，也可以整列删掉。", "已经在名单里的人会更新，空着的格子不改动原来的内容。", "党建办、系统管理员、审计员不能用导入来给。", "不要填身份证号。"],
  households: ["带 * 的列一定要填，其他列可以空着，也可以整列删掉。", "已经登记的户会更新，空着的格子不改动原来的内容。", "不要填身份证号、银行卡号和收入金额。", "一个文件最多 20,000 行、5 MB。"],
};

const sample: Record<ImportKind, Record<string, string>> = {
  people: { name: "张示例", staffNo: "YQ001", roles: "青年干部", department: "农业农村办", title: "科员", offers: "数字应用", wants: "群众工作、矛盾调解" },
  households: { code: "001", householder: "张示例", group: "3组", address: "3组12号", members: "李阿妹 配偶 1962；张三 儿子 1985", income: "务农；外出务工" },
};

/** An empty table to fill in: dropdowns where there is a list to choose from, and 填写说明. */
export async function templateOf(desk: Desk, kind: ImportKind): Promise<Uint8Array> {
  const villages = (await villagesForTemplate(desk)).map(({ name }) => name);
  const options: Record<string, readonly string[]> = kind === "people" ? { roles: grantable.map(role.label) } : { village: villages };
  const columns = importColumns(kind).map(({ key, title, required }): Column => {
    const choice = options[key]?.length ? { options: options[key] } : {};
    return { title: required ? `${title}*` : title, width: widths[key] ?? 7, note: notes[kind][key] ?? "", ...choice };
  });
  const example = importColumns(kind).flatMap(({ key, title }) => (sample[kind][key] ? `${title}：${sample[kind][key]}` : []));
  return writeWorkbook([{ name: importKind.label(kind), columns, rows: [], guide: [...guides[kind], `例子：${example.join("，")}`] }]);
}

/** A cell of a workbook holds 32,767 characters; a .csv may have sent more. */
const most = 32_000;
const asides = ["行号", "原因", "怎么改"];

/** The rows that were not let in, as they came, with why and how to mend them. It can be mended and sent as it is. */
export async function errorsOf(desk: Desk, file: ImportFile): Promise<Uint8Array> {
  const header = file.head?.header ?? [];
  const kept = header.map((name, at) => ({ name, at })).filter(({ name }) => !isIdColumn(name) && !asides.includes(name));
  const columns = [...kept.map(({ name }) => ({ title: name })), { title: "行号", width: 4 }, { title: "原因", width: 24 }, { title: "怎么改", width: 24 }];
  const rows = (await errorRows(desk, file.id)).map(({ line, cells, told }) => [
    ...kept.map(({ at }) => unblotted(cells[at] ?? "").slice(0, most)),
    String(line),
    unblotted(told.faults.map((fault) => faultWords(line, fault, cells)).join("；")).slice(0, most),
    [...new Set(told.faults.map(({ mend }) => mend))].join("；"),
  ]);
  const sheet: SheetToWrite = { name: `${importKind.label(file.kind)}错误行`, columns, rows };
  return writeWorkbook([sheet]);
}
