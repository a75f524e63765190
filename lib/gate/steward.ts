import "server-only";
import { and, eq, inArray, isNull, lt, lte, max, notInArray, or } from "drizzle-orm";
import { subselect as q } from "@/db/columns";
import { tables } from "@/db/schema";
import type { Store, Writer } from "@/db/store";
import { addDays, dayOf, startOf } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import type { NoticeKind } from "@/lib/words/notice";
import { almanacOf } from "./almanac";
import { officeOf, put, silenceKinds } from "./notices";
import { isQuiet } from "./quiet";
import { REMINDER_DAY, talkDue } from "./talks";

const { assessments: a, coachingSessions: c, notices: n, pairings: p, pairingSteps: s } = tables;

/** How long one can look back on what has been dealt with. */
export const KEPT_DAYS = 90;

/**
 * 管家: what a day asks for by itself, once, when working hours have begun; a day off asks for nothing. Done again, as
 * after a restart, it says nothing twice.
 */
export function stewardRound(store: Store, clock: () => Date): () => Promise<void> {
  let lastOn: Day | undefined;
  return async () => {
    const now = clock();
    if (lastOn === dayOf(now) || isQuiet(now, await almanacOf(store.read))) return;
    await store.write(async (tx) => {
      const pairs = await goingOn(tx, dayOf(now));
      await sayWhoIsSilent(tx, pairs, now);
      await askForTheMonth(tx, pairs, now);
      await purge(tx, now);
    });
    lastOn = dayOf(now);
  };
}

/** Pairs that rest, or have not begun, are asked nothing. */
const goingOn = (tx: Writer, today: Day) =>
  tx.select({ id: p.id, mentorId: p.mentorId, menteeId: p.menteeId, startedOn: p.startedOn }).from(p).where(and(eq(p.state, "active"), lte(p.startedOn, today)));
type Pair = Awaited<ReturnType<typeof goingOn>>[number];
type Of<Value> = ReadonlyMap<Id<"pairing">, Value>;

/** To the two of them and the office, and not again until they have talked: who puts it aside has heard it. */
async function sayWhoIsSilent(tx: Writer, pairs: readonly Pair[], now: Date): Promise<void> {
  const [almanac, office, talks, resumes] = [await almanacOf(tx), await officeOf(tx), await lastTalks(tx), await lastResumes(tx)];
  const told = { first_talk_due: await lastTold(tx, "first_talk_due"), talk_due: await lastTold(tx, "talk_due") };
  for (const { id, mentorId, menteeId, startedOn } of pairs) {
    const [talk, resumed] = [talks.get(id), resumes.get(id)];
    const due = talkDue({ startedOn, lastOn: talk?.on, resumedOn: resumed && dayOf(resumed) }, dayOf(now), almanac);
    if (!due) continue;
    const kind = due.first ? "first_talk_due" : "talk_due";
    const since = Math.max(talk?.at.getTime() ?? 0, resumed?.getTime() ?? 0);
    if ((told[kind].get(id)?.getTime() ?? 0) > since) continue;
    for (const to of new Set([mentorId, menteeId, ...office])) await put(tx, { to, kind, subject: "pairing", subjectId: id }, null, now);
  }
}

async function lastTalks(tx: Writer): Promise<Of<{ on: Day; at: Date }>> {
  const rows = await tx.select({ id: p.id, on: max(c.heldOn), at: max(c.at) }).from(p).innerJoin(c, eq(c.pairingId, p.id)).where(eq(p.state, "active")).groupBy(p.id);
  return new Map(rows.flatMap(({ id, on, at }) => (on && at ? [[id, { on, at }] as const] : [])));
}

async function lastResumes(tx: Writer): Promise<Of<Date>> {
  const rows = await tx.select({ id: p.id, at: max(s.at) }).from(p).innerJoin(s, and(eq(s.pairingId, p.id), eq(s.move, "resume"))).where(eq(p.state, "active")).groupBy(p.id);
  return new Map(rows.flatMap(({ id, at }) => (at ? [[id, at] as const] : [])));
}

/** When a pair was last told of this, put aside or not. */
async function lastTold(tx: Writer, kind: NoticeKind): Promise<Of<Date>> {
  const rows = await tx.select({ id: p.id, at: max(n.at) }).from(p)
    .innerJoin(n, and(eq(n.subject, "pairing"), eq(n.subjectId, p.id), eq(n.kind, kind))).where(isNull(p.endedOn)).groupBy(p.id);
  return new Map(rows.flatMap(({ id, at }) => (at ? [[id, at] as const] : [])));
}

/** 月度评价: from the first of a month a mentor is asked for the last one, and from the fourth reminded once. */
async function askForTheMonth(tx: Writer, pairs: readonly Pair[], now: Date): Promise<void> {
  const first = `${dayOf(now).slice(0, 7)}-01` as Day;
  const month = addDays(first, -1).slice(0, 7);
  const written = await tx.select({ id: a.pairingId }).from(a).where(and(eq(a.month, month), inArray(a.pairingId, pairs.map(({ id }) => id))));
  const told = await lastTold(tx, "assessment_due");
  const [asks, reminds] = [startOf(first), startOf(addDays(first, REMINDER_DAY - 1))];
  for (const { id, mentorId, startedOn } of pairs) {
    if (startedOn.slice(0, 7) > month || written.some((one) => one.id === id)) continue;
    const last = told.get(id) ?? new Date(0);
    if (last < (now < reminds ? asks : reminds)) await put(tx, { to: mentorId, kind: "assessment_due", subject: "pairing", subjectId: id }, null, now);
  }
}

/** What has long been dealt with goes; but while a pair is silent it is remembered that they were told of it. */
async function purge(tx: Writer, now: Date): Promise<void> {
  const open = q.select({ id: p.id }).from(p).where(isNull(p.endedOn));
  const before = startOf(addDays(dayOf(now), -KEPT_DAYS));
  await tx.delete(n).where(and(lt(n.doneAt, before), or(notInArray(n.kind, [...silenceKinds]), notInArray(n.subjectId, open))));
}
