import { and, type AnyColumn, eq, inArray, ne, not, or, type SQL, sql } from "drizzle-orm";
import { subselect as q } from "@/db/columns";
import { type Tables, tables } from "@/db/schema";
import type { Actor } from "./actor";
import { everyRow } from "./sight-kit";

/* Who may see which rows of a 结对 and of what is written within it; a part of `maySee` in sight.ts. */

type OfPair = { mentorId: AnyColumn; menteeId: AnyColumn };

/** S: the two of them, whether it goes on or has ended. */
const ofTheTwo = (me: Actor, t: OfPair): SQL => or(eq(t.mentorId, me.id), eq(t.menteeId, me.id))!;
const toldAll = (me: Actor) => me.is("office", "leader");

/** A mentor's no is between them and the office. */
const myPairings = (me: Actor, t: Tables["pairings"]): SQL =>
  or(eq(t.mentorId, me.id), and(eq(t.menteeId, me.id), ne(t.state, "declined")))!;

export const pairings = (me: Actor, t: Tables["pairings"]): SQL => (toldAll(me) ? everyRow : myPairings(me, t));

export function pairingSteps(me: Actor, t: Tables["pairingSteps"]): SQL {
  const { pairings: p } = tables;
  return toldAll(me) ? everyRow : inArray(t.pairingId, q.select({ id: p.id }).from(p).where(myPairings(me, p)));
}

export const agreements = (me: Actor, t: Tables["agreements"]): SQL => (toldAll(me) ? everyRow : ofTheTwo(me, t));

export function goals(me: Actor, t: Tables["goals"]): SQL {
  const { agreements: a } = tables;
  return toldAll(me) ? everyRow : inArray(t.agreementId, q.select({ id: a.id }).from(a).where(ofTheTwo(me, a)));
}

/** What is said within a pairing: for the two of them and the office. */
export const betweenThem = (me: Actor, t: OfPair): SQL => (me.is("office") ? everyRow : ofTheTwo(me, t));

/** Neither of the two reads the other's word before their own is in, not even one who sits in the office. */
export function evaluations(me: Actor, t: Tables["evaluations"]): SQL {
  const { evaluations: e } = tables;
  const bothIn = q.select({ id: e.pairingId }).from(e).groupBy(e.pairingId).having(sql`count(*) = 2`);
  const asOneOfThem = or(eq(t.byId, me.id), and(ofTheTwo(me, t), inArray(t.pairingId, bothIn)))!;
  return me.is("office") ? or(not(ofTheTwo(me, t)), asOneOfThem)! : asOneOfThem;
}
