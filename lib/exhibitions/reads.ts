import { and, asc, desc, eq, inArray, isNull, lt, notInArray, or } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";
import { pairsFor, showable } from "./rules";

const PAGE = 30;

/** 展演, the latest first. */
export async function exhibitionsList(desk: Desk, after?: Id<"exhibition">) {
  const { exhibitions: e } = desk.see;
  const [last] = after ? await desk.select({ heldOn: e.heldOn }).from(e).where(eq(e.id, after)) : [];
  const beyond = last && or(lt(e.heldOn, last.heldOn), and(eq(e.heldOn, last.heldOn), lt(e.id, after!)));
  const rows = await desk.select().from(e).where(beyond).orderBy(desc(e.heldOn), desc(e.id)).limit(PAGE + 1);
  return { exhibitions: rows.slice(0, PAGE), next: rows.length > PAGE ? rows[PAGE - 1]!.id : undefined };
}
export type ExhibitionRow = Awaited<ReturnType<typeof exhibitionsList>>["exhibitions"][number];

export async function exhibitionAt(desk: Desk, id: Id<"exhibition">): Promise<ExhibitionRow | undefined> {
  const { exhibitions: e } = desk.see;
  const [exhibition] = await desk.select().from(e).where(eq(e.id, id));
  return exhibition;
}

/** What is on the stage, in its order; with the topic where one may see it. */
export async function stageOf(desk: Desk, exhibitionId: Id<"exhibition">) {
  const { exhibits: x, topics: t } = desk.see;
  return desk
    .select({ id: x.id, topicId: x.topicId, place: x.place, title: x.title, form: x.form, summary: x.summary, materials: x.materials, shown: x.shown, chosen: x.chosen, topic: t.title })
    .from(x).leftJoin(t, eq(t.id, x.topicId)).where(eq(x.exhibitionId, exhibitionId)).orderBy(asc(x.place), asc(x.id));
}
export type ExhibitRow = Awaited<ReturnType<typeof stageOf>>[number];

/** Topics that could go on this stage and are not on it, the latest first: of very many the old ones are left out. */
export async function topicsToShow(desk: Desk, exhibitionId: Id<"exhibition">) {
  const { topics: t, exhibits: x, defences: d } = desk.see;
  const entered = desk.select({ id: x.topicId }).from(x).where(eq(x.exhibitionId, exhibitionId));
  const defended = desk.select({ id: d.topicId }).from(d).where(eq(d.state, "published"));
  const ready = or(isNull(t.gate), inArray(t.gate, [...showable]), inArray(t.id, defended));
  return desk.select({ id: t.id, title: t.title }).from(t).where(and(isNull(t.stoppedOn), ready, notInArray(t.id, entered))).orderBy(desc(t.startedOn), desc(t.id)).limit(60);
}
export type TopicToShow = Awaited<ReturnType<typeof topicsToShow>>[number];

/** My own ballot; there is no question that answers with anybody else's. */
export async function myBallot(desk: Desk, exhibitionId: Id<"exhibition">) {
  const { ballots: b } = desk.see;
  const [ballot] = await desk.select({ picks: b.picks, at: b.at }).from(b).where(and(eq(b.exhibitionId, exhibitionId), eq(b.personId, desk.me.id)));
  return ballot;
}

/** The pairs I am asked about. */
export function myPairs(desk: Desk, exhibitionId: Id<"exhibition">, stage: readonly ExhibitRow[]) {
  const byId = new Map(stage.map(({ id, title, form, summary }, at) => [id, { id, title, form, summary, number: at + 1 }]));
  return pairsFor({ id: desk.me.id, topicIds: desk.me.everTopicIds }, exhibitionId, stage).map(([a, b]) => [byId.get(a)!, byId.get(b)!] as const);
}
export type AskedPair = ReturnType<typeof myPairs>[number];

