import * as fc from "fast-check";
import { expect, test } from "vitest";
import { gapsInSheet, isAsked, reckonSheets, type SheetMark } from "@/lib/quizzes/rules-sheet";
import { keyState, type QuizItem, quizItem } from "@/lib/words/quiz";

const keys = fc.tuple(...quizItem.values.map((item) => fc.constantFrom(...keyState.values).map((state) => ({ item, state }))));
/** One examiner's word on one item: points, or −1 for 答案有误. */
const word = fc.constantFrom(-1, 0, 1, 2, 3);
const sheets = fc.array(fc.tuple(word, word, word, word), { minLength: 1, maxLength: 3 });
type Words = readonly number[];

/** As the form would have it: only what is asked is marked. */
const asMarks = (asked: readonly QuizItem[], words: Words): SheetMark[] => quizItem.values.flatMap((item, place) =>
  (asked.includes(item) ? [{ item, points: words[place] === -1 ? null : words[place]!, wrongKey: words[place] === -1 }] : []));

/** The same once more, with a pencil: a table of items down and examiners across. */
function withAPencil(states: readonly { state: string }[], table: readonly Words[]) {
  let [earned, full] = [0, 0];
  for (let row = 0; row < 4; row++) {
    const counts = (row === 3 || states[row]!.state === "verified") && !table.some((words) => words[row] === -1);
    for (const words of table) if (counts) [earned, full] = [earned + words[row]!, full + 3];
  }
  return [earned, full];
}

test("earned and countable are what a pencil gives, whatever the file knew and whoever found it wrong", () => {
  fc.assert(fc.property(keys, sheets, (states, table) => {
    const asked = states.filter(isAsked).map(({ item }) => item);
    const { earned, countable, items } = reckonSheets(states, table.map((words) => asMarks(asked, words)));
    expect([earned, countable]).toEqual(withAPencil(states, table));
    expect(Object.keys(items).sort()).toEqual([...quizItem.values].sort());
    expect(earned).toBe(Object.values(items).reduce<number>((all, points) => all + (points ?? 0), 0));
  }), { numRuns: 2_000 });
});

test("the order of examiners, and of the marks on a sheet, changes nothing", () => {
  fc.assert(fc.property(keys, sheets, (states, table) => {
    const asked = states.filter(isAsked).map(({ item }) => item);
    const marks = table.map((words) => asMarks(asked, words));
    expect(reckonSheets(states.toReversed(), marks.map((sheet) => sheet.toReversed()).toReversed())).toEqual(reckonSheets(states, marks));
  }));
});

test("what the file does not know is asked of nobody; the door always is", () => {
  const asked = keyState.values.map((state) => [isAsked({ item: "income", state }), isAsked({ item: "door", state })]);
  expect(asked).toEqual([[true, true], [false, true], [false, true], [false, true]]);
  const wrong = { item: "door" as const, points: null, wrongKey: true };
  expect(reckonSheets([{ item: "door", state: "verified" }], [[wrong]])).toEqual({ earned: 0, countable: 0, items: { door: null } });
});

test("before it can be handed in each item that is asked has points, or what is right instead", () => {
  const mark = (item: QuizItem, points: number | null, correction = "", wrongKey = points === null) => ({ item, points, wrongKey, correction });
  const sheet = { found: "found" as const, minutes: null, marks: [mark("members", 0), mark("door", 3)] };
  expect(gapsInSheet(sheet, ["members", "door"])).toEqual([]);
  expect(gapsInSheet({ ...sheet, found: null, minutes: 601 }, ["members", "income", "door"])).toEqual([
    { field: "income", message: "给“收入来源”打分" }, { field: "found", message: "选择怎么找到的" }, { field: "minutes", message: "用了几分钟是 0 到 600 的整数" },
  ]);
  expect(gapsInSheet({ ...sheet, marks: [mark("members", null, " 女"), mark("door", null, "", false)] }, ["members", "door"])).toEqual([
    { field: "members", message: "写一写正确的家庭成员" }, { field: "door", message: "给“找到家门”打分" },
  ]);
  expect(gapsInSheet({ ...sheet, marks: [mark("members", null, "女儿在外地"), mark("door", 0)] }, ["members", "door"])).toEqual([]);
});
