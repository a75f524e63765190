import { asc, eq } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import type { ExhibitAt, ExhibitForm, ExhibitionForm, MoveExhibitForm, ReviseExhibitForm, ReviseExhibitionForm } from "./forms";
import { isShowable } from "./rules";

const { defences, exhibitions, exhibits, topics } = tables;

export const planExhibition = (desk: Desk, form: ExhibitionForm) =>
  desk.begin("exhibition.plan", async (tx) => {
    const [made] = await tx.insert(exhibitions).values(form).onConflictDoNothing().returning();
    return made;
  });

export const reviseExhibition = (desk: Desk, { exhibitionId, ...form }: ReviseExhibitionForm): Promise<void> =>
  desk.change("exhibition.revise", exhibitionId, async (tx, exhibition) => {
    refuseUnlessPreparing(exhibition);
    await tx.update(exhibitions).set(form).where(eq(exhibitions.id, exhibitionId));
  });

/** A topic goes on the stage, after those that are on it already. */
export async function enterExhibit(desk: Desk, form: ExhibitForm): Promise<void> {
  if (!desk.me.is("office")) throw Refusal.forbidden(); // before anything is looked at: a refusal tells how far a topic is
  await desk.begin("exhibit.enter", async (tx) => {
    const [already] = await tx.select({ id: exhibits.id }).from(exhibits).where(eq(exhibits.id, form.id));
    if (already) return undefined;
    await preparing(tx, form.exhibitionId);
    const stage = await stageOf(tx, form.exhibitionId);
    if (stage.some(({ topicId }) => topicId === form.topicId)) throw Refusal.invalid("topicId", "这个课题已经在节目里了");
    await refuseUnready(tx, form.topicId);
    const place = stage.length === 0 ? 0 : stage.at(-1)!.place + 1;
    const [made] = await tx.insert(exhibits).values({ ...form, place }).returning();
    return made;
  });
}

export const reviseExhibit = (desk: Desk, { exhibitId, ...form }: ReviseExhibitForm): Promise<void> =>
  desk.change("exhibit.revise", exhibitId, async (tx, exhibit) => {
    await preparing(tx, exhibit.exhibitionId);
    await tx.update(exhibits).set(form).where(eq(exhibits.id, exhibitId));
  });

/** It changes places with the one before or after it. */
export const moveExhibit = (desk: Desk, { exhibitId, way }: MoveExhibitForm): Promise<void> =>
  desk.change("exhibit.revise", exhibitId, async (tx, exhibit) => {
    await preparing(tx, exhibit.exhibitionId);
    const stage = await stageOf(tx, exhibit.exhibitionId);
    const at = stage.findIndex(({ id }) => id === exhibitId);
    const other = stage[way === "up" ? at - 1 : at + 1];
    if (!other) throw Refusal.conflict(way === "up" ? "已经是第一个节目" : "已经是最后一个节目");
    await tx.update(exhibits).set({ place: other.place }).where(eq(exhibits.id, exhibitId));
    await tx.update(exhibits).set({ place: exhibit.place }).where(eq(exhibits.id, other.id));
  });

export const withdrawExhibit = (desk: Desk, { exhibitId }: ExhibitAt): Promise<void> =>
  desk.change("exhibit.withdraw", exhibitId, async (tx, exhibit) => {
    await preparing(tx, exhibit.exhibitionId);
    await tx.delete(exhibits).where(eq(exhibits.id, exhibitId));
  });

export const stageOf = (tx: Writer, exhibitionId: Id<"exhibition">): Promise<Row<"exhibits">[]> =>
  tx.select().from(exhibits).where(eq(exhibits.exhibitionId, exhibitionId)).orderBy(asc(exhibits.place), asc(exhibits.id));

async function preparing(tx: Writer, id: Id<"exhibition">): Promise<void> {
  const [exhibition] = await tx.select().from(exhibitions).where(eq(exhibitions.id, id));
  if (!exhibition) throw Refusal.notFound("这场展演");
  refuseUnlessPreparing(exhibition);
}

function refuseUnlessPreparing({ state }: Row<"exhibitions">): void {
  if (state === "voting") throw Refusal.conflict("观众正在投票，节目和安排都不能再改");
  if (state === "closed") throw Refusal.conflict("这场展演已经结束，不能再改");
}

async function refuseUnready(tx: Writer, topicId: Id<"topic">): Promise<void> {
  const [topic] = await tx.select({ gate: topics.gate, stoppedOn: topics.stoppedOn }).from(topics).where(eq(topics.id, topicId));
  if (!topic) throw Refusal.invalid("topicId", "选择课题");
  const held = await tx.select({ state: defences.state }).from(defences).where(eq(defences.topicId, topicId));
  if (topic.stoppedOn) throw Refusal.invalid("topicId", "这个课题已经中止");
  if (!isShowable(topic.gate, held.some(({ state }) => state === "published"))) throw Refusal.invalid("topicId", "这个课题还没有答辩，也没有到展演节点");
}
