import { coachingMethod, pairSide } from "@/lib/words/pairing";
import { bool, check, dayCol, id, index, instant, int, oneOf, optionalRef, prose, ref, sql, str, table, uniqueIndex, word } from "../columns";
import { pairings } from "./pairings";
import { people } from "./people";
import { problems } from "./problems";
import { visits } from "./visits";

/** 帮带记录: one talk of a mentor with their mentee, in three lines; the mentee adds what they took from it. */
export const coachingSessions = table(
  "coaching_sessions",
  {
    id: id<"coachingSession">(),
    pairingId: ref<"pairing">("pairing_id", () => pairings.id),
    mentorId: ref<"person">("mentor_id", () => people.id),
    menteeId: ref<"person">("mentee_id", () => people.id),
    heldOn: dayCol("held_on").notNull(),
    method: word("method", coachingMethod.values).notNull(),
    topic: prose("topic").notNull(),
    account: prose("account").notNull(),
    /** 以新促老: the younger one taught. */
    reverse: bool("reverse").notNull().default(false),
    visitId: optionalRef<"visit">("visit_id", () => visits.id),
    problemId: optionalRef<"problem">("problem_id", () => problems.id),
    learned: prose("learned").notNull().default(""),
    nextStep: prose("next_step").notNull().default(""),
    learnedAt: instant("learned_at"),
    at: instant("at").notNull(),
  },
  (t) => [
    index("coaching_sessions_pairing").on(t.pairingId, t.heldOn, t.id),
    index("coaching_sessions_mentor").on(t.mentorId, t.heldOn),
    index("coaching_sessions_mentee").on(t.menteeId, t.heldOn),
    index("coaching_sessions_visit").on(t.visitId),
    index("coaching_sessions_problem").on(t.problemId),
    oneOf("coaching_sessions_method", t.method, coachingMethod.values),
    check("coaching_sessions_one_link", sql`visit_id is null or problem_id is null`),
  ],
);

/** 月度评价: the mentor's word on one month, once; the mentee may answer it, once. */
export const assessments = table(
  "assessments",
  {
    id: id<"assessment">(),
    pairingId: ref<"pairing">("pairing_id", () => pairings.id),
    mentorId: ref<"person">("mentor_id", () => people.id),
    menteeId: ref<"person">("mentee_id", () => people.id),
    /** "2026-11" */
    month: str("month").notNull(),
    level: int("level").notNull(),
    comment: prose("comment").notNull().default(""),
    at: instant("at").notNull(),
    reply: prose("reply").notNull().default(""),
    repliedAt: instant("replied_at"),
    /** When the mentor last changed their word; what it was before stands in `earlierAssessments`. */
    correctedAt: instant("corrected_at"),
  },
  (t) => [
    uniqueIndex("assessments_once").on(t.pairingId, t.month),
    index("assessments_mentor").on(t.mentorId, t.month),
    index("assessments_mentee").on(t.menteeId, t.month),
    check("assessments_level", sql`level between 1 and 5`),
    check("assessments_low_says_why", sql`level > 2 or length(trim(comment)) >= 5`),
  ],
);

/** 更正前: what an assessment said before its mentor corrected it, and until when. */
export const earlierAssessments = table(
  "earlier_assessments",
  {
    id: id<"earlierAssessment">(),
    assessmentId: ref<"assessment">("assessment_id", () => assessments.id),
    mentorId: ref<"person">("mentor_id", () => people.id),
    menteeId: ref<"person">("mentee_id", () => people.id),
    level: int("level").notNull(),
    comment: prose("comment").notNull().default(""),
    until: instant("until").notNull(),
  },
  (t) => [
    index("earlier_assessments_assessment").on(t.assessmentId, t.until),
    index("earlier_assessments_mentor").on(t.mentorId),
    index("earlier_assessments_mentee").on(t.menteeId),
    check("earlier_assessments_level", sql`level between 1 and 5`),
  ],
);

/** 双向评价: what each of the two says of the pairing when it has ended. */
export const evaluations = table(
  "evaluations",
  {
    id: id<"evaluation">(),
    pairingId: ref<"pairing">("pairing_id", () => pairings.id),
    mentorId: ref<"person">("mentor_id", () => people.id),
    menteeId: ref<"person">("mentee_id", () => people.id),
    byId: ref<"person">("by_id", () => people.id),
    side: word("side", pairSide.values).notNull(),
    fit: int("fit").notNull(),
    helped: prose("helped").notNull(),
    missed: prose("missed").notNull(),
    wish: prose("wish").notNull(),
    at: instant("at").notNull(),
    /** Until the other one's word is in, nobody of the two has read this one: then its giver may still change it. */
    correctedAt: instant("corrected_at"),
  },
  (t) => [
    uniqueIndex("evaluations_once").on(t.pairingId, t.side),
    index("evaluations_mentor").on(t.mentorId),
    index("evaluations_mentee").on(t.menteeId),
    index("evaluations_by").on(t.byId),
    oneOf("evaluations_side", t.side, pairSide.values),
    check("evaluations_fit", sql`fit between 1 and 5`),
    check("evaluations_by_whom", sql`by_id = case side when 'mentor' then mentor_id else mentee_id end`),
  ],
);
