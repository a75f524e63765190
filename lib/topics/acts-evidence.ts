import { and, eq, isNull } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import { dayOf } from "@/lib/kernel/calendar";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { goingTopic, heard } from "./acts-heard";
import type { EvidenceForm, UnlinkForm } from "./forms-work";
import { evidenceSource, type Source } from "./reads-pick";

const { milestones, people, topicEvidence } = tables;

/** 加佐证: what stands already is named, never typed anew. Sent twice, it is one line; a second link to the same is refused. */
export const linkEvidence = (desk: Desk, { id, topicId, pick, words, milestoneId }: EvidenceForm): Promise<void> =>
  desk.together(async (d) => {
    await goingTopic(d, topicId);
    const source = await evidenceSource(d, pick);
    if (!source) throw Refusal.invalid("pick", pick.kind === "visit" ? "选一篇已经提交、你也看得到的走访" : "选一个你看得到的问题");
    await d.begin("evidence.link", async (tx) => {
      const [already] = await tx.select({ byId: topicEvidence.addedById, topicId: topicEvidence.topicId }).from(topicEvidence).where(eq(topicEvidence.id, id));
      if (already?.byId === d.me.id && already.topicId === topicId) return undefined;
      if (already) throw Refusal.notFound("这一条");
      await refuseSecond(tx, topicId, source);
      if (milestoneId) await refuseStrangeMilestone(tx, topicId, milestoneId);
      const [made] = await tx.insert(topicEvidence)
        .values({ id, topicId, ...source, words, milestoneId: milestoneId || null, addedById: d.me.id, at: d.now }).returning();
      await heard(tx, topicId, d.me.today);
      return made;
    });
  });

async function refuseSecond(tx: Writer, topicId: Id<"topic">, { visitId, problemId }: Source): Promise<void> {
  const same = visitId ? eq(topicEvidence.visitId, visitId) : eq(topicEvidence.problemId, problemId!);
  const [there] = await tx.select({ by: people.name, at: topicEvidence.at }).from(topicEvidence)
    .innerJoin(people, eq(people.id, topicEvidence.addedById)).where(and(eq(topicEvidence.topicId, topicId), same));
  if (there) throw Refusal.invalid("pick", `这${visitId ? "篇走访" : "个问题"}已经在佐证里，${dayOf(there.at)} ${there.by} 加的`);
}

async function refuseStrangeMilestone(tx: Writer, topicId: Id<"topic">, id: Row<"milestones">["id"]): Promise<void> {
  const [one] = await tx.select({ id: milestones.id }).from(milestones).where(and(eq(milestones.id, id), eq(milestones.topicId, topicId), isNull(milestones.droppedOn)));
  if (!one) throw Refusal.invalid("milestoneId", "选这个课题里的一个里程碑");
}

/** The link goes; the visit or the problem stays what it is. */
export const unlinkEvidence = (desk: Desk, { evidenceId }: UnlinkForm): Promise<void> =>
  desk.together((d) => d.change("evidence.unlink", evidenceId, async (tx, { topicId }) => {
    await goingTopic(d, topicId);
    await tx.delete(topicEvidence).where(eq(topicEvidence.id, evidenceId));
    await heard(tx, topicId, d.me.today);
  }));
