import { and, asc, desc, eq, gt, inArray, isNotNull, or } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { namesOf } from "@/lib/gate/names";
import { ownExams } from "@/lib/gate/proposals";
import { clockOf } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { type Heading, headingWords, isSameHeading } from "@/lib/words/heading";
import { factSource, type FactKind, type FactTopic, type UnmaskField } from "@/lib/words/household";
import { fileKind, type FileKind, proposalState } from "@/lib/words/practice";
import { groundMoved, isConflict } from "./rules-proposals";

type Home = { id: Id<"household">; villageId: Id<"village">; gridId: Id<"grid"> | null };
type Known = { id: Id<"fact">; kind: FactKind; topic: FactTopic; says: string | null; asOf: Day; source: string; replacedAt: Date | null };

/** What of a file this desk reads the words of: whoever keeps it all, others the door, the rest by a reason. */
export function readsKind(desk: Desk, home: Home, opened: readonly UnmaskField[]): (kind: FileKind) => boolean {
  const [keeps, serves] = [desk.me.keeps(home.id), desk.me.is("office") || desk.me.serves(home)];
  return (kind) => keeps || (kind === "door" && serves) || opened.includes(kind === "members" ? "members" : "facts");
}

/** What is open at this desk now. */
export async function openedFields(desk: Desk, id: Id<"household">): Promise<UnmaskField[]> {
  const { unmaskings: u } = desk.see;
  const rows = await desk.select({ field: u.field }).from(u).where(and(eq(u.personId, desk.me.id), gt(u.until, desk.now), eq(u.householdId, id)));
  return rows.map(({ field }) => field);
}

const SETTLED = 50;

/** 户情的新说法 of one household: what waits, beside what stands; and what was settled before, newest first. */
export async function proposalsOf(desk: Desk, home: Home, facts: readonly Known[], opened: readonly UnmaskField[]) {
  const rows = await proposalRows(desk, home.id);
  const [barred, names] = [await ownExams(desk, rows.map((row) => row.factProposals.quizId)), await namesOf(desk, rows.map((row) => row.factProposals.decidedById))];
  const [reads, visits] = [readsKind(desk, home, opened), await seenVisits(desk, rows)];
  const isShown = ({ kind, proposedById }: Proposal) => reads(kind) || proposedById === desk.me.id || desk.me.is("office");
  const lines = rows.filter((row) => isShown(row.factProposals)).map((row) => ({
    ...lineOf(desk, row, names), visitId: visits.find((id) => id === row.factProposals.visitId), isBarred: row.factProposals.quizId !== null && barred.has(row.factProposals.quizId),
  }));
  const hidden = (kind: FileKind) => rows.filter(({ factProposals: p }) => p.kind === kind && p.state === "open" && !isShown(p)).length;
  const current = facts.filter((fact) => !fact.replacedAt);
  const ofKind = (kind: FileKind) => ({
    hidden: hidden(kind), boxes: boxesOf(lines.filter((line) => line.state === "open" && line.kind === kind), current, reads(kind) || desk.me.is("office")),
    settled: lines.filter((line) => line.kind === kind && (line.state === "declined" || (line.state === "accepted" && kind === "members"))),
    standing: current.filter((fact) => fact.kind === kind).map((fact) => fact.id),
  });
  const saidBy = new Map(lines.flatMap(({ factId, by, state }) => (factId && state === "accepted" ? [[factId, by] as const] : [])));
  return { saidBy, proposals: Object.fromEntries(fileKind.values.map((kind) => [kind, ofKind(kind)])) as Record<FileKind, ReturnType<typeof ofKind>> };
}
export type KindProposals = Awaited<ReturnType<typeof proposalsOf>>["proposals"][FileKind];
export type ProposalBox = KindProposals["boxes"][number];
export type ProposalLine = ProposalBox["sides"][number];
export type SettledLine = KindProposals["settled"][number];

type Proposal = Awaited<ReturnType<typeof proposalRows>>[number]["factProposals"];

async function proposalRows(desk: Desk, id: Id<"household">) {
  const { factProposals: t, people } = desk.see;
  const ask = (which: typeof t.state.enumValues) => desk.select().from(t).innerJoin(people, eq(people.id, t.proposedById))
    .where(and(eq(t.householdId, id), inArray(t.state, which), or(eq(t.state, "open"), isNotNull(t.decidedAt))));
  const open = await ask(["open"]).orderBy(asc(t.id)).limit(100);
  return [...open, ...(await ask(["accepted", "declined"]).orderBy(desc(t.id)).limit(SETTLED))];
}

/** Where it was said, as far as that may be read here. */
async function seenVisits(desk: Desk, rows: readonly { factProposals: Proposal }[]): Promise<Id<"visit">[]> {
  const { visits: v } = desk.see;
  const ids = rows.flatMap((row) => row.factProposals.visitId ?? []);
  return ids.length > 0 ? (await desk.select({ id: v.id }).from(v).where(inArray(v.id, ids))).map(({ id }) => id) : [];
}

function lineOf(desk: Desk, { factProposals: p, people }: Awaited<ReturnType<typeof proposalRows>>[number], names: (id: Id<"person"> | null) => string) {
  const { id, kind, topic, says, asOf, basedOnId, state, why, factId } = p;
  return {
    id, kind, topic, says, asOf, basedOnId, state, why, factId, by: people.name, at: clockOf(p.proposedAt), source: factSource.label(p.source),
    isTyped: !p.visitId && !p.quizId, words: headingWords(p), stateWords: proposalState.label(state), decidedBy: names(p.decidedById), may: desk.may("fact.decide", p),
  };
}
type Line = ReturnType<typeof lineOf> & { isBarred: boolean; visitId: Id<"visit"> | undefined };

/** One box a heading; of the family, and where no heading was said, one for everything that says something else. */
function boxesOf(lines: readonly Line[], current: readonly Known[], reads: boolean) {
  const boxes: { heading: Heading; lines: Line[] }[] = [];
  for (const line of lines) {
    const box = boxes.find(({ heading, lines: [first] }) => isSameHeading(heading, line) && (line.topic || first!.says === line.says));
    if (box) box.lines.push(line);
    else boxes.push({ heading: { kind: line.kind, topic: line.topic }, lines: [line] });
  }
  return boxes.map(({ heading, lines: sides }) => {
    const stands = current.find((fact) => isSameHeading(fact, heading));
    return {
      ...heading, words: headingWords(heading), conflict: heading.topic !== null && isConflict(stands, sides),
      // What may not be read is opened first: nobody chooses between words they have not seen.
      blind: !reads || (stands !== undefined && stands.says === null), current: stands && { says: stands.says ?? "", asOf: stands.asOf },
      sides: sides.map((side) => ({ ...side, moved: heading.topic !== null && groundMoved(stands, side) })),
    };
  });
}
