import { and, type AnyColumn, eq, exists, type SQL, sql } from "drizzle-orm";
import { subselect as q } from "@/db/columns";
import { type Tables, tables } from "@/db/schema";
import type { Actor } from "./actor";
import { among, both, either, inMyVillages, keptFrom, ofVillagers } from "./sight-kit";

/* Who may see which visits and what belongs to them; a part of `maySee` in sight.ts. */

/** Said with a `+` so that no index on the state is used: nearly every visit is approved, hardly any is a draft. */
export const isApproved = (t: Tables["visits"]): SQL => sql`+${t.state} = 'approved'`;
export const isHandedIn = (t: Tables["visits"]): SQL => sql`+${t.state} <> 'draft'`;

/** O M, the reviewer it waits with, the office: those who may follow a visit from its first word. */
export const visitsFollowed = (me: Actor, t: Tables["visits"]): SQL =>
  me.is("office")
    ? either(isHandedIn(t), eq(t.authorId, me.id)) // the state first: it stands in the index that is walked, the author does not
    : either(eq(t.authorId, me.id), both(isHandedIn(t), either(among(t.authorId, me.menteeIds), eq(t.reviewerId, me.id), stoodInFor(me, t))));

/** Those I answer for somebody who is away, while that holds. */
export const stoodInFor = (me: Actor, t: Tables["visits"]): SQL =>
  either(...me.standIns.map(({ reviewerId, authorId }) => and(eq(t.reviewerId, reviewerId), eq(t.authorId, authorId))!));

/** A:p V:p and the leader's: approved visits of households I serve. */
export const visits = (me: Actor, t: Tables["visits"]): SQL => {
  if (me.is("office")) return visitsFollowed(me, t);
  if (me.is("leader")) return either(isApproved(t), visitsFollowed(me, t));
  const sitsThere = me.is("villageCadre", "gridMember") &&
    either(among(t.villageId, me.villageIds), me.gridIds.length > 0 && inMyVillages(me, t.householdId));
  return either(
    visitsFollowed(me, t),
    both(isApproved(t), either(among(t.householdId, me.householdIds), sitsThere)),
  );
};

export const ofVisit = (rule: typeof visits) =>
  ofVillagers((me, t: { visitId: AnyColumn }) => {
    const { visits: v } = tables;
    return exists(q.select({ one: sql`1` }).from(v).where(and(eq(v.id, t.visitId), rule(me, v), keptFrom(me, v.householdId))));
  });
