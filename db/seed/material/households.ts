import { int, type Next, pick, shuffle } from "@/db/seed/material/chance";
import { doorDirections } from "@/db/seed/material/doors";
import { family, type ListedMember, maybeOther } from "@/db/seed/material/families";
import { surnames, type Weighted } from "@/db/seed/material/names";
import { difficulties, type DifficultyMaterial, difficultyTopic } from "@/db/seed/material/difficulties";
import { type IncomeKind, type IncomeMaterial, incomeOf, incomeTopic } from "@/db/seed/material/incomes";
import type { FactKind, FactTopic } from "@/lib/words/household";

/** One invented house. Kinds of income and words for difficulties only: no amounts, no health, no belief, no bank. */
export interface HouseholdMaterial {
  /** 户号, e.g. 「昇光-003」 */
  code: string;
  /** 「3组」 */
  group: string;
  /** 「3组27号」, in a community 「3组5幢2单元401室」 */
  address: string;
  householder: string;
  /** 1–6, the householder first. */
  members: ListedMember[];
  /** 收入来源, at least one: 「户主、配偶务农」 */
  incomes: IncomeMaterial[];
  /** 0–2; an empty list means that none was mentioned. */
  difficulties: DifficultyMaterial[];
  /** 找门说明 */
  door: string;
}

/** The year the invented ages are reckoned from, unless the caller knows better. */
export const referenceYear = 2026;

export function households(next: Next, village: string, n: number, thisYear = referenceYear): HouseholdMaterial[] {
  const names = villageSurnames(next);
  const doors = doorDirections(next, n, isCommunity(village));
  const groups = int(next, 8, 16);
  return Array.from({ length: n }, (_, index) => {
    const group = `${1 + Math.floor((index * groups) / n)}组`;
    const start = family(next, names, thisYear);
    const members = [...start, ...maybeOther(next, start)].map((member) => ({
      ...member, minor: thisYear - member.birthYear < 14,
    }));
    return {
      code: `${shortName(village)}-${String(index + 1).padStart(3, "0")}`,
      group,
      address: address(next, village, group, index),
      householder: members[0]?.name ?? "",
      members,
      incomes: incomeOf(next, members, thisYear),
      difficulties: difficulties(next, members, { thisYear, flat: isCommunity(village) }),
      door: doors[index] ?? "",
    };
  });
}

/** 「徐童山下村」 is 「徐童山下」 in a household code. */
export function shortName(village: string): string {
  return village.replace(/(村|社区)$/, "");
}

/** A few surnames fill most of a village: three of the list weigh four times as much here. */
function villageSurnames(next: Next): Weighted {
  const large = new Set(shuffle(next, surnames.slice(0, 20)).slice(0, 3).map(([name]) => name));
  return surnames.map(([name, weight]) => [name, large.has(name) ? weight * 4 + 12 : weight] as const);
}

function isCommunity(village: string): boolean {
  return village.endsWith("社区");
}

function address(next: Next, village: string, group: string, index: number): string {
  if (!isCommunity(village)) return `${group}${index * 3 + int(next, 1, 3)}号`;
  const slot = index % 10;
  const [block, stair, floor] = [1 + Math.floor(index / 10), slot < 5 ? 1 : 2, (slot % 5) + 1];
  return `${group}${block}幢${stair}单元${floor}0${pick(next, [1, 2])}室`;
}

/** 收入来源, 生活难题 and 找门说明 as the household file keeps them. */
export function factsOf({ incomes, difficulties: hard, door }: HouseholdMaterial) {
  const fact = (kind: FactKind, topic: FactTopic, says: string) => ({ kind, topic, says });
  return [
    ...incomes.map(({ kind, text }) => fact("income", incomeTopic[kind], text)),
    ...hard.map(({ kind, text }) => fact("difficulty", difficultyTopic[kind], text)),
    fact("door", "door", door),
  ];
}

/** What an account of a visit may take for granted about a house. */
export type Trait =
  | "elder" | "child" | "young" | "alone" | "aged"
  | "away" | "farm" | "shop" | "piecework" | "lets"
  | "house" | "flat";

const byIncome: readonly (readonly [IncomeKind, Trait])[] = [
  ["外出务工", "away"], ["务农", "farm"], ["个体经营", "shop"], ["来料加工", "piecework"], ["房屋出租", "lets"],
];

export function traitsOf(household: HouseholdMaterial, thisYear = referenceYear): Set<Trait> {
  const ages = household.members.map(({ birthYear }) => thisYear - birthYear);
  const traits = new Set<Trait>([household.address.includes("幢") ? "flat" : "house"]);
  if (ages.length === 1) traits.add("alone");
  if (ages.every((age) => age >= 62)) traits.add("aged");
  if (ages.some((age) => age >= 66)) traits.add("elder");
  if (ages.some((age) => age >= 5 && age <= 14)) traits.add("child");
  if (ages.some((age) => age >= 19 && age <= 30)) traits.add("young");
  for (const [kind, trait] of byIncome) if (household.incomes.some((income) => income.kind === kind)) traits.add(trait);
  return traits;
}
