import { type QuizItem, quizItem } from "@/lib/words/quiz";

/*
 * What exams say of the questions, the examining and the visiting, never of a person: every figure comes with how many
 * it rests on, and is not given where that is too few.
 */

/** Fewer than so many exams say nothing of how somebody examines. */
export const ENOUGH_SHEETS = 5;
/** Fewer points than so many are no correlation. */
export const ENOUGH_POINTS = 12;

export type Marked = { item: QuizItem; points: number | null; wrongKey: boolean };

/** 各项难易: of each item the mean of 0 to 3, how often nothing was known, and how often the file itself was wrong. */
export const itemFigures = (marks: readonly Marked[]) => quizItem.values.map((item) => {
  const [ofItem, given] = [marks.filter((mark) => mark.item === item), marks.flatMap((mark) => (mark.item === item && mark.points !== null ? [mark.points] : []))];
  return { item, n: given.length, mean: meanOf(given), none: given.filter((points) => points === 0).length, wrong: ofItem.filter(({ wrongKey }) => wrongKey).length };
});
export type ItemFigures = ReturnType<typeof itemFigures>[number];

/** 宽严: how far each examiner's mean lies from everybody's, in points of 3; whoever has examined too seldom is only counted. */
export function severity(sheets: readonly { examinerId: string; points: readonly number[] }[]) {
  const all = meanOf(sheets.flatMap(({ points }) => points));
  const examiners = [...new Set(sheets.map(({ examinerId }) => examinerId))];
  const figures = examiners.map((examinerId) => {
    const own = sheets.filter((sheet) => sheet.examinerId === examinerId && sheet.points.length > 0);
    return { n: own.length, mean: meanOf(own.flatMap(({ points }) => points)) };
  });
  const enough = figures.flatMap(({ n, mean }) => (n >= ENOUGH_SHEETS && mean !== undefined && all !== undefined ? [{ n, off: mean - all }] : []));
  return { all, seldom: figures.length - enough.length, examiners: enough.toSorted((a, b) => b.n - a.n || a.off - b.off) };
}

/** One village in one month: visits for ten households, and what share of the points was earned there in so many exams. */
export type VillageMonth = { visits: number; earned: number; countable: number; exams: number };

const bands = [["少于 2 次", 0, 2], ["2 到 4 次", 2, 4], ["4 到 8 次", 4, 8], ["8 次以上", 8, Infinity]] as const;

/** 走访与考核: by how much was visited; and Pearson's r over village-months, where there are enough and both differ at all. */
export function visitsAgainstResults(months: readonly VillageMonth[]) {
  const counted = months.filter(({ countable }) => countable > 0);
  const rows = bands.map(([label, from, below]) => {
    const inBand = counted.filter(({ visits }) => visits >= from && visits < below);
    const [earned, countable] = [sumOf(inBand.map((one) => one.earned)), sumOf(inBand.map((one) => one.countable))];
    return { label, months: inBand.length, exams: sumOf(inBand.map(({ exams }) => exams)), share: countable > 0 ? earned / countable : undefined };
  });
  const r = counted.length >= ENOUGH_POINTS ? correlation(counted.map(({ visits, earned, countable }) => [visits, earned / countable])) : undefined;
  return { rows, n: counted.length, r };
}

/** Pearson's r; none where one side is the same everywhere. */
export function correlation(points: readonly (readonly [number, number])[]): number | undefined {
  const [mx, my] = [meanOf(points.map(([x]) => x)) ?? 0, meanOf(points.map(([, y]) => y)) ?? 0];
  const sxy = sumOf(points.map(([x, y]) => (x - mx) * (y - my)));
  const [sxx, syy] = [sumOf(points.map(([x]) => (x - mx) ** 2)), sumOf(points.map(([, y]) => (y - my) ** 2))];
  return sxx > 1e-12 && syy > 1e-12 ? sxy / Math.sqrt(sxx * syy) : undefined;
}

const sumOf = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0);
const meanOf = (all: readonly number[]): number | undefined => (all.length > 0 ? sumOf(all) / all.length : undefined);
