import { and, type AnyColumn, eq, inArray, isNotNull, isNull, not, or, type SQL } from "drizzle-orm";
import { subselect as q } from "@/db/columns";
import { type Tables, tables } from "@/db/schema";
import type { Actor } from "./actor";
import { among, everyRow } from "./sight-kit";

/* Who may see which rows of a 课题 and of its defence; a part of `maySee` in sight.ts. G the group, J a seated judge. */

const toldAll = (me: Actor) => me.is("office", "leader");

type OfTopic = { topicId: AnyColumn };
/** G: what the group works with. */
export const groups = (me: Actor, t: OfTopic): SQL => (toldAll(me) ? everyRow : among(t.topicId, me.topicIds));
/** G J: what a judge has to read as well. */
export const shown = (me: Actor, t: OfTopic): SQL => (toldAll(me) ? everyRow : among(t.topicId, [...me.topicIds, ...me.seats.map(({ topicId }) => topicId)]));
export const topics = (me: Actor, t: Tables["topics"]): SQL => shown(me, { topicId: t.id });

export const ofDefence = (me: Actor, t: { defenceId: AnyColumn }): SQL => {
  const { defences: d } = tables;
  return toldAll(me) ? everyRow : inArray(t.defenceId, q.select({ id: d.id }).from(d).where(shown(me, d)));
};

/**
 * Defences whose scores I may read. Published: whoever may see the topic. Before that a judge, once their own sheet is
 * in and stands; the office; and a leader once scoring has ended, for they may publish it. Of office and leaders nobody
 * who judges there, and of all nobody who is, or was, of the group.
 */
const opened = (me: Actor) => {
  const { defences: d, sheets: s } = tables;
  const handedIn = q.select({ id: s.defenceId }).from(s).where(and(eq(s.personId, me.id), isNotNull(s.submittedAt), isNull(s.reopenedAt)));
  const outside = not(among(d.topicId, me.everTopicIds));
  const apart = and(outside, not(among(d.id, me.seats.map(({ defenceId }) => defenceId))));
  const toPublish = me.is("office") ? apart : me.is("leader") ? and(eq(d.state, "closed"), apart) : undefined;
  return q.select({ id: d.id }).from(d)
    .where(or(and(eq(d.state, "published"), shown(me, d)), and(inArray(d.id, handedIn), outside), toPublish));
};

/** Nobody reads a sheet that is still being filled in, but its judge. */
export const sheets = (me: Actor, t: Tables["sheets"]): SQL =>
  or(eq(t.personId, me.id), and(isNotNull(t.submittedAt), inArray(t.defenceId, opened(me))))!;

export const marks = (me: Actor, t: Tables["marks"]): SQL => {
  const { sheets: s } = tables;
  return inArray(t.sheetId, q.select({ id: s.id }).from(s).where(sheets(me, s)));
};

export const results = (me: Actor, t: Tables["results"]): SQL => inArray(t.defenceId, opened(me));
