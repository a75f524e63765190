import { and, desc, eq, lte } from "drizzle-orm";
import { addDays, addWorkdays, type Almanac, dayOf, isWorkday, startOf } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import { type Id, newId } from "@/lib/kernel/id";
import { type Row, tables } from "../schema";
import type { Writer } from "../store";
import { int, mulberry32, type Next, often, pick, seedFrom, shuffle } from "./material/chance";
import { coaching, endWords, goalLines, monthWords } from "./material/coaching";
import type { PairingMaterial } from "./material/people";

type Context = { tx: Writer; now: Date; almanac: Almanac; officeId: Id<"person">; ids: ReadonlyMap<string, Id<"person">> };
type Pairing = Row<"pairings">;

/** Who has not talked for too long, and for how many days; who rests; whose last month is still to be written. */
const silent: Record<string, number> = { kongmengjia: 16, jinpengcheng: 19, loukejie: 14 };
const resting = "loukejie";
const unassessed = "kongmengjia";
const WEEKS_OF_TALK = 10;

/** What the pairs have written of their terms so far; each pair is the same whatever the others are. */
export async function settlePairs(context: Context, materials: readonly PairingMaterial[]): Promise<void> {
  const { tx, now, ids } = context;
  for (const { mentor, mentee, startedOn, endedOn } of materials) {
    const next = mulberry32(seedFrom(`${mentor} ${mentee}`));
    const mine = and(eq(tables.pairings.mentorId, ids.get(mentor)!), eq(tables.pairings.menteeId, ids.get(mentee)!), eq(tables.pairings.startedOn, startedOn as Day));
    const [pairing] = await tx.select().from(tables.pairings).where(mine);
    const until = (endedOn as Day | undefined) ?? addDays(dayOf(now), -(silent[mentee] ?? int(next, 1, 8)));
    await agree(context, next, pairing!);
    await talk(context, next, pairing!, until);
    await assess(context, next, pairing!, until, mentee === unassessed ? 1 : 0);
    if (endedOn) await endInWords(context, pairing!);
    else if (mentee === resting) await rest(context, pairing!);
  }
}

const clock = (day: Day, hour: number): Date => new Date(startOf(day).getTime() + hour * 3_600_000);

/** Most have confirmed on both sides; some wait for the younger one. */
async function agree({ tx }: Context, next: Next, { id: pairingId, mentorId, menteeId, startedOn, endedOn }: Pairing): Promise<void> {
  const id = newId<"agreement">();
  const on = addDays(startedOn, 6);
  const menteeSignedAt = endedOn || often(next, 0.85) ? clock(addDays(on, 2), 10) : null;
  await tx.insert(tables.agreements).values({ id, pairingId, mentorId, menteeId, changedById: mentorId, changedAt: clock(on, 9), mentorSignedAt: clock(on, 9), menteeSignedAt });
  const chosen = goalLines.filter(([area], i) => goalLines.findIndex(([first]) => first === area) === i || often(next, 0.4));
  for (const [place, [area, words]] of chosen.entries()) {
    const reachedOn = menteeSignedAt && often(next, 0.4) ? addDays(startedOn, int(next, 90, 300)) : null;
    const dueOn = often(next, 0.5) ? addDays(startedOn, 900) : null;
    await tx.insert(tables.goals).values({ agreementId: id, area, place, words, dueOn, reachedOn });
  }
}

/** Every week and a half or so, on working days, back from the last one. */
async function talk({ tx, almanac }: Context, next: Next, pairing: Pairing, until: Day): Promise<void> {
  const { id: pairingId, mentorId, menteeId, startedOn } = pairing;
  const first = addDays(until, -7 * WEEKS_OF_TALK);
  const told = shuffle(next, coaching);
  for (let day = until, turn = 0; day >= startedOn && day >= first; day = addDays(day, -int(next, 7, 13)), turn++) {
    let heldOn = day;
    while (!isWorkday(heldOn, almanac)) heldOn = addDays(heldOn, -1);
    const { ofVisit, learned, nextStep, reverse = false, ...said } = told[turn % told.length]!;
    const answered = turn > 0 || often(next, 0.5);
    const at = clock(heldOn, 16);
    await tx.insert(tables.coachingSessions).values({
      pairingId, mentorId, menteeId, heldOn, ...said, reverse, at, visitId: ofVisit ? await visitBefore(tx, menteeId, heldOn) : null,
      ...(answered && { learned, nextStep, learnedAt: clock(heldOn, 20) }),
    });
  }
}

async function visitBefore(tx: Writer, authorId: Id<"person">, day: Day): Promise<Id<"visit"> | null> {
  const { visits: v } = tables;
  const [visit] = await tx.select({ id: v.id }).from(v).where(and(eq(v.authorId, authorId), eq(v.state, "approved"), lte(v.visitedOn, day))).orderBy(desc(v.visitedOn)).limit(1);
  return visit?.id ?? null;
}

/** The last three whole months of the term, written on the first days of the month after. */
async function assess({ tx, now, almanac }: Context, next: Next, { id: pairingId, mentorId, menteeId, startedOn }: Pairing, until: Day, missing: number): Promise<void> {
  const latest = until < addDays(dayOf(now), -40) ? until : dayOf(now);
  for (let back = 3; back > missing; back--) {
    const month = monthBefore(latest, back);
    const on = addWorkdays(`${monthBefore(latest, back - 1)}-01` as Day, int(next, 0, 2), almanac);
    if (`${month}-01` < startedOn || on > dayOf(now)) continue;
    const { reply = "", ...said } = pick(next, monthWords);
    await tx.insert(tables.assessments).values({ pairingId, mentorId, menteeId, month, ...said, reply, at: clock(on, 9), repliedAt: reply ? clock(on, 18) : null });
  }
}

function monthBefore(day: Day, months: number): string {
  const at = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 - months, 1));
  return at.toISOString().slice(0, 7);
}

async function endInWords({ tx }: Context, { id: pairingId, mentorId, menteeId, endedOn }: Pairing): Promise<void> {
  const at = clock(addDays(endedOn!, 3), 10);
  for (const side of ["mentor", "mentee"] as const)
    await tx.insert(tables.evaluations).values({ pairingId, mentorId, menteeId, byId: side === "mentor" ? mentorId : menteeId, side, ...endWords[side], at });
}

async function rest({ tx, now, officeId }: Context, { id: pairingId }: Pairing): Promise<void> {
  const note = { note: "学员借调到区里专班，期间由专班带", expectedOn: addDays(dayOf(now), 45) };
  await tx.update(tables.pairings).set({ state: "paused" }).where(eq(tables.pairings.id, pairingId));
  await tx.insert(tables.pairingSteps).values({ pairingId, move: "pause", from: "active", to: "paused", actorId: officeId, at: clock(addDays(dayOf(now), -12), 9), ...note });
}

/** The office has asked a mentor, who has not answered yet. */
export async function propose({ tx, now, almanac, officeId }: Context, mentorId: Id<"person">, menteeId: Id<"person">): Promise<void> {
  const [on, id] = [addDays(dayOf(now), -2), newId<"pairing">()];
  await tx.insert(tables.pairings).values({ id, mentorId, menteeId, state: "proposed", startedOn: on, answerBy: addWorkdays(on, 5, almanac) });
  await tx.insert(tables.pairingSteps).values({ pairingId: id, move: "propose", to: "proposed", actorId: officeId, at: clock(on, 9) });
}
