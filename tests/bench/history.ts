import { int, mulberry32, type Next, often, pick } from "@/db/seed/material/chance";
import { visitWriter } from "@/db/seed/material/visits";
import type { NewRow } from "@/db/schema";
import { addDays, dayOf, startOf, weekOf } from "@/lib/kernel/calendar";
import type { Day, Week } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import type { VisitKind, VisitState } from "@/lib/words/visit";
import { v7 } from "uuid";
import type { Cadre } from "./cast";

/**
 * The last three weeks are the same in every town, whatever its size, down to what waits for whom: what a larger town
 * costs more is then the price of its past alone.
 */
export const RECENT = 600;
const [RECENT_DAYS, DAYS] = [21, 1826];

/** In 25 recent accounts of every town, and in no other; the common one is in one of fifty. */
export const RARE = "芦笛";
export const COMMON = "老人";

type Weekday = { day: Day; week: Week; begins: number; due: Day };
export type Tale = { account: string; topics: NewRow<"visits">["topics"] };
export type VisitRow = NewRow<"visits"> & { id: Id<"visit">; state: VisitState; visitedOn: Day };
export type Told = { row: VisitRow; cadre: Cadre; tale: number; due: Day };

/** Two thousand accounts as the demo town tells them; longer pasts tell them again. */
export function talesFor(count = 2000): Tale[] {
  const next = mulberry32(7);
  const writer = visitWriter(next);
  const tales = Array.from({ length: count }, (_, i) => writer.visit({ kind: "household_day", month: (i % 12) + 1 }));
  const toldAs = (account: string, i: number) => (i < 25 ? `${account}${COMMON}说村口${RARE}声又响了。` : account.replaceAll(RARE, ""));
  return tales.map(({ account, topics }, i) => ({ topics, account: toldAs(account, i) }));
}

/** The past of a town, oldest first: so many visits over five years, of which the last 600 in three weeks. */
export function* historyOf(count: number, cadres: readonly Cadre[], tales: readonly Tale[], now: Date): Generator<Told> {
  const next = mulberry32(count);
  const days = calendarUntil(now);
  const past = count - RECENT;
  for (let i = 0; i < past; i++) {
    const day = days[Math.floor((i / past) * (DAYS - RECENT_DAYS))]!;
    const tale = int(next, 25, tales.length - 1);
    yield told(next, pick(next, cadres), day, { tale, ...tales[tale]! }, often(next, 0.01) ? "returned" : "approved");
  }
  yield* recent(mulberry32(1), days.slice(DAYS - RECENT_DAYS), cadres, tales, now);
}

/** Thirty of the first cadre's, whose mentor has thirty to read; two hundred wait in all, forty of them too long. */
function* recent(next: Next, days: Weekday[], cadres: readonly Cadre[], tales: readonly Tale[], now: Date): Generator<Told> {
  for (let i = 0; i < RECENT; i++) {
    const cadre = i % 20 === 0 ? cadres[0]! : cadres[2 + (i % (cadres.length - 2))]!;
    const waits = i % 3 === 0 || (i % 20 === 0 && i < 400);
    const state: VisitState = waits ? "submitted" : i % 50 === 1 ? "draft" : i % 30 === 2 ? "returned" : "approved";
    const tale = i % 24 === 0 ? i / 24 : int(next, 25, tales.length - 1);
    const one = told(next, cadre, days[Math.floor((i / RECENT) * days.length)]!, { tale, ...tales[tale]! }, state);
    if (state === "draft") one.row = { ...one.row, reviewerId: null, submittedAt: null, dueAt: null };
    if (waits) one.row.dueAt = new Date(now.getTime() + (i % 15 === 0 ? -1 : 1) * (i + 30) * 600_000);
    yield one;
  }
}

type Words = Tale & { tale: number };

function told(next: Next, cadre: Cadre, { day, week, begins, due }: Weekday, words: Words, state: VisitState): Told {
  const kind: VisitKind = pick(next, ["household_day", "household_day", "night_talk", "household_day", "night_talk", "enterprise"] as const);
  const home = kind === "enterprise" ? undefined : pick(next, cadre.homes);
  const at = begins + int(next, 9 * 60, 20 * 60) * 60_000;
  const { tale, account, topics } = words;
  const row: VisitRow = {
    id: v7({ msecs: at }) as Id<"visit">, authorId: cadre.id, kind, householdId: home?.id ?? null,
    enterpriseId: home ? null : cadre.firm, villageId: home?.villageId ?? cadre.villageId,
    visitedOn: day, slot: "morning", week, notDone: often(next, 0.05) ? "nobody_home" : null, topics, account,
    matter: "none", state, reviewerId: cadre.mentorId, submittedAt: new Date(at), dueAt: new Date(at + 172_800_000),
    bodyHash: "", version: state === "approved" || state === "returned" ? 2 : 1,
  };
  return { row, cadre, tale, due };
}

function calendarUntil(now: Date): Weekday[] {
  const today = dayOf(now);
  return Array.from({ length: DAYS }, (_, i) => {
    const day = addDays(today, i - DAYS);
    return { day, week: weekOf(day), begins: startOf(day).getTime(), due: addDays(day, 30) };
  });
}
