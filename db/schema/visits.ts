import { atmosphere, matter, notDone, side, slot, topicChip, visitKind, visitMove, visitState } from "@/lib/words/visit";
import { bool, check, dayCol, id, index, instant, int, json, oneOf, optionalRef, prose, proseList, ref, sealed, sql, str, table, unique, uniqueIndex, weekCol, word } from "../columns";
import { enterprises } from "./enterprises";
import { households } from "./households";
import { people } from "./people";
import { villages } from "./villages";

/**
 * 走访: one call on one household or firm, and its 走访日志. `week` and `villageId` are derived when it is written;
 * `reviewerId` is the mentor of the day of submission, and null while it waits at the office.
 */
export const visits = table(
  "visits",
  {
    id: id<"visit">(),
    authorId: ref<"person">("author_id", () => people.id),
    kind: word("kind", visitKind.values).notNull(),
    householdId: optionalRef<"household">("household_id", () => households.id),
    enterpriseId: optionalRef<"enterprise">("enterprise_id", () => enterprises.id),
    villageId: ref<"village">("village_id", () => villages.id),
    visitedOn: dayCol("visited_on").notNull(),
    slot: word("slot", slot.values).notNull(),
    week: weekCol("week").notNull(),
    /** Null when the visit took place. */
    notDone: word("not_done", notDone.values),
    topics: json<(typeof topicChip.values)[number][]>("topics").notNull(),
    account: prose("account").notNull(),
    atmosphere: word("atmosphere", atmosphere.values),
    matter: word("matter", matter.values),
    nextVisitOn: dayCol("next_visit_on"),
    state: word("state", visitState.values).notNull(),
    reviewerId: optionalRef<"person">("reviewer_id", () => people.id),
    submittedAt: instant("submitted_at"),
    /** 48 working hours after submission: from then on the office counts it as waiting too long. */
    dueAt: instant("due_at"),
    version: int("version").notNull().default(1),
    /** SHA-256 of the form as first handed in: the same id with other words is not the same visit. */
    bodyHash: str("body_hash").notNull(),
    /** When the phone says it was captured: a claim, beside the time it was received. */
    capturedAt: instant("captured_at"),
    /** The phone's clock was more than ten minutes off; noted, never refused. */
    skewed: bool("skewed").notNull().default(false),
  },
  (t) => [
    index("visits_author").on(t.authorId, t.visitedOn, t.id),
    index("visits_author_household").on(t.authorId, t.householdId),
    index("visits_day").on(t.visitedOn, t.id),
    index("visits_state").on(t.state, t.visitedOn, t.id),
    index("visits_due").on(t.state, t.dueAt, t.id),
    index("visits_reviewer").on(t.reviewerId, t.state, t.dueAt, t.id),
    index("visits_household").on(t.householdId, t.visitedOn, t.id),
    index("visits_enterprise").on(t.enterpriseId, t.visitedOn),
    index("visits_village").on(t.villageId, t.visitedOn, t.id),
    oneOf("visits_kind", t.kind, visitKind.values),
    oneOf("visits_slot", t.slot, slot.values),
    oneOf("visits_not_done", t.notDone, notDone.values),
    oneOf("visits_atmosphere", t.atmosphere, atmosphere.values),
    oneOf("visits_matter", t.matter, matter.values),
    oneOf("visits_state", t.state, visitState.values),
    check("visits_one_door", sql`(household_id is null) <> (enterprise_id is null)`),
  ],
);

/** 流转: every move of a visit from one state to another, with who, when and their words. */
export const visitSteps = table(
  "visit_steps",
  {
    id: id<"visitStep">(),
    visitId: ref<"visit">("visit_id", () => visits.id),
    move: word("move", visitMove.values).notNull(),
    from: word("from", visitState.values),
    to: word("to", visitState.values).notNull(),
    actorId: ref<"person">("actor_id", () => people.id),
    at: instant("at").notNull(),
    note: prose("note").notNull().default(""),
    version: int("version").notNull(),
  },
  (t) => [
    uniqueIndex("visit_steps_version").on(t.visitId, t.version),
    index("visit_steps_actor").on(t.actorId),
    oneOf("visit_steps_move", t.move, visitMove.values),
    oneOf("visit_steps_from", t.from, visitState.values),
    oneOf("visit_steps_to", t.to, visitState.values),
  ],
);

/** What the account said each time it was handed in, so that a resubmission can show what changed. */
export const visitVersions = table(
  "visit_versions",
  {
    id: id<"visitVersion">(),
    visitId: ref<"visit">("visit_id", () => visits.id),
    version: int("version").notNull(),
    account: prose("account").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [uniqueIndex("visit_versions_version").on(t.visitId, t.version)],
);

/** 同行: who else was there. The visit has one owner all the same. */
export const companions = table(
  "companions",
  {
    id: id<"companion">(),
    visitId: ref<"visit">("visit_id", () => visits.id),
    personId: ref<"person">("person_id", () => people.id),
  },
  (t) => [unique("companions_once").on(t.visitId, t.personId), index("companions_person").on(t.personId)],
);

/** 位置, where somebody chose to add it: a square of about 100 m, never a track. For the author and their mentor. */
export const visitPlaces = table(
  "visit_places",
  {
    id: id<"visitPlace">(),
    visitId: ref<"visit">("visit_id", () => visits.id),
    /** "30.065,120.212" */
    point: sealed("point").notNull(),
  },
  (t) => [uniqueIndex("visit_places_visit").on(t.visitId)],
);

/** 下一步: what we or they do next, by when. */
export const nextSteps = table(
  "next_steps",
  {
    id: id<"nextStep">(),
    visitId: ref<"visit">("visit_id", () => visits.id),
    side: word("side", side.values).notNull(),
    words: prose("words").notNull(),
    dueOn: dayCol("due_on"),
    doneOn: dayCol("done_on"),
  },
  (t) => [index("next_steps_visit").on(t.visitId), oneOf("next_steps_side", t.side, side.values)],
);

/** 双访 counted by village and week, kept in the visit's own transaction, so that a board of a year costs a few rows. */
export const villageWeeks = table(
  "village_weeks",
  {
    id: id<"villageWeek">(),
    villageId: ref<"village">("village_id", () => villages.id),
    week: weekCol("week").notNull(),
    dayVisits: int("day_visits").notNull().default(0),
    nightTalks: int("night_talks").notNull().default(0),
    firmVisits: int("firm_visits").notNull().default(0),
    missed: int("missed").notNull().default(0),
  },
  (t) => [unique("village_weeks_once").on(t.villageId, t.week), index("village_weeks_week").on(t.week)],
);

/** Where a visit's words stand in the full-text index, whose rows know only numbers. */
export const visitDocs = table(
  "visit_docs",
  {
    id: int("id").primaryKey(),
    visitId: ref<"visit">("visit_id", () => visits.id),
  },
  (t) => [uniqueIndex("visit_docs_visit").on(t.visitId)],
);

/** 常用语: a reviewer's own phrases for 请补充, up to eight. */
export const presets = table(
  "presets",
  {
    id: id<"preset">(),
    personId: ref<"person">("person_id", () => people.id),
    phrases: proseList("phrases").notNull(),
  },
  (t) => [uniqueIndex("presets_person").on(t.personId)],
);
