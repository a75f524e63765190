import { dayCol, id, index, instant, optionalRef, prose, ref, str, table } from "../columns";
import { people } from "./people";

/** 投诉建议: anyone may say anything about the system or the work; answered within five working days. */
export const feedback = table(
  "feedback",
  {
    id: id<"feedback">(),
    authorId: ref<"person">("author_id", () => people.id),
    page: str("page").notNull().default(""),
    says: prose("says").notNull(),
    at: instant("at").notNull(),
    dueOn: dayCol("due_on").notNull(),
    answer: prose("answer"),
    answeredById: optionalRef<"person">("answered_by_id", () => people.id),
    answeredAt: instant("answered_at"),
  },
  (t) => [
    index("feedback_author").on(t.authorId, t.id),
    index("feedback_answered_by").on(t.answeredById),
    index("feedback_open").on(t.answeredAt, t.dueOn, t.id),
  ],
);
