import { and, asc, count, desc, eq, gt, gte, inArray, ne, or } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { namesOf } from "@/lib/gate/names";
import { type LostDoor, lostDoor } from "@/lib/gate/keeper";
import { addDays, startOf } from "@/lib/kernel/calendar";
import type { Id } from "@/lib/kernel/id";
import type { ParkedState } from "@/lib/words/visit";
import { VisitForm } from "./forms";
import { readable } from "./reads";
import { waitsParked } from "./rules";

/** What the phone is told of an item that the server keeps: how it stands, in words too, and to whom it can be handed. */
export type ParkedAnswer = { state: ParkedState; message: string; keeper: string | null };

/** As it rests: the form, and whether the phone's clock was off when it came. */
export const bodyOf = (form: VisitForm, skewed: boolean): string => JSON.stringify({ visit: form, skewed });

export function saidIn(body: string): { visit: VisitForm; skewed: boolean } {
  const { visit, skewed } = JSON.parse(body) as { visit: unknown; skewed: boolean };
  return { visit: VisitForm.parse(visit), skewed };
}

/** My own one as it stands now; undefined where nothing of mine is kept under that id. */
export async function parkedAnswer(desk: Desk, id: Id<"visit">, lost: LostDoor): Promise<ParkedAnswer | undefined> {
  const { parkedVisits: p } = desk.see;
  const [found] = await desk.select({ state: p.state, note: p.note, keeperId: p.keeperId, settledById: p.settledById }).from(p)
    .where(and(eq(p.id, id), eq(p.authorId, desk.me.id)));
  if (!found) return undefined;
  const names = await namesOf(desk, [found.keeperId, found.settledById]);
  const message = outcomeWords({ ...found, reason: lost.words, keeper: names(found.keeperId), settledBy: names(found.settledById) });
  return { state: found.state, message, keeper: nextKeeper(found, lost) };
}

/** To whom it can be handed: nobody, where it is settled or with that person already. */
const nextKeeper = ({ state, keeperId }: { state: ParkedState; keeperId: Id<"person"> | null }, { keeper }: LostDoor): string | null =>
  (waits(state) && keeper && keeper.id !== keeperId ? keeper.name : null);

const waits = (state: ParkedState): boolean => waitsParked.some((one) => one === state);

type Outcome = { state: ParkedState; reason: string; note: string; keeper: string; settledBy: string };

/** How it stands, as its author reads it. */
export function outcomeWords({ state, reason, note, keeper, settledBy }: Outcome): string {
  if (state === "parked") return `${reason}。这条已存在系统里，等待处理`;
  if (state === "handed") return `已转交给 ${keeper}，等待处理`;
  if (state === "declined") return `${settledBy} 没有收：${note}`;
  return state === "admitted" ? `${settledBy} 已收进走访日志` : "你已撤回这一条";
}

export const PAGE = 20;
export type ParkedCursor = { at: Date; id: Id<"visit"> };

/** What waits for me to take it in, waiting longest first: handed to me, or anybody's for the office; never my own. */
export async function parkedPage(desk: Desk, after?: ParkedCursor) {
  const { parkedVisits: p } = desk.see;
  const later = after && and(gte(p.parkedAt, after.at), or(gt(p.parkedAt, after.at), gt(p.id, after.id)));
  const rows = await linesOf(desk).where(and(inArray(p.state, [...waitsParked]), ne(p.authorId, desk.me.id), later))
    .orderBy(asc(p.parkedAt), asc(p.id)).limit(PAGE + 1);
  const lines = await worded(desk, rows.slice(0, PAGE));
  const last = lines.at(-1);
  return { rows: lines, next: rows.length > PAGE && last ? { at: last.parkedAt, id: last.id } : undefined };
}

export async function countParked(desk: Desk): Promise<number> {
  const { parkedVisits: p } = desk.see;
  const [row] = await desk.select({ n: count() }).from(p).where(and(inArray(p.state, [...waitsParked]), ne(p.authorId, desk.me.id)));
  return row!.n;
}

const RECENT_DAYS = 7;

/** My own that wait, and what became of the others in the last days; newest first. */
export async function myParked(desk: Desk) {
  const { parkedVisits: p } = desk.see;
  const since = startOf(addDays(desk.me.today, -RECENT_DAYS));
  const still = or(inArray(p.state, [...waitsParked]), and(inArray(p.state, ["admitted", "declined"]), gte(p.settledAt, since)));
  const rows = await linesOf(desk).where(and(eq(p.authorId, desk.me.id), still)).orderBy(desc(p.parkedAt), desc(p.id)).limit(PAGE);
  return worded(desk, rows);
}

/** One of them, with everything it says; undefined where it may not be seen. */
export async function parkedVisit(desk: Desk, id: Id<"visit">) {
  const [row] = await linesOf(desk).where(eq(desk.see.parkedVisits.id, id));
  if (!row) return undefined;
  const { people } = desk.see;
  const [line] = await worded(desk, [row]);
  const { visit } = saidIn(row.body);
  const along = visit.companionIds.length > 0
    ? await desk.select({ name: people.name }).from(people).where(inArray(people.id, visit.companionIds)) : [];
  return { ...line!, visit: { ...visit, account: readable(desk, row.authorId, visit.account) }, companions: along.map(({ name }) => name) };
}
/** To whom its author, who asks, could hand it now. */
export async function keeperNow(desk: Desk, parked: ParkedVisit): Promise<string | null> {
  const lost = await lostDoor(desk, parked);
  return lost ? nextKeeper(parked, lost) : null;
}

export type ParkedVisit = NonNullable<Awaited<ReturnType<typeof parkedVisit>>>;

const linesOf = (desk: Desk) => {
  const { parkedVisits: p, people, villages, households, householders, enterprises } = desk.see;
  return desk
    .select({
      id: p.id, authorId: p.authorId, author: people.name, householdId: p.householdId, enterpriseId: p.enterpriseId, villageId: p.villageId,
      village: villages.name, maskedName: households.maskedName, householder: householders.name, firm: enterprises.name,
      body: p.body, bodyHash: p.bodyHash, reason: p.reason, state: p.state, parkedAt: p.parkedAt, capturedAt: p.capturedAt,
      keeperId: p.keeperId, settledById: p.settledById, settledAt: p.settledAt, note: p.note,
    })
    .from(p)
    .innerJoin(people, eq(people.id, p.authorId))
    .innerJoin(villages, eq(villages.id, p.villageId))
    .leftJoin(households, eq(households.id, p.householdId))
    .leftJoin(householders, eq(householders.householdId, p.householdId))
    .leftJoin(enterprises, eq(enterprises.id, p.enterpriseId))
    .$dynamic();
};
type Found = Awaited<ReturnType<typeof linesOf>>[number];

/** With the names of who has it and who settled it, and what it says in a line. */
async function worded(desk: Desk, rows: readonly Found[]) {
  const names = await namesOf(desk, rows.flatMap((row) => [row.keeperId, row.settledById]));
  return rows.map((row) => {
    const { visit } = saidIn(row.body);
    const { keeperId, settledById } = row;
    const says = { ...row, keeper: names(keeperId), settledBy: names(settledById), visitedOn: visit.visitedOn, kind: visit.kind };
    return { ...says, account: readable(desk, row.authorId, visit.account), outcome: outcomeWords(says) };
  });
}
export type ParkedLine = Awaited<ReturnType<typeof worded>>[number];
