import type { ImportKind } from "@/lib/words/import";

/** One thing a workbook may tell us: its own title, and what else villages call it. */
export type ImportColumn = { key: string; title: string; required?: true; names: readonly string[] };

const people = [
  { key: "name", title: "姓名", required: true, names: ["人员姓名", "干部姓名", "名字"] },
  { key: "staffNo", title: "工号", names: ["职工号", "人员编号", "工作证号"] },
  { key: "account", title: "账号", names: ["登录名", "登录账号", "用户名", "\u5e10号"] },
  { key: "roles", title: "角色", required: true, names: ["身份", "人员角色", "人员类别"] },
  { key: "department", title: "部门", names: ["科室", "所在部门", "单位", "工作单位", "所在科室"] },
  { key: "title", title: "职务", names: ["岗位", "职位", "现任职务"] },
  { key: "villages", title: "联村", names: ["联系村社", "联系村", "所联村社", "联村社", "村社"] },
  { key: "grids", title: "网格", names: ["负责网格", "所在网格", "网格名称"] },
  { key: "offers", title: "专长", names: ["特长", "业务专长", "擅长领域"] },
  { key: "wants", title: "想学", names: ["想学的", "学习意向", "培养方向"] },
] as const satisfies readonly ImportColumn[];

const households = [
  { key: "village", title: "村社", required: true, names: ["村", "行政村", "所在村", "所在村社", "村社名称", "村名", "社区"] },
  { key: "code", title: "户号", required: true, names: ["户编号", "农户编号", "门户号", "户编码", "编号"] },
  { key: "householder", title: "户主姓名", required: true, names: ["户主", "姓名", "户主名", "户主名字"] },
  { key: "group", title: "组", names: ["村民小组", "小组", "组别", "所在组"] },
  { key: "address", title: "门牌地址", names: ["地址", "住址", "家庭住址", "门牌", "门牌号", "详细地址", "家庭地址"] },
  { key: "grid", title: "网格", names: ["所在网格", "所属网格", "网格名称"] },
  { key: "phone", title: "联系电话", names: ["电话", "手机", "手机号", "手机号码", "电话号码", "户主电话", "联系方式"] },
  { key: "members", title: "家庭成员", names: ["家庭人员", "成员", "家庭成员情况", "家庭成员构成"] },
  { key: "income", title: "收入来源", names: ["主要收入来源", "经济来源", "家庭收入来源"] },
  { key: "difficulty", title: "生活难题", names: ["困难", "主要困难", "难题", "存在困难", "生活困难"] },
  { key: "door", title: "找门说明", names: ["找门", "怎么找", "位置说明", "找到家门"] },
  { key: "keepers", title: "包户干部", names: ["包户", "包户人", "联系干部", "包户人员", "联户干部"] },
] as const satisfies readonly ImportColumn[];

export const columnsOf = { people, households } as const;

export const importColumns = (kind: ImportKind): readonly ImportColumn[] => columnsOf[kind];

/** Every column by all its names, as `readSheet` looks for the table. */
export const expected = (kind: ImportKind): string[][] => importColumns(kind).map(({ title, names }) => [title, ...names]);

/** Which of our columns each column of the file is; "" is not imported. */
export type Mapping = readonly string[];

/** How a head compares: `sheets/header` strips the same, but stands where a browser cannot load it. */
const keyOf = (head: string): string => head.replace(/[（(【[][^）)】\]]*[）)】\]]/g, "").replace(/[\s*＊:：]/g, "").toLowerCase();

/** A column's own title wins over its other names, and the first of two alike wins over the second. */
export function matchColumns(kind: ImportKind, header: readonly string[]): Mapping {
  const heads = header.map(keyOf);
  const mapping = header.map(() => "");
  for (const { key, title, names } of importColumns(kind)) {
    const free = (name: string) => heads.findIndex((head, at) => head === keyOf(name) && mapping[at] === "");
    const at = [title, ...names].map(free).find((place) => place >= 0);
    if (at !== undefined) mapping[at] = key;
  }
  return mapping;
}

export const isIdColumn = (head: string): boolean => /身份证|证件号|公民身份/.test(head);
export const isAmountColumn = (head: string): boolean => /(年|月|人均|纯|家庭)收入$|收入(金额|数|额)|存款|资产/.test(keyOf(head));

/** Why a column stays out, where there is more to say than that nobody asked for it. */
export function whyNot(head: string): string | undefined {
  if (isIdColumn(head)) return "身份证号不收集";
  if (isAmountColumn(head)) return "收入金额不收集";
  return /银行|卡号|宗教|民族|残疾|病史|健康/.test(head) ? "这一项不收集" : undefined;
}

/** Required columns that no column of the file was given to. */
export const missingColumns = (kind: ImportKind, mapping: Mapping): string[] =>
  importColumns(kind).flatMap(({ key, title, required }) => (required && !mapping.includes(key) ? title : []));

export const titleOf = (kind: ImportKind, key: string): string => importColumns(kind).find((column) => column.key === key)?.title ?? key;
