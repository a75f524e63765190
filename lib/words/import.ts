import { type Word, words } from "./word";

export const importKind = words({ people: "人员", households: "农户" }, "选择导入人员还是农户");
export type ImportKind = Word<typeof importKind>;

export const importState = words({ checked: "已预检", running: "导入中", done: "已导入", undone: "已撤销", stopped: "没能完成" });
export type ImportState = Word<typeof importState>;

/** What a row of a workbook will do to the town. */
export const rowFate = words({ add: "新增", update: "更新", skip: "跳过", error: "错误" });
export type RowFate = Word<typeof rowFate>;
