import { randomBytes } from "node:crypto";
import { and, type AnyColumn, count, eq, exists, inArray, isNull, or } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import { holdsOn } from "@/lib/gate/actor";
import type { Day } from "@/lib/kernel/day";
import { type Id, newId } from "@/lib/kernel/id";
import { unclear } from "@/lib/words/heading";
import { type Door, frameOf, hashOf, hashOfSecret, type Stratum } from "./draw";
import { stampOfFrame } from "./stamps";

const { assignments: a, draws, facts, factValues, frames, frameSecrets, households: h, members, quizzes } = tables;

export type Promised = { text: string; secret: string; frameHash: string; secretHash: string; size: number };

/** What can be drawn as the examinee serves and the files stand today, and a secret nobody has seen; undefined where nothing can. */
export async function promiseFor(tx: Writer, today: Day, { id, examineeId }: Pick<Row<"quizzes">, "id" | "examineeId">): Promise<Promised | undefined> {
  const doors = await eligible(tx, today, examineeId);
  if (doors.length === 0) return undefined;
  const text = frameOf(id, await strataOf(tx, examineeId, doors), doors);
  return { ...promised(text), size: doors.length };
}

/** 256 bits by the system, and both hashes. */
export function promised(text: string): Omit<Promised, "size"> {
  const secret = randomBytes(32).toString("hex");
  return { text, secret, frameHash: hashOf(text), secretHash: hashOfSecret(secret) };
}

/** Served today, not left, and something is known for sure of it: one of its people, or a fact that is not 「不清楚」. */
async function eligible(tx: Writer, today: Day, examineeId: Id<"person">): Promise<Door[]> {
  const places = await tx.select().from(a).where(and(eq(a.personId, examineeId), holdsOn(today, a)));
  if (places.length === 0) return [];
  const [households, grids] = [places.flatMap((p) => p.householdId ?? []), places.flatMap((p) => (p.householdId ? [] : (p.gridId ?? [])))];
  const villages = places.filter((p) => !p.gridId && !p.householdId).map((p) => p.villageId);
  const served = and(isNull(h.leftOn), or(among(h.id, households), among(h.gridId, grids), among(h.villageId, villages)));
  const peopled = exists(tx.select({ id: members.id }).from(members).where(and(eq(members.householdId, h.id), isNull(members.leftOn))));
  const door = { householdId: h.id, villageId: h.villageId };
  const known = await tx.select(door).from(h).where(and(served, peopled));
  const inhabited = new Set(known.map(({ householdId }) => householdId));
  const without = (await tx.select(door).from(h).where(served)).filter(({ householdId }) => !inhabited.has(householdId));
  const sure = await surelyKnown(tx, without.map(({ householdId }) => householdId));
  return [...known, ...without.filter(({ householdId }) => sure.has(householdId))];
}

/** An empty list is left out: beside a constant SQLite uses no index for what is or-ed with it. */
const among = (column: AnyColumn, ids: readonly string[]) => (ids.length > 0 ? inArray(column, [...ids]) : undefined);

/** What a fact says rests sealed: it has to be opened to be told from 「不清楚」. */
async function surelyKnown(tx: Writer, ids: readonly Id<"household">[]): Promise<ReadonlySet<Id<"household">>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.select({ householdId: facts.householdId, says: factValues.says }).from(facts).innerJoin(factValues, eq(factValues.factId, facts.id))
    .where(and(inArray(facts.householdId, [...ids]), isNull(facts.replacedAt)));
  return new Set(rows.filter(({ says }) => says !== unclear).map(({ householdId }) => householdId));
}

/** How often each village came up in what was released of the same examinee. */
async function strataOf(tx: Writer, examineeId: Id<"person">, doors: readonly Door[]): Promise<Stratum[]> {
  const rows = await tx.select({ villageId: draws.villageId, earlier: count() }).from(quizzes)
    .innerJoin(frames, eq(frames.quizId, quizzes.id)).innerJoin(draws, eq(draws.frameId, frames.id))
    .where(and(eq(quizzes.examineeId, examineeId), eq(quizzes.state, "released"))).groupBy(draws.villageId);
  return [...new Set(doors.map(({ villageId }) => villageId))]
    .map((villageId) => ({ villageId, earlier: rows.find((row) => row.villageId === villageId)?.earlier ?? 0 }));
}

/** The frame as it was hashed, and the secret beside it; `of` is the row after the hashes have gone into it. */
export async function keepPromise(tx: Writer, { text, secret }: Pick<Promised, "text" | "secret">, of: Parameters<typeof stampOfFrame>[1]): Promise<void> {
  const frame = { id: newId<"frame">(), quizId: "quiz" in of ? of.quiz.id : null, planId: "plan" in of ? of.plan.id : null, text };
  await tx.insert(frames).values({ ...frame, mac: stampOfFrame(frame, of) });
  await tx.insert(frameSecrets).values({ frameId: frame.id, secret });
}

/** What was promised, for the draw itself. */
export async function promiseOf(tx: Writer, of: { quizId: Id<"quiz"> } | { planId: Id<"quizPlan"> }) {
  const mine = "quizId" in of ? eq(frames.quizId, of.quizId) : eq(frames.planId, of.planId);
  const [found] = await tx.select({ frameId: frames.id, frame: frames.text, secret: frameSecrets.secret }).from(frames)
    .innerJoin(frameSecrets, eq(frameSecrets.frameId, frames.id)).where(mine);
  if (!found) throw new Error("what was committed has a frame and a secret");
  return found;
}
