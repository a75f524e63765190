import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, addMonths } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import { closedBy, dueOutOfOrder, missingAt, NO_RESULT, reopenedBy, silentDays, type Standing } from "@/lib/topics/rules";
import { liesIn, marksOf, monthAfter, monthsOf, shareOf, yearAround } from "@/lib/topics/rules-year";
import { gate } from "@/lib/words/topic";

const standing = fc.constantFrom<Standing>(...gate.values, null);
const day = fc.integer({ min: 0, max: 1500 }).map((n) => addDays("2025-01-01" as Day, n));

test("a move closes the gates from where it was to where it goes, and the way back opens the same ones", () => {
  fc.assert(fc.property(standing, standing, (from, to) => {
    expect(reopenedBy(to, from)).toEqual(closedBy(from, to));
    expect(closedBy(from, to).length * reopenedBy(from, to).length).toBe(0);
    if (from === to) expect(closedBy(from, to)).toEqual([]);
    else expect([...closedBy(from, to), ...reopenedBy(from, to)]).toContain(closedBy(from, to).length > 0 ? from : to);
  }));
});

test("a gate lacks what is not ticked, and 答辩 its result as well", () => {
  const items = fc.array(fc.record({ words: fc.string(), ticked: fc.boolean() }), { maxLength: 5 });
  fc.assert(fc.property(fc.constantFrom(...gate.values), items, fc.boolean(), (at, asked, published) => {
    const missing = missingAt({ gate: at, items: asked }, published);
    expect(missing.length).toBe(asked.filter(({ ticked }) => !ticked).length + (at === "defence" && !published ? 1 : 0));
    expect(missing.includes(NO_RESULT) && at !== "defence").toBe(false);
  }));
});

test("days that come in the order of the gates are fine, with gaps too; one before its forerunner is named", () => {
  fc.assert(fc.property(fc.array(fc.option(day), { minLength: 8, maxLength: 8 }), (days) => {
    const set = days.filter((one) => one !== null);
    const fault = dueOutOfOrder(gate.values.map((at, i) => ({ gate: at, dueOn: days[i] ?? null })));
    expect(fault === undefined).toBe(set.every((one, i) => i === 0 || one >= set[i - 1]!));
    if (fault) expect(days[gate.values.indexOf(fault.late)]! < days[gate.values.indexOf(fault.early)]!).toBe(true);
  }));
});

test("silence begins on the twenty-second day, and never where there is nothing to be heard", () => {
  fc.assert(fc.property(standing, day, fc.nat({ max: 60 }), fc.boolean(), (at, heardOn, days, stopped) => {
    const said = silentDays({ gate: at, heardOn, stoppedOn: stopped ? heardOn : null }, addDays(heardOn, days));
    const listens = !stopped && at !== null && at !== "followup3" && at !== "followup6";
    expect(said).toBe(listens && days > 21 ? days : undefined);
  }));
});

test("every day of twelve months has its place among them, later ones further on, and no other day has one", () => {
  fc.assert(fc.property(day, day, (today, one) => {
    const from = yearAround(today);
    expect(monthsOf(from)).toContain(today.slice(0, 7));
    const share = shareOf(one, from);
    expect(share !== undefined).toBe(one >= `${from}-01` && one < `${monthAfter(from, 12)}-01`);
    if (share !== undefined) expect(Math.floor(share * 12 + 0.01)).toBeGreaterThanOrEqual(monthsOf(from).findIndex((month) => one.startsWith(month)));
    const next = shareOf(addDays(one, 1), from);
    if (share !== undefined && next !== undefined) expect(next).toBeGreaterThan(share);
  }));
});

test("a gate is drawn on the day it was passed, or on its day, and is late only when that is over", () => {
  const today = "2026-03-04" as Day;
  const line = (dueOn: string | null, closedOn: string | null, waived = false) => ({ gate: "kickoff" as const, dueOn: dueOn as Day | null, closedOn: closedOn as Day | null, waived });
  const drawn = (one: ReturnType<typeof line>) => marksOf([one], today).map(({ on, state }) => `${on} ${state}`);
  expect([line("2026-03-01", "2026-03-02"), line("2026-03-01", "2026-03-02", true), line("2026-03-03", null), line("2026-03-04", null), line(null, null)].map(drawn)).toEqual(
    [["2026-03-02 closed"], ["2026-03-02 waived"], ["2026-03-03 late"], ["2026-03-04 due"], []]);
  const marks = marksOf([line("2026-03-01", "2026-03-02")], today);
  expect([liesIn({ startedOn: "2025-01-01" as Day, marks, over: true }, monthAfter("2026-03", 0)), liesIn({ startedOn: "2025-01-01" as Day, marks, over: true }, monthAfter("2026-04", 0))]).toEqual([true, false]);
  expect(addMonths("2026-08-31" as Day, 6)).toBe("2027-02-28");
});
