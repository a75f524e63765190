import { eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import { fillYear, markDays, unmarkDay } from "@/lib/calendar/acts";
import { FillYearForm, MarkDaysForm, type MarkDaysInput, UnmarkDayForm } from "@/lib/calendar/forms";
import { calendarOf, yearToEnter } from "@/lib/calendar/reads";
import { yearMissing } from "@/lib/calendar/rules";
import { almanacOf } from "@/lib/gate/almanac";
import type { Desk } from "@/lib/gate/desk";
import { addWorkingHours, addWorkdays } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import { announcedDays } from "@/lib/kernel/holidays";
import { newId } from "@/lib/kernel/id";
import { feedbackPage } from "@/lib/feedback/reads";
import { sayFeedback } from "@/lib/feedback/acts";
import { FeedbackForm } from "@/lib/feedback/forms";
import { township } from "@/tests/support/township";

const input = (over: Partial<MarkDaysInput> = {}): MarkDaysInput => ({ mark: "holiday", name: "停工", firstOn: "2026-03-05", lastOn: "", ...over });
const form = (over: Partial<MarkDaysInput> = {}) => MarkDaysForm.parse(input(over));
const daysOf = async (desk: Desk, year = 2026) => (await calendarOf(desk, year)).days.map(({ day, mark }) => `${day} ${mark}`);
const deeds = (desk: Awaited<ReturnType<typeof township>>) =>
  desk.store.read.select().from(tables.ledger).where(inArray(tables.ledger.action, ["calendar.mark", "calendar.unmark"]));

test("a run is entered without the days that are free anyway, and the ledger tells each day of it", async () => {
  const town = await township();
  await markDays(town.chen, form({ firstOn: "2026-03-05", lastOn: "2026-03-10" }));
  await markDays(town.chen, form({ mark: "makeup", firstOn: "2026-03-14" }));
  expect(await daysOf(town.lin)).toEqual(["2026-03-05 holiday", "2026-03-06 holiday", "2026-03-09 holiday", "2026-03-10 holiday", "2026-03-14 makeup"]);
  const lines = await deeds(town);
  expect(lines.map(({ actorId, action, subject }) => [actorId, action, subject])).toEqual(Array(5).fill([town.people.chen, "calendar.mark", "dayMarks"]));
  expect(lines[4]!.changed).toMatchObject({ day: [null, "2026-03-14"], mark: [null, "makeup"], name: [null, "停工"] });
});

test("a day is taken back, once, and the ledger tells which", async () => {
  const town = await township();
  await markDays(town.chen, form({ lastOn: "2026-03-06" }));
  const { days } = await calendarOf(town.chen, 2026);
  const unmark = UnmarkDayForm.parse({ dayMarkId: days[0]!.id });
  await unmarkDay(town.chen, unmark);
  await expect(unmarkDay(town.chen, unmark)).rejects.toMatchObject({ code: "not-found" });
  expect(await daysOf(town.chen)).toEqual(["2026-03-06 holiday"]);
  expect((await deeds(town)).at(-1)).toMatchObject({ action: "calendar.unmark", changed: { day: ["2026-03-05", null] } });
  await markDays(town.chen, form());
});

test("what is nothing new, and what is marked already, is refused in words; of a run all of it or nothing", async () => {
  const town = await township();
  const says = (over: Partial<MarkDaysInput>) => markDays(town.chen, form(over)).then(() => "done", ({ field, message }: { field: string; message: string }) => [field, message]);
  expect(await says({ firstOn: "2026-03-07" })).toEqual(["firstOn", "3 月 7 日是周六，本来就不上班，不用标放假"]);
  expect(await says({ firstOn: "2026-03-07", lastOn: "2026-03-08" })).toEqual(["firstOn", "这几天本来就不上班，不用标放假"]);
  expect(await says({ firstOn: "2026-03-05", mark: "makeup" })).toEqual(["firstOn", "3 月 5 日是周四，本来就上班，不用标调休上班"]);
  expect(await says({ firstOn: "2026-03-05" })).toBe("done");
  const twice = ["firstOn", "3 月 5 日已经标了放假（停工）。要改，先把它去掉"];
  expect(await says({ firstOn: "2026-03-05" })).toEqual(twice);
  expect(await says({ firstOn: "2026-03-03", lastOn: "2026-03-06" })).toEqual(twice);
  expect(await says({ firstOn: "2026-03-14", mark: "makeup" })).toBe("done");
  expect(await says({ firstOn: "2026-03-13", lastOn: "2026-03-16" })).toEqual(["firstOn", "3 月 14 日已经标了调休上班（停工）。要改，先把它去掉"]);
  expect(await daysOf(town.chen)).toEqual(["2026-03-05 holiday", "2026-03-14 makeup"]);
  expect(await deeds(town)).toHaveLength(2);
});

test("of two who enter the same day at once, one is told that it is there", async () => {
  const town = await township();
  const done = await Promise.allSettled([1, 2, 3].map(() => markDays(town.chen, form())));
  expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
  for (const one of done) if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "invalid", field: "firstOn" });
  expect(await deeds(town)).toHaveLength(1);
});

