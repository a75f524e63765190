import { lengthOf, plain } from "@/lib/kernel/text";
import { doorFound, type DoorFound, type ItemPoints, type KeyState, type QuizItem, quizItem } from "@/lib/words/quiz";

/* 考核表: what the four points of each item mean, what is still missing on a sheet, and what sheets come to together. */

/** The most that one item is worth on one sheet. */
export const MOST_POINTS = 3;
/** What is right, where the key was wrong: no shorter than this. */
export const LEAST_CORRECTION = 2;
export const MOST_MINUTES = 600;

/** What each number of points stands for, from 0 to 3. */
export const anchors: Readonly<Record<QuizItem, readonly [string, string, string, string]>> = {
  members: ["说不出家里有谁", "说对几口人，或一两个人", "人都说对，关系有记错的", "几口人、什么关系都说对"],
  income: ["说不出靠什么收入", "说得出大概，主要的不对", "主要的说对，其他的漏了", "主要和其他收入都说对"],
  difficulty: ["说不出有什么难处", "说得出大概是哪方面", "主要难处说对，细节不清", "难处和来龙去脉都说对"],
  door: ["没找到", "问了几次，或走错几回", "问了一次，或绕了点路", "自己走到，没有绕路"],
};

type Key = { item: QuizItem; state: KeyState };
export type SheetMark = { item: QuizItem; points: number | null; wrongKey: boolean };

/** The file knew it when the household was drawn. The way to the door is walked, whatever the file says of it. */
export const isAsked = ({ item, state }: Key): boolean => item === "door" || state === "verified";

export const askedOf = (items: readonly { item: QuizItem; asked: boolean }[]): QuizItem[] => items.flatMap(({ item, asked }) => (asked ? [item] : []));

export const blankMarks = (asked: readonly QuizItem[]) => asked.map((item) => ({ item, points: null, wrongKey: false, correction: "" }));

type Written = {
  marks: readonly (SheetMark & { correction: string })[];
  found: DoorFound | null;
  minutes: number | null;
};
export type SheetGap = { field: QuizItem | "found" | "minutes"; message: string };

/** What is missing before it can be handed in, of what is asked at this door. */
export function gapsInSheet({ marks, found, minutes }: Written, asked: readonly QuizItem[]): SheetGap[] {
  const gaps = asked.flatMap((item) => gapAt(item, marks.find((mark) => mark.item === item)));
  if (!found) gaps.push({ field: "found", message: doorFound.missing });
  if (minutes !== null && !(Number.isInteger(minutes) && minutes >= 0 && minutes <= MOST_MINUTES))
    gaps.push({ field: "minutes", message: `用了几分钟是 0 到 ${MOST_MINUTES} 的整数` });
  return gaps;
}

function gapAt(item: QuizItem, mark: Written["marks"][number] | undefined): SheetGap[] {
  if (mark?.wrongKey) return isSaid(mark.correction) ? [] : [{ field: item, message: `写一写正确的${quizItem.label(item)}` }];
  return mark && mark.points !== null ? [] : [{ field: item, message: `给“${quizItem.label(item)}”打分` }];
}

export const isSaid = (correction: string): boolean => lengthOf(plain(correction).trim()) >= LEAST_CORRECTION;

export type Reckoned = { earned: number; countable: number; items: ItemPoints };

/**
 * All sheets as one result. An item counts where the file knew it and no examiner found the file wrong; then each sheet
 * can give it three points. What does not count is null, and never nought.
 */
export function reckonSheets(keys: readonly Key[], sheets: readonly (readonly SheetMark[])[]): Reckoned {
  const items: ItemPoints = {};
  for (const key of keys) items[key.item] = isAsked(key) ? pointsFor(key.item, sheets) : null;
  const counted = Object.values(items).filter((points) => points !== null);
  return { earned: counted.reduce((all, points) => all + points, 0), countable: MOST_POINTS * counted.length * sheets.length, items };
}

function pointsFor(item: QuizItem, sheets: readonly (readonly SheetMark[])[]): number | null {
  const marks = sheets.flatMap((sheet) => sheet.filter((mark) => mark.item === item));
  if (marks.length === 0 || marks.some(({ wrongKey }) => wrongKey)) return null;
  return marks.reduce((all, { points }) => all + (points ?? 0), 0);
}

/** A sheet in words, for whoever has to carry them elsewhere by hand. */
export function sheetText({ marks, found, minutes, words }: Written & { words: string }): string {
  const lines = marks.map(({ item, points, wrongKey, correction }) =>
    `${quizItem.label(item)}：${wrongKey ? `答案有误，正确的是“${correction}”` : points === null ? "没有打分" : `${points} 分`}`);
  const way = [found && doorFound.label(found), minutes !== null && `用了 ${minutes} 分钟`].filter(Boolean).join("，");
  return [...lines, way && `找门：${way}`, words && `备注：${words}`].filter(Boolean).join("\n");
}
