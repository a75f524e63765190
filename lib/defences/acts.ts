import { and, eq, inArray, isNull } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import { tell } from "@/lib/gate/notices";
import { spokenDay } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { defenceState, type DefenceState } from "@/lib/words/defence";
import type { DefenceForm, DefenceStepForm } from "./forms";
import { recusedAmong } from "./reads-relations";
import { FULL_WEIGHT, mayJudge } from "./rules";

const { criteria, defences, deliverables, deliverableVersions, seats, topics } = tables;

/** The office arranges a defence, or changes it while nobody scores yet. Sent twice, it is one. */
export const planDefence = (desk: Desk, form: DefenceForm): Promise<void> =>
  desk.together(async (d) => {
    if (!d.me.is("office")) throw Refusal.forbidden("答辩由党建办安排");
    await refuseUnfitJudges(d, form);
    if (form.version > 0) return reviseDefence(d, form);
    const { id, topicId, heldOn, rule, quorum } = form;
    await d.begin("defence.plan", async (tx) => {
      const [already] = await tx.select().from(defences).where(eq(defences.id, id));
      if (already?.topicId === topicId) return undefined;
      if (already) throw Refusal.notFound("这场答辩");
      await refuseBusyTopic(tx, topicId);
      const [made] = await tx.insert(defences).values({ id, topicId, heldOn, rule, quorum }).returning();
      await write(tx, form);
      return made;
    });
  });

const reviseDefence = (desk: Desk, form: DefenceForm): Promise<void> =>
  desk.change("defence.revise", form.id, async (tx, defence) => {
    if (defence.topicId !== form.topicId) throw Refusal.notFound("这场答辩");
    const { heldOn, rule, quorum } = form;
    await step(tx, defence, form.version, ["preparing"], { heldOn, rule, quorum });
    await tx.delete(criteria).where(eq(criteria.defenceId, defence.id));
    await tx.delete(seats).where(eq(seats.defenceId, defence.id));
    await write(tx, form);
  });

async function write(tx: Writer, { id: defenceId, topicId, heldOn, criteria: asked, judgeIds }: DefenceForm): Promise<void> {
  const [topic] = await tx.select({ startedOn: topics.startedOn }).from(topics).where(eq(topics.id, topicId));
  if (topic && heldOn < topic.startedOn) throw Refusal.invalid("heldOn", `这个课题 ${spokenDay(topic.startedOn)}才立项，答辩不能更早`);
  const [taken] = await tx.select({ id: criteria.id }).from(criteria).where(inArray(criteria.id, asked.map(({ id }) => id))).limit(1);
  if (taken || new Set(asked.map(({ id }) => id)).size < asked.length) throw Refusal.conflict("评分项的编号重了。刷新页面再填一次");
  await tx.insert(criteria).values(asked.map((one, place) => ({ ...one, defenceId, place })));
  await tx.insert(seats).values(judgeIds.map((personId, n) => ({ defenceId, personId, number: n + 1 })));
}

async function refuseUnfitJudges(desk: Desk, { judgeIds }: Pick<DefenceForm, "judgeIds">): Promise<void> {
  const { people: p } = desk.see;
  const known = await desk.select({ id: p.id, name: p.name, roles: p.roles, leftOn: p.leftOn }).from(p).where(inArray(p.id, judgeIds));
  if (known.length < judgeIds.length) throw Refusal.invalid("judgeIds", "有一位评委找不到了，刷新后再选");
  const unfit = known.find(({ roles, leftOn }) => leftOn || !mayJudge(roles));
  if (unfit) throw Refusal.invalid("judgeIds", `${unfit.name}${unfit.leftOn ? "已经离岗" : "还没有评委角色"}，换一位，或先到人员页改`);
}

async function refuseBusyTopic(tx: Writer, topicId: Id<"topic">): Promise<void> {
  const [topic] = await tx.select({ stoppedOn: topics.stoppedOn }).from(topics).where(eq(topics.id, topicId));
  if (!topic) throw Refusal.notFound("这个课题");
  if (topic.stoppedOn) throw Refusal.conflict("这个课题已经中止，先恢复再安排答辩");
  const going = await tx.select({ state: defences.state }).from(defences).where(eq(defences.topicId, topicId));
  if (going.some(({ state }) => state !== "published")) throw Refusal.conflict("这个课题已经有一场答辩没有结束");
}

