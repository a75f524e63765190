import fc from "fast-check";
import { expect, test } from "vitest";
import { BEGINS, ENDS, isQuiet, outOfQuiet, showAtOf, TOGETHER_MS } from "@/lib/gate/quiet";
import { addDays, addWorkdays, type Almanac, dayOf, hourOf, isWorkday, startOf } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import { noticeKind } from "@/lib/words/notice";

/** Any moment of a year, and any table of holidays and worked weekends around it. */
const first = "2026-01-01" as Day;
const moment = fc.integer({ min: 0, max: 365 * 24 * 60 }).map((minutes) => new Date(startOf(first).getTime() + minutes * 60_000));
const almanac: fc.Arbitrary<Almanac> = fc
  .uniqueArray(fc.tuple(fc.integer({ min: -3, max: 380 }), fc.constantFrom("holiday" as const, "makeup" as const)), { maxLength: 120, selector: ([day]) => day })
  .map((marks) => new Map(marks.map(([day, mark]) => [addDays(first, day), mark])));
const kind = fc.constantFrom(...noticeKind.values);
const on = (text: string) => new Date(`${text}:00+08:00`);

test("nothing is ever shown in quiet hours or on a day off, nor before it happened, nor later than the next working day", () => {
  fc.assert(fc.property(moment, almanac, kind, (at, days, what) => {
    const shown = showAtOf(what, at, days);
    expect(isWorkday(dayOf(shown), days)).toBe(true);
    expect(hourOf(shown)).toBeGreaterThanOrEqual(BEGINS);
    expect(hourOf(shown)).toBeLessThan(ENDS);
    expect(shown.getTime()).toBeGreaterThanOrEqual(at.getTime());
    expect(dayOf(shown) <= addWorkdays(dayOf(at), 1, days)).toBe(true);
  }), { numRuns: 500 });
});

test("what happens in working hours is shown at once; only what is asked of an author waits half an hour", () => {
  fc.assert(fc.property(moment, almanac, kind, (at, days, what) => {
    fc.pre(!isQuiet(at, days));
    const waits = showAtOf(what, at, days).getTime() - at.getTime();
    const then = new Date(at.getTime() + TOGETHER_MS);
    const late = isQuiet(then, days) ? outOfQuiet(then, days).getTime() - at.getTime() : TOGETHER_MS;
    expect(waits).toBe(what === "visit_returned" ? late : 0);
  }));
});

test("everything asked of one author before the first of it is shown is shown with it", () => {
  fc.assert(fc.property(moment, almanac, fc.array(fc.nat({ max: TOGETHER_MS - 1 }), { maxLength: 6 }), (at, days, gaps) => {
    const together = showAtOf("visit_returned", at, days);
    for (const gap of gaps) expect(showAtOf("visit_returned", new Date(at.getTime() + gap), days, together)).toEqual(together);
  }));
});

test("as the clock on the wall says it", () => {
  const days: Almanac = new Map([["2026-03-06" as Day, "holiday"], ["2026-03-07" as Day, "makeup"]]);
  const said = (at: string, what: (typeof noticeKind.values)[number] = "coached") => showAtOf(what, on(at), days);
  expect(said("2026-03-04T09:00")).toEqual(on("2026-03-04T09:00"));
  expect(said("2026-03-04T07:59")).toEqual(on("2026-03-04T08:00"));
  expect(said("2026-03-04T18:00")).toEqual(on("2026-03-05T08:00"));
  expect(said("2026-03-05T19:30")).toEqual(on("2026-03-07T08:00")); // Friday is a holiday, Saturday is worked
  expect(said("2026-03-07T17:45", "visit_returned")).toEqual(on("2026-03-09T08:00"));
  expect(said("2026-03-04T09:00", "visit_returned")).toEqual(on("2026-03-04T09:30"));
});
