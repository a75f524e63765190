import { defenceState, type Level, type Recusal, scoringRule } from "@/lib/words/defence";
import { bool, check, dayCol, id, index, instant, int, json, oneOf, optionalRef, prose, proseOf, ref, sql, table, uniqueIndex, word } from "../columns";
import { people } from "./people";
import { topics } from "./topics";

/** 答辩 of one topic. Rule and quorum stand fast once it is open. */
export const defences = table(
  "defences",
  {
    id: id<"defence">(),
    topicId: ref<"topic">("topic_id", () => topics.id),
    heldOn: dayCol("held_on").notNull(),
    rule: word("rule", scoringRule.values).notNull(),
    /** How many judges must have scored before a result is published. */
    quorum: int("quorum").notNull(),
    state: word("state", defenceState.values).notNull().default("preparing"),
    openedAt: instant("opened_at"),
    closedAt: instant("closed_at"),
    closedById: optionalRef<"person">("closed_by_id", () => people.id),
    publishedAt: instant("published_at"),
    publishedById: optionalRef<"person">("published_by_id", () => people.id),
    /** Why it was published below its quorum. */
    belowQuorum: prose("below_quorum").notNull().default(""),
    version: int("version").notNull().default(1),
  },
  (t) => [
    index("defences_topic").on(t.topicId, t.heldOn),
    uniqueIndex("defences_one_open").on(t.topicId).where(sql`state <> 'published'`),
    index("defences_by_state").on(t.state, t.heldOn),
    index("defences_closed_by").on(t.closedById),
    index("defences_published_by").on(t.publishedById),
    oneOf("defences_state", t.state, defenceState.values),
    oneOf("defences_rule", t.rule, scoringRule.values),
    check("defences_quorum", sql`quorum between 1 and 30`),
    check("defences_two_people", sql`published_by_id is null or published_by_id <> closed_by_id`),
  ],
);

/** 评分项. The weights of a defence that is open are a hundred together. */
export const criteria = table(
  "criteria",
  {
    id: id<"criterion">(),
    defenceId: ref<"defence">("defence_id", () => defences.id),
    place: int("place").notNull(),
    name: prose("name").notNull(),
    weight: int("weight").notNull(),
    required: bool("required").notNull().default(true),
    levels: proseOf<Level[]>("levels").notNull(),
  },
  (t) => [index("criteria_defence").on(t.defenceId, t.place), check("criteria_weight", sql`weight between 1 and 100`)],
);

/** 评委席: who judges, in which order. */
export const seats = table(
  "seats",
  {
    id: id<"seat">(),
    defenceId: ref<"defence">("defence_id", () => defences.id),
    personId: ref<"person">("person_id", () => people.id),
    number: int("number").notNull(),
    /** As it stood when scoring ended; while it goes on, it is derived anew each time. */
    recusedFor: json<Recusal>("recused_for"),
  },
  (t) => [
    uniqueIndex("seats_person").on(t.defenceId, t.personId),
    uniqueIndex("seats_number").on(t.defenceId, t.number),
    index("seats_of_person").on(t.personId),
  ],
);

/** 评分表: one judge's scoring. Reopened, it stays as it was, and a new round begins. */
export const sheets = table(
  "sheets",
  {
    id: id<"sheet">(),
    defenceId: ref<"defence">("defence_id", () => defences.id),
    seatId: ref<"seat">("seat_id", () => seats.id),
    personId: ref<"person">("person_id", () => people.id),
    round: int("round").notNull(),
    submittedAt: instant("submitted_at"),
    reopenedAt: instant("reopened_at"),
    reopenedById: optionalRef<"person">("reopened_by_id", () => people.id),
    reopenedWhy: prose("reopened_why").notNull().default(""),
  },
  (t) => [
    uniqueIndex("sheets_round").on(t.seatId, t.round),
    uniqueIndex("sheets_one_standing").on(t.seatId).where(sql`reopened_at is null`),
    index("sheets_defence").on(t.defenceId),
    index("sheets_person").on(t.personId),
    index("sheets_reopened_by").on(t.reopenedById),
    check("sheets_reopened_after", sql`reopened_at is null or submitted_at is not null`),
  ],
);

export const marks = table(
  "marks",
  {
    id: id<"mark">(),
    sheetId: ref<"sheet">("sheet_id", () => sheets.id),
    criterionId: ref<"criterion">("criterion_id", () => criteria.id),
    points: int("points").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    uniqueIndex("marks_once").on(t.sheetId, t.criterionId),
    index("marks_criterion").on(t.criterionId),
    check("marks_points", sql`points between 0 and 100`),
  ],
);

/** 成绩 as it was reckoned when scoring ended, in hundredths of a point; reckoned anew after a reopening, the old one stays. */
export const results = table(
  "results",
  {
    id: id<"result">(),
    defenceId: ref<"defence">("defence_id", () => defences.id),
    round: int("round").notNull(),
    total: int("total"),
    /** The rule that was used: a trimmed mean of fewer than five is a mean. */
    rule: word("rule", scoringRule.values).notNull(),
    counted: int("counted").notNull(),
    spread: int("spread").notNull(),
    at: instant("at").notNull(),
    /** What was published stays to be read when it does not stand any more. */
    publishedAt: instant("published_at"),
    publishedById: optionalRef<"person">("published_by_id", () => people.id),
    belowQuorum: prose("below_quorum").notNull().default(""),
    /** Set when scoring was opened again: it does not stand any more. */
    undoneAt: instant("undone_at"),
    undoneById: optionalRef<"person">("undone_by_id", () => people.id),
    undoneWhy: prose("undone_why").notNull().default(""),
  },
  (t) => [
    uniqueIndex("results_round").on(t.defenceId, t.round),
    index("results_published_by").on(t.publishedById),
    index("results_undone_by").on(t.undoneById),
    oneOf("results_rule", t.rule, scoringRule.values),
  ],
);

/** 提问: asked at the defence, and followed up by somebody until a day. */
export const questions = table(
  "questions",
  {
    id: id<"question">(),
    defenceId: ref<"defence">("defence_id", () => defences.id),
    topicId: ref<"topic">("topic_id", () => topics.id),
    askedById: ref<"person">("asked_by_id", () => people.id),
    at: instant("at").notNull(),
    words: prose("words").notNull(),
    ownerId: optionalRef<"person">("owner_id", () => people.id),
    dueOn: dayCol("due_on"),
    answer: prose("answer").notNull().default(""),
    answeredAt: instant("answered_at"),
    answeredById: optionalRef<"person">("answered_by_id", () => people.id),
  },
  (t) => [
    index("questions_defence").on(t.defenceId, t.at),
    index("questions_topic").on(t.topicId, t.answeredAt),
    index("questions_owner").on(t.ownerId, t.answeredAt, t.dueOn),
    index("questions_asked_by").on(t.askedById),
    index("questions_answered_by").on(t.answeredById),
    check("questions_given", sql`(owner_id is null) = (due_on is null)`),
  ],
);
