import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { sheetOf } from "@/app/(desk)/reviews/sheet";
import { tables } from "@/db/schema";
import { addWorkingHours, workdaysFrom, workingHoursBetween } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import { type Id, idSince, newId } from "@/lib/kernel/id";
import { reviewVisit, undoReview } from "@/lib/visits/acts-review";
import { pendingRemarks } from "@/lib/visits/reads-remarks";
import { countReviews, reviewsPage } from "@/lib/visits/reads-reviews";
import { reviewTimes } from "@/lib/visits/reads-times";
import { figuresOf } from "@/lib/visits/rules-times";
import { fillVisits } from "../support/many-visits";
import { overheard } from "../support/plans";
import { asks, away, handedIn, later, passes } from "../support/reviews";
import { township } from "../support/township";

const HOUR = 3600;
const folder = mkdtempSync(join(tmpdir(), "qinglan-times-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the middle, nine in ten and the share in time are those of the sorted hours", () => {
  expect(figuresOf([])).toEqual({ count: 0, median: undefined, p90: undefined, inTime: undefined });
  fc.assert(fc.property(fc.array(fc.nat({ max: 100 }), { minLength: 1, maxLength: 40 }), (hours) => {
    const { median, p90, inTime, count } = figuresOf(hours);
    const within = (most: number) => hours.filter((h) => h <= most).length / count;
    expect(within(median!)).toBeGreaterThanOrEqual(0.5);
    expect(within(p90!)).toBeGreaterThanOrEqual(0.9);
    expect(hours).toContain(median);
    expect(inTime).toBe(within(48));
  }));
});

test("working hours are counted as they are added, and a weekend counts none", () => {
  const almanac = new Map<Day, "holiday" | "makeup">([["2026-03-05" as Day, "holiday"], ["2026-03-08" as Day, "makeup"]]);
  fc.assert(fc.property(fc.integer({ min: 0, max: 20 * 24 }), fc.integer({ min: 1, max: 200 }), (start, hours) => {
    const from = new Date(Date.parse("2026-03-01T00:00:00+08:00") + start * 3_600_000);
    expect(workingHoursBetween(from, addWorkingHours(from, hours, almanac), almanac)).toBeCloseTo(hours, 6);
  }));
  expect(workdaysFrom("2026-03-04" as Day, "2026-03-09" as Day, almanac)).toBe(4);
});

test("a mentor sees their own, the office everybody by name; what was taken back does not count", async () => {
  const town = await township();
  const [one, two] = [await handedIn(town, "第一条"), await handedIn(town, "第二条")];
  await reviewVisit(await later(town, "wang", 10 * HOUR), asks(one));
  await reviewVisit(await later(town, "wang", 2 * HOUR), passes(two));
  await undoReview(await later(town, "wang", 2 * HOUR + 5), { visitId: two, version: 2 });
  const wang = await later(town, "wang", 40 * HOUR);
  expect(await reviewTimes(wang, 30)).toEqual([{ id: town.people.wang, name: "王建国", count: 1, median: 10, p90: 10, inTime: 1, oldest: town.now }]);
  await reviewVisit(wang, passes(two, 3));
  expect(await reviewTimes(await later(town, "chen", 41 * HOUR), 30)).toMatchObject([
    { name: "王建国", count: 2, median: 10, p90: 40, inTime: 1, oldest: undefined },
    { name: "周敏", count: 0, median: undefined },
  ]);
  expect(await reviewTimes(await later(town, "zhou", 41 * HOUR), 30)).toMatchObject([{ name: "周敏", count: 0 }]);
  expect(await reviewTimes(await later(town, "chen", 40 * 24 * HOUR), 30)).toMatchObject([{ count: 0 }, { count: 0 }]);
  expect(await reviewTimes(await later(town, "chen", 40 * 24 * HOUR), 90)).toMatchObject([{ count: 2 }, { count: 0 }]);
});

test("an id is never less than the moment it was made at", () => {
  const before = new Date();
  const id = newId<"visitStep">();
  expect(id >= idSince(before)).toBe(true);
  expect(id < idSince(new Date(Date.now() + 1000))).toBe(true);
});

test("the figures are one question each, found by an index, whoever asks", async () => {
  const path = join(folder, "town.db");
  const ear = overheard(path);
  const town = await township({ store: ear.store });
  fillVisits(path, town, 2000);
  for (const desk of [town.wang, town.chen]) {
    const plan = await ear.plansOf(() => reviewTimes(desk, 90));
    expect(plan.filter((step) => /^SCAN (visits|visit_steps|visit_versions)\b/.test(step))).toEqual([]);
  }
  expect((await ear.plansOf(() => reviewTimes(town.chen, 90))).join()).toContain("SEARCH visit_steps USING INDEX sqlite_autoindex_visit_steps_1 (id>?)");
  expect((await ear.plansOf(() => reviewTimes(town.wang, 90))).join()).toMatch(/SEARCH visit_steps USING INDEX (visit_steps_actor|sqlite_autoindex_visit_steps_1)/);
});

test("a stand-in's list, the office's with somebody away, and one log with all that is known of its door: walked by index, never sorted whole", async () => {
  const path = join(folder, "away.db");
  const ear = overheard(path);
  const town = await township({ store: ear.store });
  fillVisits(path, town, 2000);
  await away(town, { startedOn: "2026-03-04", endedOn: "2026-03-20" });
  const [zhou, chen] = [await later(town, "zhou", 60), await later(town, "chen", 5 * 24 * HOUR)];
  const [{ id: some }] = (await town.store.read.select({ id: tables.visits.id }).from(tables.visits).where(eq(tables.visits.state, "submitted")).limit(1)) as [{ id: Id<"visit"> }];
  await town.store.write((tx) => tx.update(tables.visits).set({ authorId: town.people.lin, reviewerId: town.people.wang, villageId: town.villages.dongling }).where(eq(tables.visits.id, some)));
  expect((await reviewsPage(zhou, "mine")).rows.map(({ id }) => id)).toEqual([some]);
  const questions = [() => reviewsPage(zhou, "mine"), () => countReviews(zhou, "mine"), () => sheetOf(zhou, some), () => sheetOf(chen, some), () => pendingRemarks(zhou)];
  for (const question of questions) expect((await ear.plansOf(question)).filter((step) => /^SCAN (visits|visit_\w+|problems|households)\b(?! USING)/.test(step)), String(question)).toEqual([]);
  await town.store.write((tx) => tx.update(tables.absences).set({ standInId: null }));
  for (const [desk, scope] of [[zhou, "mine"], [chen, "unassigned"], [chen, "all"]] as const)
    expect((await ear.plansOf(() => reviewsPage(desk, scope))).filter((step) => step.includes("TEMP B-TREE FOR ORDER BY") || /^SCAN visits/.test(step))).toEqual([]);
});