test("a slip of the hand is told at its field", () => {
  const says = (over: Partial<MarkDaysInput>) => MarkDaysForm.safeParse(input(over)).error?.issues.map(({ path, message }) => [path.join("."), message])[0];
  expect(says({})).toBeUndefined();
  expect(says({ firstOn: "" })).toEqual(["firstOn", "选择日期"]);
  expect(says({ firstOn: "", lastOn: "2026-03-06" })).toEqual(["firstOn", "选择日期"]);
  for (const [firstOn, year] of [["2019-12-31", 0], ["2041-01-01", 0], ["2020-01-01", 1], ["2040-12-31", 1]] as const)
    expect([firstOn, says({ firstOn })]).toEqual([firstOn, year ? undefined : ["firstOn", "只录 2020 到 2040 年的日子，看看年份"]]);
  expect(says({ lastOn: "9999-12-31" })).toEqual(["lastOn", "只录 2020 到 2040 年的日子，看看年份"]);
  expect(says({ lastOn: "2026-03-04" })).toEqual(["lastOn", "最后一天不能早于第一天"]);
  expect([says({ lastOn: "2026-04-04" }), says({ lastOn: "2026-04-05" })]).toEqual([undefined, ["lastOn", "一次最多录 31 天，更长的分几次录"]]);
  expect(says({ name: " " })).toEqual(["name", "写一写是什么节日"]);
});

test("nobody but the office enters a day, takes one back or fills a year", async () => {
  const town = await township();
  await markDays(town.chen, form());
  const { days: [one] } = await calendarOf(town.chen, 2026);
  for (const who of ["lin", "wang", "he", "ge", "kao", "zhen", "guan", "shen"] as const) {
    await expect(markDays(town[who], form({ firstOn: "2026-03-06" })), who).rejects.toMatchObject({ code: "forbidden" });
    await expect(unmarkDay(town[who], { dayMarkId: one!.id }), who).rejects.toMatchObject({ code: "forbidden" });
    await expect(fillYear(town[who], { year: 2025 }), who).rejects.toMatchObject({ code: "forbidden" });
  }
  expect(await deeds(town)).toHaveLength(1);
  expect(await town.store.read.select().from(tables.dayMarks)).toHaveLength(1);
});

test("new due dates follow the table at once; one that is stored stays", async () => {
  const town = await township();
  const say = () => sayFeedback(town.lin, FeedbackForm.parse({ id: newId(), says: "试一试", page: "" }));
  const due = async () => {
    const almanac = await almanacOf(town.chen);
    return [addWorkingHours(town.now, 48, almanac).toISOString().slice(0, 10), addWorkdays(town.chen.me.today, 5, almanac)];
  };
  expect(await due()).toEqual(["2026-03-06", "2026-03-11"]); // from a Wednesday
  await say();
  await markDays(town.chen, form({ firstOn: "2026-03-05", lastOn: "2026-03-06" }));
  expect(await due()).toEqual(["2026-03-10", "2026-03-13"]);
  await markDays(town.chen, form({ mark: "makeup", firstOn: "2026-03-08" }));
  expect(await due()).toEqual(["2026-03-09", "2026-03-12"]);
  await say();
  const { rows } = await feedbackPage(town.lin, "mine");
  expect(rows.map(({ dueOn }) => dueOn)).toEqual(["2026-03-12", "2026-03-11"]);
});

test("a year is filled from the state's notice where it is known and nothing stands there yet", async () => {
  const town = await township();
  expect(await calendarOf(town.chen, 2026)).toMatchObject({ year: 2026, fillable: true, days: [] });
  await fillYear(town.chen, FillYearForm.parse({ year: 2026 }));
  const days = await daysOf(town.chen);
  expect(days).toEqual(announcedDays(2026).map(({ day, mark }) => `${day} ${mark}`));
  expect(days).toEqual(expect.arrayContaining(["2026-10-01 holiday", "2026-02-14 makeup"]));
  expect(days).not.toContain("2026-10-03 holiday"); // a Saturday
  expect(await deeds(town)).toHaveLength(days.length);
  await expect(fillYear(town.chen, { year: 2026 })).rejects.toMatchObject({ code: "conflict", message: "2026 年已经录入过一部分，接着一段一段录入" });
  await expect(fillYear(town.chen, { year: 2039 })).rejects.toMatchObject({ code: "conflict", message: "系统里还没有 2039 年的国务院通知，照通知一段一段录入" });
  expect(await calendarOf(town.chen, 2026)).toMatchObject({ fillable: false });
  expect(FillYearForm.safeParse({ year: 2041 }).success).toBe(false);
});

test("the page has this year, the next, and whichever has days; an unknown one is this one", async () => {
  const town = await township();
  await markDays(town.chen, form({ firstOn: "2024-10-01" }));
  expect(await calendarOf(town.chen, 2024)).toMatchObject({ year: 2024, years: [{ year: 2027, count: 0 }, { year: 2026, count: 0 }, { year: 2024, count: 1 }] });
  for (const asked of [undefined, NaN, 2025, 1]) expect((await calendarOf(town.chen, asked)).year).toBe(2026);
});

test("a year nobody entered is asked for: this one always, the next one from November", async () => {
  const both = ["2026-10-01", "2027-01-01"] as Day[];
  const ask = (today: string, entered: Day[]) => yearMissing(today as Day, entered);
  expect([ask("2026-10-31", [both[0]!]), ask("2026-11-01", [both[0]!]), ask("2026-12-31", both), ask("2026-11-01", [both[1]!]), ask("2027-01-01", [both[0]!])])
    .toEqual([undefined, 2027, undefined, 2026, 2027]);
  const town = await township({ on: "2026-11-02" });
  expect(await yearToEnter(town.chen)).toBe(2026);
  await fillYear(town.chen, { year: 2026 });
  expect(await yearToEnter(town.chen)).toBe(2027);
  await markDays(town.chen, form({ firstOn: "2027-01-01" }));
  expect(await yearToEnter(town.chen)).toBeUndefined();
  await town.store.write((tx) => tx.delete(tables.dayMarks).where(eq(tables.dayMarks.day, "2027-01-01" as Day)));
  expect(await yearToEnter(town.chen)).toBe(2027);
});
