import { eq, inArray } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import { isPutForward, isUnsaid, type ProposalEntry, rewritten, unsaid, writeProposal } from "@/lib/gate/proposals";
import type { Id } from "@/lib/kernel/id";
import { isSameHeading } from "@/lib/words/heading";
import type { VisitForm } from "./forms";
import { saidAnew } from "./rules-form";

const { factProposals: t } = tables;
type Visit = Row<"visits">;
type Proposal = Row<"factProposals">;

/** 户情有变化, as the visit says it, under its author's name and its own day. */
export const proposalsIn = ({ id: visitId, authorId: proposedById, householdId, visitedOn: asOf }: Visit, form: VisitForm): ProposalEntry[] =>
  (householdId ? saidAnew(form).map((said) => ({ ...said, householdId, visitId, proposedById, asOf, source: "visit" as const })) : []);

const isSaidBy = (one: Proposal) => (entry: ProposalEntry): boolean =>
  isSameHeading(one, entry) && one.says === entry.says && one.householdId === entry.householdId;

/**
 * As the form says it now: what it no longer says is closed while nobody has decided on it, and what it says for the
 * first time rests with the draft. Handed in, the deed that follows puts it forward.
 */
export async function holdProposals(tx: Writer, desk: Desk, visit: Visit, form: VisitForm, fresh: boolean): Promise<void> {
  const said = proposalsIn(visit, form);
  if (fresh && said.length === 0) return;
  const known = fresh ? [] : await tx.select().from(t).where(eq(t.visitId, visit.id));
  const gone = known.filter((one) => one.state === "open" && !said.some(isSaidBy(one))).map(({ id }) => id);
  const rested = known.filter(isUnsaid).map(({ id }) => id);
  if (rested.length > 0) await tx.delete(t).where(inArray(t.id, rested));
  if (gone.length > 0) await tx.update(t).set({ ...rewritten, decidedById: visit.authorId, decidedAt: desk.now }).where(inArray(t.id, gone));
  const rests = visit.state === "submitted" ? [] : said.filter((entry) => !known.some((one) => isPutForward(one) && isSaidBy(one)(entry)));
  if (rests.length === 0) return;
  await tx.insert(t).values(rests.map((entry) => ({ ...entry, ...unsaid, proposedById: visit.authorId, villageId: visit.villageId, proposedAt: desk.now })));
}

/** Each becomes a proposal for the household's file, once, in the transaction that hands the visit in. */
export async function proposeFacts(desk: Desk, visit: Visit, form: VisitForm): Promise<void> {
  for (const entry of proposalsIn(visit, form)) await desk.begin("fact.propose", (tx) => writeProposal(tx, desk, entry));
}

/** Of a draft that is thrown away. */
export const dropProposalsOf = async (tx: Writer, visitId: Id<"visit">): Promise<void> => void (await tx.delete(t).where(eq(t.visitId, visitId)));
