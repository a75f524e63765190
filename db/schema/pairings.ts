import { check, dayCol, id, index, prose, ref, sql, table, uniqueIndex } from "../columns";
import { people } from "./people";

/** 青蓝结对: one mentor answers for one young cadre from a day until a day. Open while `endedOn` is null. */
export const pairings = table(
  "pairings",
  {
    id: id<"pairing">(),
    mentorId: ref<"person">("mentor_id", () => people.id),
    menteeId: ref<"person">("mentee_id", () => people.id),
    startedOn: dayCol("started_on").notNull(),
    /** The last day it holds. */
    endedOn: dayCol("ended_on"),
    reason: prose("reason").notNull().default(""),
  },
  (t) => [
    index("pairings_mentor").on(t.mentorId, t.endedOn),
    index("pairings_mentee").on(t.menteeId, t.startedOn),
    uniqueIndex("pairings_one_open").on(t.menteeId).where(sql`ended_on is null`),
    check("pairings_not_self", sql`mentor_id <> mentee_id`),
    check("pairings_two_ends", sql`ended_on is null or ended_on >= started_on`),
  ],
);
