import { and, eq, inArray, isNull } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import { writeFacts } from "@/lib/gate/household-file";
import { settleNotices } from "@/lib/gate/notices";
import { ownExams } from "@/lib/gate/proposals";
import { spokenDay } from "@/lib/kernel/day";
import { type Id, newId } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { belongsTo, headingWords } from "@/lib/words/heading";
import type { FactTopic } from "@/lib/words/household";
import type { DecisionForm } from "./forms";
import { openedFields, readsKind } from "./reads-proposals";

const { factProposals: t, facts } = tables;
type Proposal = Row<"factProposals">;
type Adopted = { proposal: Proposal; factId: Id<"fact"> | null };

/** A person who keeps the file takes one of the sides, or says why not. */
export const decideProposal = (desk: Desk, form: DecisionForm): Promise<void> =>
  desk.together(async (d) => {
    if (form.verdict === "accepted") return closeOthers(d, await adopt(d, form), form.seenIds);
    await d.change("fact.decide", form.proposalId, async (tx, one) => {
      await refuseBlind(d, one);
      await close(tx, d, one, { state: "declined", why: form.why });
    }, "不采纳");
  });

async function adopt(d: Desk, form: DecisionForm): Promise<Adopted> {
  let adopted: Adopted | undefined;
  await d.change("fact.decide", form.proposalId, async (tx, one) => {
    await refuseBlind(d, one);
    const topic = topicFor(one, form);
    const factId = topic ? await replace(tx, d, { ...one, topic }, form.openedOn) : null;
    await close(tx, d, one, { state: "accepted", topic, factId });
    adopted = { proposal: one, factId };
  }, "采纳");
  return adopted!;
}

/** The heading it goes under; none for the family, which is mended by hand. */
function topicFor({ kind, topic }: Proposal, form: DecisionForm): FactTopic | null {
  if (kind === "members") return null;
  const under = topic ?? form.topic;
  if (!under || !belongsTo(kind, under)) throw Refusal.invalid("topic", "选择这条情况属于哪一项");
  return under;
}

/** What it says becomes the fact that stands; the one before stays to be read. */
async function replace(tx: Writer, d: Desk, one: Proposal & { topic: FactTopic }, openedOn: readonly Id<"fact">[]): Promise<Id<"fact">> {
  const { householdId, kind, topic, says, asOf, source } = one;
  if (kind === "members") throw new Error("the family has no facts");
  const standing = and(eq(facts.householdId, householdId), eq(facts.kind, kind), eq(facts.topic, topic), isNull(facts.replacedAt));
  const before = (await tx.select().from(facts).where(standing)).at(-1);
  if (before && !openedOn.includes(before.id)) throw Refusal.conflict(`${headingWords(one)}刚有人改过。刷新看看现在怎么记的，再选一次`);
  if (before) await refuseUnread(d, before.id);
  const id = newId<"fact">();
  await tx.update(facts).set({ replacedAt: d.now }).where(standing);
  await writeFacts(tx, householdId, [{ id, kind, topic, says, asOf, source, ...(before && { replacesId: before.id }) }], d.me.id, d.now);
  return id;
}

/** Nobody chooses between words they have not read. */
async function refuseUnread(d: Desk, factId: Id<"fact">): Promise<void> {
  const { factValues: f } = d.see;
  const [read] = await d.select({ id: f.id }).from(f).where(eq(f.factId, factId));
  if (!read) throw Refusal.forbidden("先打开这户现在登记的内容看一看，再决定。不对你开放的，由包户干部或村干部核对");
}

async function refuseBlind(d: Desk, one: Proposal): Promise<void> {
  if ((await ownExams(d, [one.quizId])).size > 0)
    throw Refusal.forbidden("这条是考核带来的，考官和考核对象都不决定，由别的维护这户的人来定");
  if (d.me.is("office")) return;
  const { households: h } = d.see;
  const [home] = await d.select({ id: h.id, villageId: h.villageId, gridId: h.gridId }).from(h).where(eq(h.id, one.householdId));
  if (!home || !readsKind(d, home, await openedFields(d, home.id))(one.kind)) throw Refusal.forbidden("先打开这户的内容看一看，再决定");
}

type Closing = Pick<Proposal, "state"> & Partial<Pick<Proposal, "topic" | "factId" | "why">>;

/** Of two who decide at once the first one's word stands. Once nothing waits any more, nobody is told of it any longer. */
async function close(tx: Writer, d: Desk, { id, householdId }: Proposal, set: Closing): Promise<void> {
  const [done] = await tx.update(t).set({ ...set, decidedById: d.me.id, decidedAt: d.now }).where(and(eq(t.id, id), eq(t.state, "open"))).returning({ id: t.id });
  if (!done) throw Refusal.conflict("这条刚有人处理过。刷新看看结果");
  const [waits] = await tx.select({ id: t.id }).from(t).where(and(eq(t.householdId, householdId), eq(t.state, "open"))).limit(1);
  if (!waits) await settleNotices(tx, d, "household", householdId, { kinds: ["fact_waits"] });
}

/**
 * The other sides of the heading that were on the page: who said the same is right too, the rest is not adopted. What
 * came meanwhile waits on, and so does what an exam of mine brought. Of the family, and where no heading was said,
 * only the same words go with it.
 */
async function closeOthers(d: Desk, { proposal, factId }: Adopted, seenIds: readonly Id<"factProposal">[]): Promise<void> {
  const { factProposals: p, people } = d.see;
  if (seenIds.length === 0) return;
  const { topic, says: adopted } = proposal;
  const [by] = await d.select({ name: people.name }).from(people).where(eq(people.id, proposal.proposedById));
  const rest = await d.select().from(p).where(and(
    eq(p.householdId, proposal.householdId), eq(p.kind, proposal.kind), topic ? eq(p.topic, topic) : isNull(p.topic), eq(p.state, "open"), inArray(p.id, [...seenIds])));
  const barred = await ownExams(d, rest.map(({ quizId }) => quizId));
  for (const { id, says } of rest.filter(({ quizId, ...one }) => (!quizId || !barred.has(quizId)) && (topic || one.says === adopted))) {
    const same = says === adopted;
    const set = same ? { state: "accepted" as const, factId } : { state: "declined" as const, why: `采纳了${by?.name ?? "别人"} ${spokenDay(proposal.asOf)}的说法` };
    await d.change("fact.decide", id, (tx, one) => close(tx, d, one, set), same ? "采纳" : "不采纳");
  }
}
