import { checkImport } from "@/lib/imports/acts";
import { importOf, rowsPage } from "@/lib/imports/reads";
import { faultWords } from "@/lib/imports/told";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";
import type { ImportKind, RowFate } from "@/lib/words/import";
import { written } from "./workbooks";

export const homeHeads = ["村社", "户号", "户主姓名", "组", "门牌地址", "网格", "联系电话", "家庭成员", "收入来源", "生活难题", "找门说明", "包户干部"];
export const seatHeads = ["姓名", "工号", "账号", "角色", "部门", "职务", "联村", "网格"];

/** A row by its columns' names; what is not named is empty. */
export const rowOf = (heads: readonly string[], said: Record<string, string>): string[] => heads.map((head) => said[head] ?? "");
export const home = (said: Record<string, string>) => rowOf(homeHeads, { 村社: "西坞村", 户主姓名: "吴水根", ...said });
export const seat = (said: Record<string, string>) => rowOf(seatHeads, { 角色: "青年干部", ...said });

/** Checks rows as a real .xls with our own heads. */
export const checked = (desk: Desk, rows: string[][], kind: ImportKind = "households", heads = kind === "people" ? seatHeads : homeHeads) =>
  checkImport(desk, { kind, fileName: "名册.xls" }, written([heads, ...rows]));

export async function counts(desk: Desk, id: Id<"import">): Promise<[number, number, number, number]> {
  const { added, updated, skipped, errors } = (await importOf(desk, id))!;
  return [added, updated, skipped, errors];
}

/** What the page says of the rows of one fate. */
export async function sayings(desk: Desk, id: Id<"import">, fate: RowFate): Promise<string[]> {
  const { rows } = await rowsPage(desk, id, fate);
  return rows.flatMap(({ line, cells, told }) => [...told.faults.map((fault) => `${faultWords(line, fault, cells)}。${fault.mend}`), ...told.changes, ...told.notes]);
}
