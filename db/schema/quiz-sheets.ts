import { appealState, doorFound, type ItemPoints, keyState, type QuizItem, quizItem } from "@/lib/words/quiz";
import { bool, check, dayCol, id, index, instant, int, json, oneOf, optionalRef, prose, ref, sealed, sql, str, table, uniqueIndex, word } from "../columns";
import { households } from "./households";
import { people } from "./people";
import { draws, quizzes } from "./quizzes";

/** 答案: what the file said of the drawn household at the moment of the draw. It never changes afterwards. */
export const quizKeys = table(
  "quiz_keys",
  {
    id: id<"quizKey">(),
    quizId: ref<"quiz">("quiz_id", () => quizzes.id),
    drawId: ref<"draw">("draw_id", () => draws.id),
    householdId: ref<"household">("household_id", () => households.id),
    item: word("item", quizItem.values).notNull(),
    state: word("state", keyState.values).notNull(),
    /** The newest day any of it is known of. */
    asOf: dayCol("as_of"),
    says: sealed("says").notNull(),
  },
  (t) => [
    uniqueIndex("quiz_keys_item").on(t.drawId, t.item),
    index("quiz_keys_quiz").on(t.quizId),
    index("quiz_keys_household").on(t.householdId),
    oneOf("quiz_keys_item", t.item, quizItem.values),
    oneOf("quiz_keys_state", t.state, keyState.values),
  ],
);

/** 考核表: one examiner's, made on a phone under an id of the phone's own. Handed in, it stands. */
export const quizSheets = table(
  "quiz_sheets",
  {
    id: id<"quizSheet">(),
    quizId: ref<"quiz">("quiz_id", () => quizzes.id),
    drawId: ref<"draw">("draw_id", () => draws.id),
    examinerId: ref<"person">("examiner_id", () => people.id),
    found: word("found", doorFound.values),
    /** Minutes from setting out to the door, as timed or typed. */
    minutes: int("minutes"),
    words: prose("words").notNull().default(""),
    /** The phone's clock when it was finished: a claim. */
    finishedAt: instant("finished_at").notNull(),
    receivedAt: instant("received_at").notNull(),
    bodyHash: str("body_hash").notNull(),
  },
  (t) => [
    uniqueIndex("quiz_sheets_once").on(t.drawId, t.examinerId),
    index("quiz_sheets_quiz").on(t.quizId),
    index("quiz_sheets_examiner").on(t.examinerId),
    oneOf("quiz_sheets_found", t.found, doorFound.values),
    check("quiz_sheets_minutes", sql`minutes between 0 and 600`),
  ],
);

/** What one examiner gave for one item: points, or 「答案有误」, which takes it out of the result. */
export const quizMarks = table(
  "quiz_marks",
  {
    id: id<"quizMark">(),
    sheetId: ref<"quizSheet">("sheet_id", () => quizSheets.id),
    item: word("item", quizItem.values).notNull(),
    points: int("points"),
    wrongKey: bool("wrong_key").notNull().default(false),
  },
  (t) => [
    uniqueIndex("quiz_marks_item").on(t.sheetId, t.item),
    oneOf("quiz_marks_item", t.item, quizItem.values),
    check("quiz_marks_points", sql`(points is null or points between 0 and 3) and (not wrong_key or points is null)`),
  ],
);

/** 考核结果: a row that never changes. What an appeal corrects is a new row beside it. */
export const quizResults = table(
  "quiz_results",
  {
    id: id<"quizResult">(),
    quizId: ref<"quiz">("quiz_id", () => quizzes.id),
    round: int("round").notNull(),
    earned: int("earned").notNull(),
    /** Three for each item that counts, and for each examiner. */
    countable: int("countable").notNull(),
    items: json<ItemPoints>("items").notNull(),
    at: instant("at").notNull(),
    byId: ref<"person">("by_id", () => people.id),
    /** Over everything here, with a key that is not in the database. */
    mac: str("mac").notNull(),
  },
  (t) => [
    uniqueIndex("quiz_results_round").on(t.quizId, t.round),
    index("quiz_results_by").on(t.byId),
    check("quiz_results_earned", sql`earned between 0 and countable`),
  ],
);

/** 申诉: once, within five working days, decided by somebody who neither examined nor was examined. */
export const appeals = table(
  "appeals",
  {
    id: id<"appeal">(),
    quizId: ref<"quiz">("quiz_id", () => quizzes.id),
    byId: ref<"person">("by_id", () => people.id),
    at: instant("at").notNull(),
    items: json<QuizItem[]>("items").notNull(),
    words: prose("words").notNull(),
    state: word("state", appealState.values).notNull().default("open"),
    decidedById: optionalRef<"person">("decided_by_id", () => people.id),
    decidedAt: instant("decided_at"),
    why: prose("why").notNull().default(""),
  },
  (t) => [
    uniqueIndex("appeals_quiz").on(t.quizId),
    index("appeals_state").on(t.state, t.at, t.id),
    index("appeals_by").on(t.byId),
    index("appeals_decided_by").on(t.decidedById),
    oneOf("appeals_state", t.state, appealState.values),
    check("appeals_by_other", sql`decided_by_id is null or decided_by_id <> by_id`),
  ],
);
