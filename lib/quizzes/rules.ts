import type { Id } from "@/lib/kernel/id";
import { type ItemPoints, type QuizItem, quizItem, type QuizState, quizState } from "@/lib/words/quiz";

/** Working days in which a result may be appealed against. */
export const APPEAL_DAYS = 5;

/** How a quiz stands now: drawn more than a day ago with no sheet in it is 未完成, never a result of nought. */
export type Standing = QuizState | "unfinished";

export const standingOf = ({ state, overAt }: { state: QuizState; overAt: Date | null }, now: Date): Standing =>
  state === "drawn" && overAt !== null && overAt <= now ? "unfinished" : state;

export const standingWord = (standing: Standing): string => (standing === "unfinished" ? "未完成" : quizState.label(standing));

type Parties = { examineeId: Id<"person">; examinerId: Id<"person">; secondExaminerId: Id<"person"> | null };

/** Nobody decides about an exam they were in, on whichever side. */
export const tookPart = (personId: Id<"person">, { examineeId, examinerId, secondExaminerId }: Parties): boolean =>
  [examineeId, examinerId, secondExaminerId].includes(personId);

type Result = { earned: number; countable: number; items: ItemPoints };

export const countingItems = ({ items }: Pick<Result, "items">): QuizItem[] =>
  quizItem.values.filter((item) => items[item] !== null && items[item] !== undefined);

/** The most one item can bring: three for each examiner. */
export function fullOfItem({ countable, items }: Pick<Result, "countable" | "items">): number {
  const counting = countingItems({ items }).length;
  return counting === 0 ? 0 : countable / counting;
}

/** 「9 分（满分 12 分）」 */
export const spokenResult = ({ earned, countable }: Pick<Result, "earned" | "countable">): string =>
  countable === 0 ? "没有可计分的项目" : `${earned} 分（满分 ${countable} 分）`;

export type ItemCorrection = { item: QuizItem; points: number };

/** What an appeal makes of a result. It never takes a point away: whoever asks does not stand worse for having asked. */
export function corrected(result: Result, corrections: readonly ItemCorrection[]): Result | "unchanged" | "lower" | "beyond" {
  const items = { ...result.items };
  for (const { item, points } of corrections) {
    const before = items[item];
    if (before === null || before === undefined || points > fullOfItem(result)) return "beyond";
    if (points < before) return "lower";
    items[item] = points;
  }
  const earned = countingItems({ items }).reduce((sum, item) => sum + items[item]!, 0);
  return earned === result.earned ? "unchanged" : { earned, countable: result.countable, items };
}

/** A hash in groups of eight, as people read it to each other. */
export const grouped = (hash: string): string[] => hash.match(/.{1,8}/g) ?? [];
