import { type Skill, skill } from "@/lib/words/skill";
import { CAPACITY } from "./rules";

/** A young cadre nobody mentors yet, as far as it matters here. Villages by name: those they serve now. */
export type Learner = { id: string; name: string; department: string; offers: readonly Skill[]; wants: readonly Skill[]; villages: readonly string[] };
/** `load`: how many they have now, proposals among them. `knew`: villages they served before. */
export type Teacher = Learner & { load: number; knew: readonly string[] };
/** Two who are not put together again, and why. */
export type Barred = { menteeId: string; mentorId: string; why: string };
export type Material = { mentees: readonly Learner[]; mentors: readonly Teacher[]; barred: readonly Barred[] };

/**
 * 差距: how far a pair is from what one would wish, and the page says all of it. Learning outweighs the rest together.
 * Of two alike the mentor without a mentee is asked first; and one from the same department gives least, for at the
 * next desk they teach anyway: a pairing is one teacher more.
 */
export const WEIGHTS = { learn: 60, load: 20, village: 15, teachBack: 8, department: 6 } as const;

/** More than the worst pair costs, so that nobody is left over while a place is free. */
export const LEFT_OVER = 200;

export type Weight = keyof typeof WEIGHTS;
/** One thing that speaks for or against a pair. Without words it is not worth a sentence. */
export type Part = { of: Weight; cost: number; words: string };

/** `place`: which of their mentees this one would be, from 0. */
export function partsOf(mentee: Learner, mentor: Teacher, place: number): Part[] {
  return [learning(mentee, mentor), village(mentee, mentor), teachingBack(mentee, mentor), load(mentor, place), department(mentee, mentor)];
}

/** By share: whoever ticked four weighs no more than whoever ticked one. */
function learning({ wants }: Learner, { offers }: Teacher): Part {
  const met = wants.filter((one) => offers.includes(one));
  const cost = wants.length === 0 ? WEIGHTS.learn : Math.round((WEIGHTS.learn * (wants.length - met.length)) / wants.length);
  if (wants.length === 0) return { of: "learn", cost, words: "还没有登记想学" };
  if (met.length === 0) return { of: "learn", cost, words: `想学 ${listed(wants)}，对方没有登记` };
  return { of: "learn", cost, words: `想学 ${listed(met)}，对方擅长` };
}

function village({ villages }: Learner, { villages: serves, knew }: Teacher): Part {
  const now = villages.filter((name) => serves.includes(name));
  const before = villages.filter((name) => knew.includes(name));
  if (now.length > 0) return { of: "village", cost: 0, words: `同联${now.join("、")}` };
  if (before.length > 0) return { of: "village", cost: 0, words: `对方联过${before.join("、")}` };
  return { of: "village", cost: WEIGHTS.village, words: "" };
}

/** 以新促老 */
function teachingBack({ offers }: Learner, { wants }: Teacher): Part {
  const back = wants.filter((one) => offers.includes(one));
  return { of: "teachBack", cost: back.length > 0 ? 0 : WEIGHTS.teachBack, words: back.length > 0 ? `也能教对方 ${listed(back)}` : "" };
}

function load({ load }: Teacher, place: number): Part {
  const words = place === 0 ? "还没有带学员" : load > 0 ? `在带 ${load} 名` : `这次带 ${place + 1} 名`;
  return { of: "load", cost: WEIGHTS.load * place, words };
}

function department(mentee: Learner, mentor: Teacher): Part {
  const same = mentee.department !== "" && mentee.department === mentor.department;
  return { of: "department", cost: same ? WEIGHTS.department : 0, words: same ? "同部门" : "" };
}

const listed = (all: readonly Skill[]): string => all.map(skill.label).join("、");

export const costOf = (parts: readonly Part[]): number => parts.reduce((sum, { cost }) => sum + cost, 0);
export const reasonsOf = (parts: readonly Part[]): string => parts.flatMap(({ words }) => words || []).join("；");

export type Gap = "small" | "some" | "wide";
/** A pair's gap in a word; up to `SMALL` all that is wished for is there but a village or a second mentee. */
export const gapOf = (cost: number): Gap => (cost <= SMALL ? "small" : cost <= SOME ? "some" : "wide");
export const SMALL = 30;
export const SOME = 60;

export const barOf = ({ barred }: Material, menteeId: string, mentorId: string): Barred | undefined =>
  barred.find((one) => one.menteeId === menteeId && one.mentorId === mentorId);

/** Nobody mentors themselves, and two who said no are left alone. */
export const mayMeet = (material: Material, menteeId: string, mentorId: string): boolean =>
  menteeId !== mentorId && !barOf(material, menteeId, mentorId);

export const placesLeft = ({ load }: Pick<Teacher, "load">): number => Math.max(0, CAPACITY - load);
