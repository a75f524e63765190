import { goalArea, pairingMove, pairingState } from "@/lib/words/pairing";
import { check, dayCol, id, index, instant, int, oneOf, prose, ref, sql, table, uniqueIndex, word } from "../columns";
import { people } from "./people";

/**
 * 青蓝结对: one mentor answers for one young cadre from a day until a day. It goes on, or is proposed, while `endedOn`
 * is null; what was proposed and declined never held, and keeps the day of the no as its last.
 */
export const pairings = table(
  "pairings",
  {
    id: id<"pairing">(),
    mentorId: ref<"person">("mentor_id", () => people.id),
    menteeId: ref<"person">("mentee_id", () => people.id),
    state: word("state", pairingState.values).notNull().default("active"),
    startedOn: dayCol("started_on").notNull(),
    /** The last day it holds. */
    endedOn: dayCol("ended_on"),
    /** Of a proposal: the day by which the mentor is asked to say yes or no. Nothing happens by itself when it passes. */
    answerBy: dayCol("answer_by"),
    reason: prose("reason").notNull().default(""),
    /** 交接说明: what the mentor before wants this one to know. */
    handover: prose("handover").notNull().default(""),
  },
  (t) => [
    index("pairings_mentor").on(t.mentorId, t.endedOn),
    index("pairings_mentee").on(t.menteeId, t.startedOn),
    uniqueIndex("pairings_one_open").on(t.menteeId).where(sql`ended_on is null`),
    oneOf("pairings_state", t.state, pairingState.values),
    check("pairings_not_self", sql`mentor_id <> mentee_id`),
    check("pairings_two_ends", sql`ended_on is null or ended_on >= started_on or state = 'declined'`),
    check("pairings_over", sql`(ended_on is null) = (state in ('proposed', 'active', 'paused'))`),
  ],
);

/** 历程: every move of a pairing, with who, when and their words. */
export const pairingSteps = table(
  "pairing_steps",
  {
    id: id<"pairingStep">(),
    pairingId: ref<"pairing">("pairing_id", () => pairings.id),
    move: word("move", pairingMove.values).notNull(),
    from: word("from", pairingState.values),
    to: word("to", pairingState.values).notNull(),
    actorId: ref<"person">("actor_id", () => people.id),
    at: instant("at").notNull(),
    note: prose("note").notNull().default(""),
    /** Of a pause: the day on which it is expected to go on. */
    expectedOn: dayCol("expected_on"),
  },
  (t) => [
    index("pairing_steps_pairing").on(t.pairingId, t.at),
    index("pairing_steps_actor").on(t.actorId),
    oneOf("pairing_steps_move", t.move, pairingMove.values),
    oneOf("pairing_steps_from", t.from, pairingState.values),
    oneOf("pairing_steps_to", t.to, pairingState.values),
  ],
);

/** 结对协议: what the two of them set out to reach. Each confirms the version they read; a change clears both. */
export const agreements = table(
  "agreements",
  {
    id: id<"agreement">(),
    pairingId: ref<"pairing">("pairing_id", () => pairings.id),
    mentorId: ref<"person">("mentor_id", () => people.id),
    menteeId: ref<"person">("mentee_id", () => people.id),
    version: int("version").notNull().default(1),
    changedById: ref<"person">("changed_by_id", () => people.id),
    changedAt: instant("changed_at").notNull(),
    mentorSignedAt: instant("mentor_signed_at"),
    menteeSignedAt: instant("mentee_signed_at"),
  },
  (t) => [
    uniqueIndex("agreements_pairing").on(t.pairingId),
    index("agreements_mentor").on(t.mentorId),
    index("agreements_mentee").on(t.menteeId),
    index("agreements_changed_by").on(t.changedById),
  ],
);

/** 帮带目标: one line of an agreement. */
export const goals = table(
  "goals",
  {
    id: id<"goal">(),
    agreementId: ref<"agreement">("agreement_id", () => agreements.id),
    area: word("area", goalArea.values).notNull(),
    place: int("place").notNull(),
    words: prose("words").notNull(),
    dueOn: dayCol("due_on"),
    /** The day the mentor said it was reached. */
    reachedOn: dayCol("reached_on"),
  },
  (t) => [index("goals_agreement").on(t.agreementId, t.place), oneOf("goals_area", t.area, goalArea.values)],
);
