import type { Id } from "@/lib/kernel/id";
import type { Role } from "@/lib/words/person";
import { type Barred, barred } from "@/lib/words/quiz";

/** The most households that are drawn in one quiz. */
export const MOST_DRAWS = 3;
/** From the first draw on the quiz runs so long. */
export const RUNS_HOURS = 24;

/** 权限分离: the ledger would tell an auditor what was drawn, and to an examiner who is one the file stays closed. */
export const isApart = (roles: readonly Role[]): boolean => roles.includes("admin") || roles.includes("auditor");

/** What a recusal follows from, as it holds today. */
export type Ties = {
  pairs: readonly { mentorId: Id<"person">; menteeId: Id<"person"> }[];
  places: readonly { personId: Id<"person">; villageId: Id<"village"> }[];
  groups: readonly { personId: Id<"person">; topicId: Id<"topic"> }[];
};

const shares = <T extends { personId: string }>(rows: readonly T[], one: string, other: string, what: (row: T) => string): boolean => {
  const ofOne = new Set(rows.filter(({ personId }) => personId === one).map(what));
  return rows.some((row) => row.personId === other && ofOne.has(what(row)));
};

/** 回避: why this person may not examine that one, in the order of the dictionary. */
export function barsBetween(examineeId: Id<"person">, examinerId: Id<"person">, { pairs, places, groups }: Ties): Barred[] {
  if (examineeId === examinerId) return ["self"];
  const both = [examineeId, examinerId];
  const holds: Record<Exclude<Barred, "self">, boolean> = {
    pairing: pairs.some(({ mentorId, menteeId }) => both.includes(mentorId) && both.includes(menteeId)),
    village: shares(places, examineeId, examinerId, ({ villageId }) => villageId),
    group: shares(groups, examineeId, examinerId, ({ topicId }) => topicId),
  };
  return barred.values.filter((cause) => cause !== "self" && holds[cause]);
}

/** 「有结对、在同一个村社」 */
export const causesWords = (causes: readonly Barred[]): string => causes.map((cause) => barred.label(cause)).join("、");
