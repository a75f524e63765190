import { type Next, often, weighted } from "@/db/seed/material/chance";
import type { MemberMaterial } from "@/db/seed/material/families";
import type { FactTopic, Kinship } from "@/lib/words/household";
import type { Gender } from "@/db/seed/material/names";

/** Kinds of income as a village cadre names them. Never an amount, a firm or a bank. */
export const incomeKinds = [
  "务农", "外出务工", "本地企业务工", "个体经营", "养殖", "来料加工", "机关事业单位", "退休金", "房屋出租", "家人赡养",
] as const;
export type IncomeKind = (typeof incomeKinds)[number];

/** The heading each is filed under. */
export const incomeTopic: Readonly<Record<IncomeKind, FactTopic>> = {
  务农: "farming", 外出务工: "outside_work", 本地企业务工: "local_work", 个体经营: "business", 养殖: "breeding",
  来料加工: "other", 机关事业单位: "local_work", 退休金: "pension", 房屋出租: "rent", 家人赡养: "other",
};

export interface IncomeMaterial {
  kind: IncomeKind;
  text: string;
}

type Choices = readonly (readonly [IncomeKind | null, number])[];

const ofWorkingAge: Choices = [
  ["本地企业务工", 42], ["外出务工", 20], ["个体经营", 16], ["机关事业单位", 5], ["务农", 6], ["养殖", 3], ["来料加工", 4],
  [null, 4],
];
const nearRetirement: Choices = [
  ["本地企业务工", 30], ["务农", 22], ["个体经营", 12], ["退休金", 16], ["来料加工", 8], ["养殖", 5], ["外出务工", 5], [null, 2],
];
const notYet = nearRetirement.filter(([kind]) => kind !== "退休金");
const retired: Choices = [["退休金", 62], ["务农", 24], [null, 10], ["来料加工", 4]];
const veryOld: Choices = [["退休金", 70], [null, 30]];

const called: Readonly<Record<Kinship, string>> = {
  householder: "户主", spouse: "配偶", son: "儿子", daughter: "女儿", son_in_law: "女婿", daughter_in_law: "儿媳",
  father: "父亲", mother: "母亲", grandson: "孙子", granddaughter: "孙女", other: "同住亲属",
};
const phrase: Readonly<Record<IncomeKind, string>> = {
  务农: "务农", 外出务工: "外出务工", 本地企业务工: "在本地企业务工", 个体经营: "个体经营", 养殖: "搞养殖", 来料加工: "在家做来料加工",
  机关事业单位: "在机关事业单位上班", 退休金: "领退休金", 房屋出租: "出租房屋", 家人赡养: "靠子女赡养",
};

export function incomeOf(next: Next, members: readonly MemberMaterial[], thisYear: number): IncomeMaterial[] {
  const earners = members.flatMap(({ kinship, gender, birthYear }) => {
    const kind = livelihood(next, gender, thisYear - birthYear);
    return kind ? [{ who: called[kinship], kind }] : [];
  });
  if (earners.length === 0) earners.push({ who: "户主", kind: "家人赡养" });
  const sources = livingBy(earners);
  if (often(next, 0.09)) sources.push({ kind: "房屋出租", text: "有房屋出租" });
  return sources;
}

function livelihood(next: Next, gender: Gender, age: number): IncomeKind | null {
  if (age < 22) return null;
  if (age < 50) return weighted(next, ofWorkingAge);
  if (age < (gender === "male" ? 60 : 52)) return weighted(next, notYet);
  if (age < 63) return weighted(next, nearRetirement);
  return weighted(next, age < 76 ? retired : veryOld);
}

/** 「户主、配偶务农」, 「儿子在本地企业务工」: those who live by the same thing are named together. */
function livingBy(earners: readonly { who: string; kind: IncomeKind }[]): IncomeMaterial[] {
  const kinds = [...new Set(earners.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const people = earners.filter((earner) => earner.kind === kind).map(({ who }) => who);
    return { kind, text: people.join("、") + phrase[kind] };
  });
}
