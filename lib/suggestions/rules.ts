import { type QuizItem, quizItem } from "@/lib/words/quiz";

/** No more than so many are suggested, however long somebody was away. */
export const MOST_SUGGESTED = 10;
/** No more than so many are taken up in a day. */
export const MOST_ACCEPTED = 5;
/** So many days, today among them, a household that was taken up stays, and one that was put off rests. */
export const ANSWER_DAYS = 7;
/** Where somebody has been within a week stands last, whatever speaks for it. */
const JUST_SEEN_DAYS = 7;
export const MOST_WEIGHT = 10;

/** What a household can be suggested for, and how much each of it weighs. */
export const reasons = ["overdue", "weak", "owed", "flagged"] as const;
export type Reason = (typeof reasons)[number];
export type Weights = Record<Reason, number>;

/** Until the office sets others: an answer that is owed counts most, then what is being forgotten, then how long it is. */
export const defaultWeights: Weights = { overdue: 5, weak: 6, owed: 8, flagged: 2 };

export const reasonWords: Readonly<Record<Reason, { label: string; says: string }>> = {
  overdue: { label: "多久没去", says: "超过走访间隔的天数，每超一个间隔再加一份，等得久的总会轮到" },
  weak: { label: "没记牢的情况", says: "你还没练过或快忘了的，和上次考核答错的，4 项算满" },
  owed: { label: "欠着的回复", says: "等回访的问题，和过了期还没办的下一步，2 件算满" },
  flagged: { label: "生活难题", says: "档案里现在有的生活难题，2 项算满" },
};

/** What is known of one household on the day. */
export type Standing = {
  /** Days since the last visit; none, never. */
  daysSince: number | undefined;
  /** Days past the day it was due, and how many days lie between two visits there. */
  daysOver: number;
  everyDays: number;
  /** Headings I have likely forgotten, or never learnt. */
  weak: number;
  /** What I got wrong there in my last exam. */
  wrong: readonly QuizItem[];
  owed: number;
  flagged: number;
};

const share = (n: number, full: number): number => Math.min(n / full, 1);

/**
 * Each reason between 0 and 1, times its weight; but the days have no end, so that whoever waits long enough comes first
 * whatever speaks for others. Where they had one, the same doors came up for good (docs/familiarity.md).
 */
export const scoreOf = ({ daysOver, everyDays, weak, wrong, owed, flagged }: Standing, weights: Weights): number =>
  weights.overdue * (Math.max(daysOver, 0) / everyDays) + weights.weak * share(weak + wrong.length, 4) + weights.owed * share(owed, 2) + weights.flagged * share(flagged, 2);

/** 「62 天未访；收入来源上次答错；欠一次回复」 */
export function sentenceOf({ daysSince, weak, wrong, owed, flagged }: Standing): string {
  const since = daysSince === undefined ? "还没访过" : daysSince === 0 ? "今天访过" : `${daysSince} 天未访`;
  const parts = [
    since,
    wrong.length > 0 && `${wrong.map((item) => quizItem.label(item)).join("、")}上次答错`,
    weak > 0 && `${weak} 项情况没记牢`,
    owed > 0 && `欠${owed === 1 ? "一" : ` ${owed} `}次回复`,
    flagged > 0 && `有 ${flagged} 项生活难题`,
  ];
  return parts.filter(Boolean).join("；");
}

type Ranked = { id: string; kept: boolean; dueOn: string; standing: Standing };

const isJustSeen = ({ daysSince }: Standing): boolean => daysSince !== undefined && daysSince < JUST_SEEN_DAYS;

/** Mine first, then by what weighs most; alike, whoever is due longest. Never more than ten. */
export function suggested<H extends Ranked>(homes: readonly H[], weights: Weights): H[] {
  const scored = homes.map((home) => ({ home, score: scoreOf(home.standing, weights) }));
  const before = (a: (typeof scored)[number], b: (typeof scored)[number]): number =>
    Number(isJustSeen(a.home.standing)) - Number(isJustSeen(b.home.standing)) || Number(b.home.kept) - Number(a.home.kept) || b.score - a.score || compare(a.home.dueOn, b.home.dueOn) || compare(a.home.id, b.home.id);
  return scored.sort(before).slice(0, MOST_SUGGESTED).map(({ home }) => home);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
