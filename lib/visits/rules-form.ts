import { lengthOf, plain } from "@/lib/kernel/text";
import type { Matter, NotDone, TopicChip, VisitKind } from "@/lib/words/visit";

/** Another visit to the same door so soon is worth a word before it is saved. */
export const SOON_DAYS = 3;

/** About 100 m: the phone rounds before it keeps anything, and the server does not take its word for it. */
export const nearby = (degrees: number): number => Math.round(degrees * 1000) / 1000;

/** 户情有变化: so many a visit. */
export const PROPOSALS_A_VISIT = 4;

type Gap = { field: "householdId" | "topics" | "account" | "nextVisitOn" | "matter"; message: string };
type Written = {
  kind: VisitKind; visitedOn: string; account: string; householdId?: string | null | undefined; enterpriseId?: string | null | undefined;
  notDone?: NotDone | null | undefined; topics?: readonly TopicChip[] | undefined; matter?: Matter | null | undefined; nextVisitOn?: string | null | undefined;
};

/** Without a door nothing can be put aside. */
export function doorGap({ kind, householdId, enterpriseId }: Written): Gap[] {
  if (kind === "enterprise" ? enterpriseId : householdId) return [];
  return [{ field: "householdId", message: kind === "enterprise" ? "选择走访的企业" : "选择走访的农户" }];
}

/** What is still missing before it can be handed in, and what to say there. A visit that did not happen needs its reason and nothing else. */
export function gapsIn(form: Written): Gap[] {
  const { notDone, topics = [], account, nextVisitOn, visitedOn, matter } = form;
  if (notDone) return doorGap(form);
  const gaps: (Gap | false)[] = [
    topics.length === 0 && { field: "topics", message: "选一项谈了什么" },
    lengthOf(plain(account).trim()) === 0 && { field: "account", message: "用一句话写写谈了什么" },
    Boolean(nextVisitOn && nextVisitOn < visitedOn) && { field: "nextVisitOn", message: "下次走访不能早于这次" },
    !matter && { field: "matter", message: "选择有没有要办的事" },
  ];
  return [...doorGap(form), ...gaps.filter((gap) => gap !== false)];
}

type SaysAnew = Pick<Written, "kind" | "notDone"> & { proposals?: readonly { says: string }[] | undefined };

/** What the form says anew of the household. A visit that did not happen, or went to a firm, says nothing of it. */
export const saidAnew = <Form extends SaysAnew>({ kind, notDone, proposals }: Form): NonNullable<Form["proposals"]> | readonly [] =>
  notDone || kind === "enterprise" ? [] : proposals ?? [];

/** A heading that was chosen and left empty. */
export const proposalGaps = (form: SaysAnew): { place: number; message: string }[] =>
  saidAnew(form).flatMap(({ says }, place) => (plain(says).trim() === "" ? [{ place, message: "写一写现在的情况，问不到就点“不清楚”" }] : []));
