import { commentState } from "@/lib/words/visit";
import { check, dayCol, id, index, instant, int, oneOf, optionalRef, prose, ref, sql, table, word } from "../columns";
import { people } from "./people";
import { visits } from "./visits";

/**
 * 批注: a reviewer's remark at one sentence of a 走访日志. The sentence is kept with what stood before it, so that the
 * remark finds its place again, or says that the sentence is gone. Only its author sees it while it is pending.
 */
export const visitComments = table(
  "visit_comments",
  {
    id: id<"visitComment">(),
    visitId: ref<"visit">("visit_id", () => visits.id),
    authorId: ref<"person">("author_id", () => people.id),
    /** Of the visit, when the remark was made. */
    version: int("version").notNull(),
    quote: prose("quote").notNull(),
    before: prose("before").notNull().default(""),
    words: prose("words").notNull(),
    state: word("state", commentState.values).notNull(),
    at: instant("at").notNull(),
    sentAt: instant("sent_at"),
  },
  (t) => [
    index("visit_comments_visit").on(t.visitId, t.at),
    index("visit_comments_author").on(t.authorId, t.state),
    oneOf("visit_comments_state", t.state, commentState.values),
  ],
);

/** 代批阅: while a reviewer is away somebody stands in for them; without a name the office does. */
export const absences = table(
  "absences",
  {
    id: id<"absence">(),
    personId: ref<"person">("person_id", () => people.id),
    standInId: optionalRef<"person">("stand_in_id", () => people.id),
    startedOn: dayCol("started_on").notNull(),
    /** The last day of it. */
    endedOn: dayCol("ended_on").notNull(),
    reason: prose("reason").notNull().default(""),
  },
  (t) => [
    index("absences_person").on(t.personId, t.endedOn),
    index("absences_stand_in").on(t.standInId, t.endedOn),
    check("absences_not_self", sql`stand_in_id is null or stand_in_id <> person_id`),
    check("absences_two_ends", sql`ended_on >= started_on`),
  ],
);
