import { notNowReason, suggestionAnswer } from "@/lib/words/practice";
import { bool, check, dayCol, id, index, instant, int, oneOf, optionalRef, prose, real, ref, sql, str, table, uniqueIndex, word } from "../columns";
import { households } from "./households";
import { people } from "./people";

/** 练习卡: what one person has learnt of one heading of one household, and when it wants to be asked again (FSRS). */
export const practiceCards = table(
  "practice_cards",
  {
    id: id<"practiceCard">(),
    personId: ref<"person">("person_id", () => people.id),
    householdId: ref<"household">("household_id", () => households.id),
    /** `members`, or kind and topic: `income:farming`. */
    heading: str("heading").notNull(),
    /** A mark of what the file said when it was learnt; where it says something else now, it has to be learnt anew. */
    learntOf: str("learnt_of").notNull(),
    dueAt: instant("due_at").notNull(),
    /** Days until nine in ten would still know it. */
    stability: real("stability").notNull(),
    difficulty: real("difficulty").notNull(),
    phase: int("phase").notNull(),
    reps: int("reps").notNull(),
    lapses: int("lapses").notNull(),
    lastAt: instant("last_at").notNull(),
  },
  (t) => [
    uniqueIndex("practice_cards_heading").on(t.personId, t.householdId, t.heading),
    index("practice_cards_due").on(t.personId, t.dueAt),
    index("practice_cards_household").on(t.householdId),
  ],
);

/** One card answered. It is its person's alone, and leaves no line in the ledger. */
export const practiceAnswers = table(
  "practice_answers",
  {
    id: id<"practiceAnswer">(),
    personId: ref<"person">("person_id", () => people.id),
    cardId: ref<"practiceCard">("card_id", () => practiceCards.id),
    remembered: bool("remembered").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [index("practice_answers_person").on(t.personId, t.at), index("practice_answers_card").on(t.cardId)],
);

/** 下一户建议, answered: taken up, or not now with a reason. Until its last day the household is not suggested again. */
export const suggestionAnswers = table(
  "suggestion_answers",
  {
    id: id<"suggestionAnswer">(),
    personId: ref<"person">("person_id", () => people.id),
    householdId: ref<"household">("household_id", () => households.id),
    answer: word("answer", suggestionAnswer.values).notNull(),
    reason: word("reason", notNowReason.values),
    words: prose("words").notNull().default(""),
    day: dayCol("day").notNull(),
    untilOn: dayCol("until_on").notNull(),
  },
  (t) => [
    uniqueIndex("suggestion_answers_day").on(t.personId, t.householdId, t.day),
    index("suggestion_answers_until").on(t.personId, t.untilOn),
    index("suggestion_answers_household").on(t.householdId),
    oneOf("suggestion_answers_answer", t.answer, suggestionAnswer.values),
    oneOf("suggestion_answers_reason", t.reason, notNowReason.values),
    check("suggestion_answers_why", sql`(answer = 'not_now') = (reason is not null)`),
  ],
);

/** How much each reason weighs in 下一户建议. The newest row counts; the earlier ones say what counted before. */
export const suggestionWeights = table(
  "suggestion_weights",
  {
    id: id<"suggestionWeight">(),
    overdue: int("overdue").notNull(),
    weak: int("weak").notNull(),
    owed: int("owed").notNull(),
    flagged: int("flagged").notNull(),
    setById: optionalRef<"person">("set_by_id", () => people.id),
    setAt: instant("set_at").notNull(),
  },
  (t) => [
    index("suggestion_weights_set").on(t.setAt, t.id),
    index("suggestion_weights_set_by").on(t.setById),
    check("suggestion_weights_between", sql`min(overdue, weak, owed, flagged) >= 0 and max(overdue, weak, owed, flagged) <= 10`),
  ],
);
