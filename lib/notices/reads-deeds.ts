import { inArray } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import type { Change } from "@/lib/gate/policy";
import type { Id } from "@/lib/kernel/id";
import type { NoticeKind } from "@/lib/words/notice";

type Line = { kind: NoticeKind; subjectId: string };

const ofVisit = { visit_returned: "visit.resubmit", visit_unlocked: "visit.resubmit", review_handed: "visit.approve" } as const satisfies Partial<Record<NoticeKind, Change>>;
const has = <Kinds extends object>(kinds: Kinds, kind: string): kind is Extract<keyof Kinds, string> => Object.hasOwn(kinds, kind);

/**
 * Which of these wait for a deed that their reader may not do any more, a role or a pairing having gone: nothing would
 * ever put them away, so their reader does. One question a sort of thing.
 */
export async function undoable(desk: Desk, lines: readonly Line[]): Promise<(line: Line) => boolean> {
  const idsOf = (fits: (kind: NoticeKind) => boolean) => [...new Set(lines.filter(({ kind }) => fits(kind)).map(({ subjectId }) => subjectId))];
  const [visits, parked, pairs] = await Promise.all([
    visitsAt(desk, idsOf((kind) => has(ofVisit, kind))), parkedAt(desk, idsOf((kind) => kind === "parked_handed")),
    pairsAt(desk, idsOf((kind) => kind === "pairing_proposed" || kind === "agreement_waiting" || kind === "assessment_due")),
  ]);
  const may = ({ kind, subjectId }: Line): boolean | undefined => {
    const [visit, held, pair] = [visits.find(({ id }) => id === subjectId), parked.find(({ id }) => id === subjectId), pairs.find(({ pairing }) => pairing.id === subjectId)];
    if (has(ofVisit, kind)) return visit && desk.may(ofVisit[kind], visit);
    if (kind === "parked_handed") return held && desk.may("parked.admit", held);
    if (kind === "pairing_proposed") return pair && desk.may("pairing.accept", pair.pairing);
    if (kind === "agreement_waiting") return pair?.agreement && desk.may("pairing.sign", pair.agreement);
    return kind !== "assessment_due" || (pair && desk.me.is("mentor") && desk.me.mentors(pair.pairing.menteeId));
  };
  return (line) => !may(line);
}

// The column `subject` says which table an id is of; see reads-subjects.ts.
const as = <Kind extends string>(ids: readonly string[]) => ids as Id<Kind>[];

const visitsAt = async (desk: Desk, ids: readonly string[]) =>
  ids.length === 0 ? [] : desk.select().from(desk.see.visits).where(inArray(desk.see.visits.id, as<"visit">(ids)));

const parkedAt = async (desk: Desk, ids: readonly string[]) =>
  ids.length === 0 ? [] : desk.select().from(desk.see.parkedVisits).where(inArray(desk.see.parkedVisits.id, as<"visit">(ids)));

async function pairsAt(desk: Desk, ids: readonly string[]) {
  const { pairings: p, agreements: a } = desk.see;
  if (ids.length === 0) return [];
  const [rows, agreements] = await Promise.all([
    desk.select().from(p).where(inArray(p.id, as<"pairing">(ids))), desk.select().from(a).where(inArray(a.pairingId, as<"pairing">(ids))),
  ]);
  return rows.map((pairing) => ({ pairing, agreement: agreements.find(({ pairingId }) => pairingId === pairing.id) }));
}
