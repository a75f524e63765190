import type { Desk } from "@/lib/gate/desk";
import { clockOf, mondayOf } from "@/lib/kernel/calendar";
import { shortDay, spokenDay } from "@/lib/kernel/day";
import type { VisitAwaitingReview } from "@/lib/visits/reads-reviews";
import { doorName } from "@/lib/visits/rules";
import type { Sheet } from "./sheet";

/** One row of what waits, in words. */
export type Line = {
  id: string; version: number; author: string; group: string; door: string; on: string; account: string; late: boolean; by: string;
};

/** `away` names those for whom this desk answers. */
export const linesOf = (desk: Desk, rows: readonly VisitAwaitingReview[], away: ReadonlyMap<string, string>): Line[] =>
  rows.map((visit) => ({
    id: visit.id, version: visit.version, author: visit.author,
    group: `${visit.author} · ${spokenDay(mondayOf(visit.week))}起的一周`,
    door: `${doorName(visit)} · ${visit.village}`,
    on: shortDay(visit.visitedOn),
    account: visit.account || "没走成",
    late: Boolean(visit.dueAt && visit.dueAt < desk.now),
    by: [visit.dueAt && `${clockOf(visit.dueAt)} 前`, desk.me.standsIn(visit) && visit.reviewerId && `代 ${away.get(visit.reviewerId) ?? "导师"}`].filter(Boolean).join(" · "),
  }));

/** Of a visit that was asked for by its address and stands on another page of the list, or waits no more. */
export const lineOfSheet = ({ id, version, author, door, place, when, account }: Sheet): Line =>
  ({ id, version, author, group: "从链接打开的", door: `${door} · ${place}`, on: when, account, late: false, by: "" });
