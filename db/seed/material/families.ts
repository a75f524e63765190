import { int, type Next, often, pick, weighted } from "@/db/seed/material/chance";
import { anyGender, type Gender, longName, personName, surname, type Weighted } from "@/db/seed/material/names";
import type { Kinship } from "@/lib/words/household";

/** Who lives in a house: six kinds of family, from an old couple to three generations under one roof. */
export interface MemberMaterial {
  name: string;
  kinship: Kinship;
  gender: Gender;
  birthYear: number;
}

/** As a household lists them: `minor` is under 14, who is counted and not named. */
export type ListedMember = MemberMaterial & { minor: boolean };

type Family = "alone" | "elderly_couple" | "nuclear" | "grown_child" | "three_generations" | "with_parents" | "skipped";

const families: readonly (readonly [Family, number])[] = [
  ["three_generations", 30], ["nuclear", 17], ["with_parents", 16], ["grown_child", 13],
  ["elderly_couple", 13], ["alone", 7], ["skipped", 4],
];

/** The householder's year of birth, as years of age from and to. */
const ages: Readonly<Record<Family, readonly [number, number]>> = {
  alone: [48, 86], elderly_couple: [64, 86], nuclear: [30, 46], grown_child: [48, 62],
  three_generations: [55, 74], with_parents: [38, 54], skipped: [60, 72],
};

export function family(next: Next, names: Weighted, thisYear: number): MemberMaterial[] {
  const kind = weighted(next, families);
  const head = householder(next, names, thisYear - int(next, ...ages[kind]));
  if (kind === "alone") return [head];
  const pair = [head, spouseOf(next, head)];
  if (kind === "elderly_couple") return pair;
  const fathersName = familyName(pair.find(({ gender }) => gender === "male") ?? head);
  if (kind === "with_parents") return [...withChildren(next, pair, fathersName, thisYear), ...parents(next, head)];
  if (kind === "skipped") return [...pair, ...grandchildren(next, pair, fathersName, thisYear).slice(0, 1)];
  if (kind === "three_generations") return threeGenerations(next, pair, fathersName, thisYear);
  return withChildren(next, pair, fathersName, thisYear);
}

function householder(next: Next, names: Weighted, birthYear: number): MemberMaterial {
  const gender: Gender = often(next, 0.82) ? "male" : "female";
  const name = often(next, 0.012) ? longName(next, gender) : personName(next, gender, birthYear, surname(next, names));
  return { name, kinship: "householder", gender, birthYear };
}

function spouseOf(next: Next, head: MemberMaterial): MemberMaterial {
  const gender: Gender = head.gender === "male" ? "female" : "male";
  const birthYear = head.birthYear + (gender === "female" ? int(next, -2, 5) : int(next, -5, 2));
  return { name: marriedIn(next, gender, birthYear, familyName(head)), kinship: "spouse", gender, birthYear };
}

function withChildren(next: Next, pair: readonly MemberMaterial[], fathersName: string, thisYear: number) {
  const first = youngest(pair) + int(next, 22, 29);
  const births = often(next, 0.35) ? [first, first + int(next, 2, 8)] : [first];
  const mothersLimit = Math.min(...pair.map(({ birthYear }) => birthYear)) + 42;
  const children = births.filter((year) => year < thisYear && year <= mothersLimit).map((birthYear) => {
    const gender = anyGender(next);
    const kinship: Kinship = gender === "male" ? "son" : "daughter";
    return { name: personName(next, gender, birthYear, fathersName), kinship, gender, birthYear };
  });
  return [...pair, ...children];
}

function parents(next: Next, head: MemberMaterial): MemberMaterial[] {
  const motherBorn = head.birthYear - int(next, 20, 29);
  const fatherBorn = motherBorn - int(next, 0, 4);
  const father: MemberMaterial = {
    name: personName(next, "male", fatherBorn, familyName(head)),
    kinship: "father", gender: "male", birthYear: fatherBorn,
  };
  const mother: MemberMaterial = {
    name: marriedIn(next, "female", motherBorn, familyName(head)),
    kinship: "mother", gender: "female", birthYear: motherBorn,
  };
  return weighted(next, [[[father, mother], 5], [[mother], 4], [[father], 2]]);
}

function threeGenerations(next: Next, pair: readonly MemberMaterial[], fathersName: string, thisYear: number) {
  const birthYear = youngest(pair) + int(next, 22, 28);
  const staysHome: Gender = often(next, 0.72) ? "male" : "female";
  const child: MemberMaterial = {
    name: personName(next, staysHome, birthYear, fathersName),
    kinship: staysHome === "male" ? "son" : "daughter", gender: staysHome, birthYear,
  };
  const gender: Gender = staysHome === "male" ? "female" : "male";
  const partnerBorn = birthYear + (gender === "female" ? int(next, -2, 4) : int(next, -4, 2));
  const partner: MemberMaterial = {
    name: marriedIn(next, gender, partnerBorn, fathersName),
    kinship: gender === "male" ? "son_in_law" : "daughter_in_law", gender, birthYear: partnerBorn,
  };
  // Where a son-in-law moves in, the children usually keep the house's surname.
  return [...pair, child, partner, ...grandchildren(next, [child, partner], fathersName, thisYear)];
}

/** Children of the second generation; without it in the house, its age is reckoned from the grandparents'. */
function grandchildren(next: Next, above: readonly MemberMaterial[], name: string, thisYear: number): MemberMaterial[] {
  const skipped = above.some(({ kinship }) => kinship === "householder");
  const first = youngest(above) + (skipped ? int(next, 46, 54) : int(next, 23, 29));
  const births = often(next, 0.3) && !skipped ? [first, first + int(next, 2, 7)] : [first];
  return births.filter((year) => year < thisYear || skipped).map((year) => {
    const birthYear = Math.min(year, thisYear - 4);
    const gender = anyGender(next);
    const kinship: Kinship = gender === "male" ? "grandson" : "granddaughter";
    return { name: personName(next, gender, birthYear, name), kinship, gender, birthYear };
  });
}

function marriedIn(next: Next, gender: Gender, birthYear: number, notThis: string): string {
  let family = surname(next);
  while (family === notThis) family = surname(next);
  return personName(next, gender, birthYear, family);
}

const compound = ["欧阳", "上官", "诸葛", "司徒", "皇甫"];

/** 「欧阳慧芳」 is 欧阳, 「阿卜杜热合曼·艾山」 has none to hand on and takes an ordinary one. */
export function familyName({ name }: { name: string }): string {
  if (name.includes("·")) return "艾";
  return compound.find((two) => name.startsWith(two)) ?? name.slice(0, 1);
}

function youngest(people: readonly MemberMaterial[]): number {
  return Math.max(...people.map(({ birthYear }) => birthYear));
}

/** One other person at the table now and then: an unmarried brother, a nephew at school. */
export function maybeOther(next: Next, members: readonly MemberMaterial[]): MemberMaterial[] {
  const head = members[0];
  if (!head || members.length > 5 || !often(next, 0.03)) return [];
  const gender = anyGender(next);
  const birthYear = head.birthYear + int(next, pick(next, [-6, 1]), 8);
  return [{ name: personName(next, gender, birthYear, familyName(head)), kinship: "other", gender, birthYear }];
}
