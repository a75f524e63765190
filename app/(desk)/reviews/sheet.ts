import type { Desk } from "@/lib/gate/desk";
import { clockOf } from "@/lib/kernel/calendar";
import { shortDay } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { openMattersAt } from "@/lib/visits/reads-matters";
import { visitInFull, type VisitInFull } from "@/lib/visits/reads-one";
import { remarksOf } from "@/lib/visits/reads-remarks";
import { changesBetween, mayMove, needsNote } from "@/lib/visits/rules";
import { problemState } from "@/lib/words/problem";
import { notDone, slot, visitKind, visitMove, visitState } from "@/lib/words/visit";
import { factsOf } from "../visits/visit-facts";

/** One 走访日志 as the review desk shows it, in words: fetched ahead, so that the next one is there before it is asked for. */
export type Sheet = NonNullable<Awaited<ReturnType<typeof sheetOf>>>;
export type SheetRemark = Sheet["remarks"][number];

export async function sheetOf(desk: Desk, id: Id<"visit">) {
  const full = await visitInFull(desk, id);
  if (!full) return undefined;
  const { visit } = full;
  const [remarks, matters] = await Promise.all([remarksOf(desk, id), openMattersAt(desk, visit.householdId)]);
  return {
    id: visit.id, version: visit.version, author: full.author.name,
    ...doorOf(full),
    when: `${shortDay(visit.visitedOn)} ${slot.label(visit.slot)}`,
    kind: visitKind.label(visit.kind),
    notDone: visit.notDone && notDone.label(visit.notDone),
    account: full.account,
    facts: factsOf(full),
    photos: full.photos.map((photo) => ({ ...photo, mayRemove: false })), // taken down on the visit's own page
    ...standingOf(desk, full),
    remarks: remarks.map(({ id: remark, quote, before, words, author, state, authorId }) =>
      ({ id: remark, quote, before, words, author, state, mine: authorId === desk.me.id && state === "pending" })),
    ...pastOf(full),
    matters: matters.map(({ id: matter, title, state, raisedAt }) => ({ id: matter, title, note: `${clockOf(raisedAt).slice(0, 5)} · ${problemState.label(state)}` })),
  };
}

function doorOf({ visit, firm, household, householder, village }: VisitInFull) {
  if (firm) return { door: firm.name, place: village.name, doorHref: undefined };
  const name = householder?.name ?? household?.maskedName;
  return { door: name ? `${name} 户` : "农户", place: [village.name, household?.groupName].filter(Boolean).join(" "), doorHref: household ? `/households/${visit.householdId}` : undefined };
}

/** Whether this person may answer it now, whether they must say why, and if it no longer waits, whose answer it was. */
function standingOf(desk: Desk, { visit, steps }: VisitInFull) {
  const waits = mayMove(visit.state, "approve");
  const last = steps.at(-1);
  const asReviewer = desk.me.mentors(visit.authorId) || desk.me.standsIn(visit);
  const answered = last ? `已由 ${last.actor} 批阅：${visitMove.label(last.move)}` : visitState.label(visit.state);
  return {
    mayAnswer: waits && desk.may("visit.approve", visit),
    needsReason: needsNote("approve", asReviewer),
    mayPassOn: visit.reviewerId !== null,
    answered: waits ? undefined : visit.state === "draft" ? "作者已经撤回" : answered,
  };
}

/** What changed since it was last handed in, every version, every move, and what was written at this door before. */
function pastOf({ versions, steps, earlier }: VisitInFull) {
  const [before, after] = versions.slice(-2);
  return {
    changes: before && after && before.account !== after.account ? changesBetween(before.account, after.account) : [],
    versions: versions.map(({ account, at }, i) => ({ name: `第 ${i + 1} 稿 ${clockOf(at)}`, account })),
    steps: steps.map(({ move, actor, at, note }) => ({ what: visitMove.label(move), actor, at: clockOf(at), note })),
    earlier: earlier.map(({ id, visitedOn, author, account }) => ({ id, on: shortDay(visitedOn), author, account })),
  };
}
