import { computeDecayFactor, default_w, fsrs, generatorParameters, Rating } from "ts-fsrs";
import type { FileKind } from "@/lib/words/practice";

/** No more in a day, however many would be due. */
export const CARDS_A_DAY = 10;

/** Below this chance of knowing it a heading counts as weak, and its door as one to call at. */
export const WEAK_BELOW = 0.8;

/** A card comes back when nine in ten would still know it, and after 90 days whatever is known. No chance in it: a day is asked the same twice. */
const scheduler = fsrs(generatorParameters({ request_retention: 0.9, maximum_interval: 90, enable_fuzz: false, enable_short_term: false }));

export type Memory = { stability: number; difficulty: number };
/** 记得 or 忘了, and how many days after the answer before. */
export type Told = { days: number; remembered: boolean };

/** The chance that it is still known after so many days. */
export const recallAfter = (memory: Pick<Memory, "stability">, days: number): number =>
  scheduler.forgetting_curve(Math.max(0, days), memory.stability);

/** What one answer makes of a memory; the first one makes it. */
export function learn(memory: Memory | null, { days, remembered }: Told): Memory {
  const { stability, difficulty } = scheduler.next_state(memory, Math.max(0, days), remembered ? Rating.Good : Rating.Again);
  return { stability, difficulty };
}

/** Days until it wants to be asked again, 1 to 90. */
export const restDays = ({ stability }: Pick<Memory, "stability">): number => scheduler.next_interval(stability, 0);

/** A card is what its answers make of it: so an answer taken back is an answer left out, and nothing has to be remembered beside them. */
export function cardAfter(answers: readonly [Told, ...Told[]]) {
  const [first, ...rest] = answers;
  const memory = rest.reduce(learn, learn(null, first));
  return { ...memory, reps: answers.length, lapses: answers.filter(({ remembered }) => !remembered).length, restDays: restDays(memory) };
}

const { decay, factor } = computeDecayFactor(default_w);
/** So many times its stability a memory lasts before it is weak. */
export const weakAfter = (Math.pow(WEAK_BELOW, 1 / decay) - 1) / factor;

/** What a card stands under: `members`, or `income:farming`. */
export const headingOf = ({ kind, topic }: { kind: FileKind; topic?: string | undefined }): string => (kind === "members" ? kind : `${kind}:${topic ?? ""}`);

/** An income's name is half of its answer: the question only says which of how many. */
export function questionOf(kind: FileKind, { topic, place = 1, of = 1 }: { topic?: string; place?: number; of?: number } = {}): string {
  if (kind === "members") return "家里有哪些人？";
  if (kind === "income") return of > 1 ? `有 ${of} 种收入来源，第 ${place} 种是什么？` : "收入来源是什么？";
  return kind === "difficulty" ? `生活难题“${topic ?? ""}”，具体是什么情况？` : "这户的门怎么找？";
}
