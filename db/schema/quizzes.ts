import { type PlannedPair, planState, quizState, redrawReason } from "@/lib/words/quiz";
import { bool, check, id, index, instant, int, json, oneOf, optionalRef, prose, ref, sealed, sql, str, table, uniqueIndex, word } from "../columns";
import { households } from "./households";
import { people } from "./people";
import { villages } from "./villages";

/** 考核计划: of one quarter, who is examined and by whom, both drawn. What was frozen and promised stands in the ledger with it. */
export const quizPlans = table(
  "quiz_plans",
  {
    id: id<"quizPlan">(),
    /** 2026Q4 */
    quarter: str("quarter").notNull(),
    /** How many are to be examined. */
    size: int("size").notNull(),
    state: word("state", planState.values).notNull().default("committed"),
    frameHash: str("frame_hash").notNull(),
    secretHash: str("secret_hash").notNull(),
    committedById: ref<"person">("committed_by_id", () => people.id),
    committedAt: instant("committed_at").notNull(),
    drawnAt: instant("drawn_at"),
    version: int("version").notNull().default(1),
  },
  (t) => [
    index("quiz_plans_committed").on(t.committedAt, t.id),
    index("quiz_plans_committed_by").on(t.committedById),
    oneOf("quiz_plans_state", t.state, planState.values),
    check("quiz_plans_size", sql`size between 1 and 500`),
  ],
);

/** 考核: one person examined at the door of one household. Hashes are of the frame and the secret, before any number was typed. */
export const quizzes = table(
  "quizzes",
  {
    id: id<"quiz">(),
    planId: optionalRef<"quizPlan">("plan_id", () => quizPlans.id),
    examineeId: ref<"person">("examinee_id", () => people.id),
    examinerId: ref<"person">("examiner_id", () => people.id),
    secondExaminerId: optionalRef<"person">("second_examiner_id", () => people.id),
    state: word("state", quizState.values).notNull().default("planned"),
    plannedById: ref<"person">("planned_by_id", () => people.id),
    plannedAt: instant("planned_at").notNull(),
    frameHash: str("frame_hash"),
    frameSize: int("frame_size"),
    secretHash: str("secret_hash"),
    committedAt: instant("committed_at"),
    /** The first draw; the quiz is over a day later, whatever was drawn again meanwhile. */
    drawnAt: instant("drawn_at"),
    overAt: instant("over_at"),
    /** When the examinee's phone last took its offline pack, as known at the draw. */
    packTakenAt: instant("pack_taken_at"),
    releasedAt: instant("released_at"),
    /** The last moment of the five working days in which the examinee may appeal. */
    appealUntil: instant("appeal_until"),
    cancelledAt: instant("cancelled_at"),
    cancelledById: optionalRef<"person">("cancelled_by_id", () => people.id),
    cancelledWhy: prose("cancelled_why").notNull().default(""),
    version: int("version").notNull().default(1),
  },
  (t) => [
    index("quizzes_planned").on(t.plannedAt, t.id),
    index("quizzes_state").on(t.state, t.plannedAt, t.id),
    index("quizzes_examinee").on(t.examineeId, t.plannedAt, t.id),
    index("quizzes_examiner").on(t.examinerId, t.plannedAt, t.id),
    index("quizzes_second_examiner").on(t.secondExaminerId),
    index("quizzes_plan").on(t.planId),
    index("quizzes_planned_by").on(t.plannedById),
    index("quizzes_cancelled_by").on(t.cancelledById),
    uniqueIndex("quizzes_one_committed").on(t.examineeId).where(sql`state = 'committed'`),
    oneOf("quizzes_state", t.state, quizState.values),
    check("quizzes_examiner_id", sql`examiner_id <> examinee_id and (second_examiner_id is null or (second_examiner_id <> examinee_id and second_examiner_id <> examiner_id))`),
  ],
);