/** One guarded move of a defence: of two people at once the first one's stands. */
export async function step(tx: Writer, defence: Row<"defences">, version: number, from: readonly DefenceState[], set: Partial<Row<"defences">>): Promise<void> {
  if (!from.includes(defence.state)) throw Refusal.conflict(`这场答辩现在是“${defenceState.label(defence.state)}”，不能这样做。刷新看看最新的情况`);
  const [done] = await tx.update(defences).set({ ...set, version: version + 1 })
    .where(and(eq(defences.id, defence.id), eq(defences.version, version), eq(defences.state, defence.state))).returning({ id: defences.id });
  if (!done) throw Refusal.conflict("这场答辩刚有人改过。刷新看过新的再来");
}

/** Scoring opens: rule, criteria and judges stand fast from here on, and so do the papers that are judged. */
export const openDefence = (desk: Desk, { defenceId, version }: DefenceStepForm): Promise<void> =>
  desk.together((d) => d.change("defence.open", defenceId, async (tx, defence) => {
    const judges = await readyJudges(d, tx, defence);
    await step(tx, defence, version, ["preparing"], { state: "open", openedAt: d.now });
    await lockPapers(tx, d, defence.topicId);
    for (const to of judges) await tell(tx, d, { to, kind: "scoring_waits", subject: "defence", subjectId: defence.topicId });
  }));

/** Those who need not stand back: enough of them for the quorum. */
async function readyJudges(desk: Desk, tx: Writer, defence: Row<"defences">): Promise<Id<"person">[]> {
  const weights = await tx.select({ weight: criteria.weight }).from(criteria).where(eq(criteria.defenceId, defence.id));
  if (weights.reduce((all, { weight }) => all + weight, 0) !== FULL_WEIGHT) throw Refusal.conflict("评分项的权重合计不是 100，先改好再开始");
  const [topic] = await tx.select({ stoppedOn: topics.stoppedOn }).from(topics).where(eq(topics.id, defence.topicId));
  if (topic?.stoppedOn) throw Refusal.conflict("这个课题已经中止，先恢复再开始评分");
  const seated = (await tx.select({ personId: seats.personId }).from(seats).where(eq(seats.defenceId, defence.id))).map(({ personId }) => personId);
  await refuseUnfitJudges(desk, { judgeIds: seated });
  const recused = await recusedAmong(desk, defence.topicId, defence.heldOn, seated);
  const ready = seated.filter((id) => !recused.has(id));
  if (ready.length < defence.quorum)
    throw Refusal.conflict(`要回避的评委有 ${recused.size} 位，能评的只有 ${ready.length} 位，不到法定人数 ${defence.quorum}。先换评委`);
  return ready;
}

/** Each paper as it is now is what the judges read, with who locked it and when. */
async function lockPapers(tx: Writer, desk: Desk, topicId: Id<"topic">): Promise<void> {
  await tx.update(deliverables).set({ lockedAt: desk.now, lockedById: desk.me.id }).where(eq(deliverables.topicId, topicId));
  const versions = await tx.select({ id: deliverableVersions.id, of: deliverableVersions.deliverableId, number: deliverableVersions.number })
    .from(deliverableVersions).where(eq(deliverableVersions.topicId, topicId));
  const latest = versions.filter(({ of, number }) => !versions.some((other) => other.of === of && other.number > number)).map(({ id }) => id);
  await tx.update(deliverableVersions).set({ judged: false }).where(eq(deliverableVersions.topicId, topicId));
  if (latest.length > 0) await tx.update(deliverableVersions).set({ judged: true }).where(inArray(deliverableVersions.id, latest));
}

/** Everybody whom a topic's defence concerns: its group of today and its judges. */
export async function concerned(tx: Writer, desk: Desk, { id, topicId }: Row<"defences">): Promise<Id<"person">[]> {
  const { topicMembers: m } = tables;
  const group = await tx.select({ id: m.personId }).from(m).where(and(eq(m.topicId, topicId), isNull(m.endedOn)));
  const judges = await tx.select({ id: seats.personId }).from(seats).where(eq(seats.defenceId, id));
  return [...new Set([...group, ...judges].map((one) => one.id))].filter((one) => one !== desk.me.id);
}
