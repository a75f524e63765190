import { tables } from "@/db/schema";
import type { Town, Who } from "@/db/seed/cast";
import { Desk } from "@/lib/gate/desk";
import type { Day } from "@/lib/kernel/day";
import { type Id, newId } from "@/lib/kernel/id";
import { submitVisit } from "@/lib/visits/acts";
import type { ReviewForm } from "@/lib/visits/forms";
import { aVisit } from "./visits";

/** The same person at a desk some seconds later: relations and clock are those of that moment. */
export const later = async (town: Town, who: Who, seconds: number): Promise<Desk> =>
  (await Desk.of(town.store, town.people[who], new Date(town.now.getTime() + seconds * 1000)))!;

export const handedIn = async (town: Town, account?: string): Promise<Id<"visit">> =>
  (await submitVisit(town.lin, aVisit(town, account === undefined ? {} : { account }))).id;

export const passes = (visitId: Id<"visit">, version = 1): ReviewForm => ({ visitId, version, verdict: "approve", note: "" });
export const asks = (visitId: Id<"visit">, version = 1): ReviewForm => ({ visitId, version, verdict: "return", note: "水沟堵了多久？" });

/** 王建国 is away, and 周敏 answers for him unless another is named. */
export async function away(town: Town, period: { startedOn: string; endedOn: string }, standInId: Id<"person"> | null = town.people.zhou) {
  const { startedOn, endedOn } = period as { startedOn: Day; endedOn: Day };
  await town.store.write((tx) => tx.insert(tables.absences).values({ id: newId<"absence">(), personId: town.people.wang, standInId, startedOn, endedOn, reason: "出差" }));
}

export const aRemark = (visitId: Id<"visit">, quote: string, words: string, before = "") => ({ id: newId<"visitComment">(), visitId, version: 1, quote, before, words });
