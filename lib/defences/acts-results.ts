import { and, count, eq, isNull } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import { settleNotices, tell } from "@/lib/gate/notices";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { scoringRule } from "@/lib/words/defence";
import { concerned, step } from "./acts";
import { pointsOf, standingSheets } from "./acts-sheets";
import type { DefenceStepForm, PublishForm, ReopenForm } from "./forms";
import { recusedAmong } from "./reads-relations";
import { reckon, spokenPoints, totalOf } from "./rules";

const { criteria, defences, results, seats } = tables;

/** Scoring ends. Who stands back is written down as it is now, and the result is reckoned: it is provisional. */
export const closeDefence = (desk: Desk, { defenceId, version }: DefenceStepForm): Promise<void> =>
  desk.together((d) => d.change("defence.close", defenceId, async (tx, defence) => {
    await step(tx, defence, version, ["open"], { state: "closed", closedAt: d.now, closedById: d.me.id });
    const recused = await writeRecusals(d, tx, defence);
    const { total, rule, counted, spread } = reckon(defence.rule, await totals(tx, defenceId, recused));
    const [{ n } = { n: 0 }] = await tx.select({ n: count() }).from(results).where(eq(results.defenceId, defenceId));
    await tx.insert(results).values({ defenceId, round: n + 1, total, rule, counted, spread, at: d.now });
    await settleNotices(tx, d, "defence", defence.topicId, { kinds: ["scoring_waits"] });
  }));

async function writeRecusals(desk: Desk, tx: Writer, { id, topicId, heldOn }: Row<"defences">): Promise<ReadonlySet<Id<"person">>> {
  const seated = (await tx.select({ personId: seats.personId }).from(seats).where(eq(seats.defenceId, id))).map(({ personId }) => personId);
  const recused = await recusedAmong(desk, topicId, heldOn, seated);
  for (const [personId, causes] of recused)
    await tx.update(seats).set({ recusedFor: causes[0]! }).where(and(eq(seats.defenceId, id), eq(seats.personId, personId)));
  return new Set(recused.keys());
}

/** The totals of those who handed in and need not stand back. */
async function totals(tx: Writer, defenceId: Id<"defence">, recused: ReadonlySet<Id<"person">>): Promise<number[]> {
  const asked = await tx.select().from(criteria).where(eq(criteria.defenceId, defenceId));
  const found: number[] = [];
  for (const { id, personId, submittedAt } of await standingSheets(tx, defenceId)) {
    const total = submittedAt && !recused.has(personId) ? totalOf(asked, await pointsOf(tx, id)) : undefined;
    if (total !== undefined) found.push(total);
  }
  return found;
}

/** Several results become everybody's at one moment, or none does. By somebody else than who ended the scoring. */
export const publishDefences = (desk: Desk, { defences: asked, why }: PublishForm): Promise<void> =>
  desk.together(async (d) => {
    const refused: [topic: string, no: Refusal][] = [];
    for (const one of asked) await publish(d, one, why).catch(async (no: unknown) => {
      if (!(no instanceof Refusal)) throw no;
      refused.push([await titleOf(d, one.defenceId), no]);
    });
    const [first] = refused;
    if (!first) return;
    if (asked.length === 1) throw first[1];
    const words = refused.map(([topic, no]) => `${topic}：${no.message}`).join("；");
    throw refused.every(([, { field }]) => field === "why") ? Refusal.invalid("why", words) : Refusal.conflict(`一份也没有公布。${words}`);
  });

async function titleOf(desk: Desk, defenceId: Id<"defence">): Promise<string> {
  const { defences: d, topics: t } = desk.see;
  const [topic] = await desk.select({ title: t.title }).from(d).innerJoin(t, eq(t.id, d.topicId)).where(eq(d.id, defenceId));
  return topic?.title ?? "";
}

async function publish(desk: Desk, { defenceId, version }: DefenceStepForm, why: string): Promise<void> {
  const { results: seen } = desk.see;
  const standing = and(eq(results.defenceId, defenceId), isNull(results.undoneAt));
  const [result] = await desk.select().from(seen).where(and(eq(seen.defenceId, defenceId), isNull(seen.undoneAt)));
  await desk.change("defence.publish", defenceId, async (tx, defence) => {
    const said = { publishedAt: desk.now, publishedById: desk.me.id };
    await step(tx, defence, version, ["closed"], { state: "published", ...said });
    if (!result || result.total === null) throw Refusal.conflict("还没有人交评分，没有成绩可以公布。先重新开放评分");
    const short = result.counted < defence.quorum;
    if (short && why.length < 5) throw Refusal.invalid("why", `只有 ${result.counted} 位评委的评分，不到法定人数 ${defence.quorum}。写明为什么仍然公布，至少 5 个字`);
    const belowQuorum = short ? why : "";
    await tx.update(defences).set({ belowQuorum }).where(eq(defences.id, defenceId));
    await tx.update(results).set({ ...said, belowQuorum }).where(standing);
    for (const to of await concerned(tx, desk, defence)) await tell(tx, desk, { to, kind: "result_published", subject: "defence", subjectId: defence.topicId });
  }, wordsOf(result));
}

/** What was published goes into the ledger's chain: a number that is changed afterwards does not agree with it. */
const wordsOf = (result: Row<"results"> | undefined): string | undefined =>
  (result && result.total !== null ? `成绩 ${spokenPoints(result.total)}，${scoringRule.label(result.rule)}，计入 ${result.counted} 位评委` : undefined);

/** Scoring goes on after all: the result stays to be read as one that does not stand, with the reason. */
export const reopenDefence = (desk: Desk, { defenceId, version, reason }: ReopenForm): Promise<void> =>
  desk.change("defence.reopen", defenceId, async (tx, defence) => {
    await refuseNextOne(tx, defence);
    const set = { state: "open", closedAt: null, closedById: null, publishedAt: null, publishedById: null, belowQuorum: "" } as const;
    await step(tx, defence, version, ["closed", "published"], set);
    await tx.update(results).set({ undoneAt: desk.now, undoneById: desk.me.id, undoneWhy: reason }).where(and(eq(results.defenceId, defenceId), isNull(results.undoneAt)));
    await tx.update(seats).set({ recusedFor: null }).where(eq(seats.defenceId, defenceId));
    await settleNotices(tx, desk, "defence", defence.topicId, { kinds: ["result_published"] });
    if (defence.state === "published")
      for (const to of await concerned(tx, desk, defence)) await tell(tx, desk, { to, kind: "topic_moved", subject: "defence", subjectId: defence.topicId });
    const waits = await standingSheets(tx, defenceId);
    for (const { personId } of await tx.select({ personId: seats.personId }).from(seats).where(eq(seats.defenceId, defenceId)))
      if (!waits.some((sheet) => sheet.personId === personId && sheet.submittedAt))
        await tell(tx, desk, { to: personId, kind: "scoring_waits", subject: "defence", subjectId: defence.topicId });
  }, reason);

/** A published one is not opened again while the topic's next one is under way. */
async function refuseNextOne(tx: Writer, { id, topicId }: Row<"defences">): Promise<void> {
  const others = await tx.select({ id: defences.id, state: defences.state }).from(defences).where(eq(defences.topicId, topicId));
  if (others.some((other) => other.id !== id && other.state !== "published")) throw Refusal.conflict("这个课题另有一场答辩没有结束，先结束那一场");
}