/** 抽户范围: what could be drawn, word for word as it was hashed (docs/draw.md says how it is written). */
export const frames = table(
  "frames",
  {
    id: id<"frame">(),
    quizId: optionalRef<"quiz">("quiz_id", () => quizzes.id),
    planId: optionalRef<"quizPlan">("plan_id", () => quizPlans.id),
    text: prose("text").notNull(),
    /** Over everything here and what was promised, with a key that is not in the database. */
    mac: str("mac").notNull(),
  },
  (t) => [
    uniqueIndex("frames_quiz").on(t.quizId),
    uniqueIndex("frames_plan").on(t.planId),
    check("frames_of_one", sql`(quiz_id is null) <> (plan_id is null)`),
  ],
);

/** What was promised by its hash. Nobody reads it before it is revealed. */
export const frameSecrets = table(
  "frame_secrets",
  {
    id: id<"frameSecret">(),
    frameId: ref<"frame">("frame_id", () => frames.id),
    secret: sealed("secret").notNull(),
    revealedAt: instant("revealed_at"),
  },
  (t) => [uniqueIndex("frame_secrets_frame").on(t.frameId)],
);

/** 抽取: a number typed on the spot, and what followed from it. A second and third draw of one quiz each has its own. */
export const draws = table(
  "draws",
  {
    id: id<"draw">(),
    frameId: ref<"frame">("frame_id", () => frames.id),
    attempt: int("attempt").notNull(),
    /** Digits, as they were typed. */
    number: str("number").notNull(),
    villageId: optionalRef<"village">("village_id", () => villages.id),
    householdId: optionalRef<"household">("household_id", () => households.id),
    /** Of a plan: who examines whom. */
    pairs: json<PlannedPair[]>("pairs"),
    drawnById: ref<"person">("drawn_by_id", () => people.id),
    drawnAt: instant("drawn_at").notNull(),
    mac: str("mac").notNull(),
  },
  (t) => [
    uniqueIndex("draws_attempt").on(t.frameId, t.attempt),
    index("draws_village").on(t.villageId),
    index("draws_household").on(t.householdId),
    index("draws_drawn_by").on(t.drawnById),
    check("draws_attempt", sql`attempt between 1 and 3`),
    check("draws_of_one", sql`(household_id is null) <> (pairs is null) and (household_id is null) = (village_id is null)`),
  ],
);

/** 换一户: asked for by the examiner with a reason, allowed by a second person or not. */
export const redraws = table(
  "redraws",
  {
    id: id<"redraw">(),
    drawId: ref<"draw">("draw_id", () => draws.id),
    quizId: ref<"quiz">("quiz_id", () => quizzes.id),
    reason: word("reason", redrawReason.values).notNull(),
    words: prose("words").notNull().default(""),
    askedById: ref<"person">("asked_by_id", () => people.id),
    askedAt: instant("asked_at").notNull(),
    allowed: bool("allowed"),
    decidedById: optionalRef<"person">("decided_by_id", () => people.id),
    decidedAt: instant("decided_at"),
  },
  (t) => [
    uniqueIndex("redraws_open").on(t.drawId).where(sql`decided_at is null`),
    index("redraws_draw").on(t.drawId),
    index("redraws_quiz").on(t.quizId, t.askedAt),
    index("redraws_asked_by").on(t.askedById),
    index("redraws_decided_by").on(t.decidedById),
    oneOf("redraws_reason", t.reason, redrawReason.values),
    check("redraws_two_people", sql`decided_by_id is null or decided_by_id <> asked_by_id`),
  ],
);

/** The examinee asked for the drawn household while it was kept from them. The examiner sees that it happened. */
export const peeks = table(
  "peeks",
  {
    id: id<"peek">(),
    quizId: ref<"quiz">("quiz_id", () => quizzes.id),
    personId: ref<"person">("person_id", () => people.id),
    at: instant("at").notNull(),
  },
  (t) => [index("peeks_quiz").on(t.quizId, t.at), index("peeks_person").on(t.personId)],
);
