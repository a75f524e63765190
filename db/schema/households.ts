import type { Id } from "@/lib/kernel/id";
import { factKind, factSource, factTopic, kinship, unmaskField, unmaskReason } from "@/lib/words/household";
import { bool, dayCol, id, index, instant, int, oneOf, optionalRef, prose, ref, sealed, str, table, uniqueIndex, word } from "../columns";
import { people } from "./people";
import { grids, villages } from "./villages";

/** 农户, as anyone who may know of it sees it: 户号, where it is, and a masked name. */
export const households = table(
  "households",
  {
    id: id<"household">(),
    villageId: ref<"village">("village_id", () => villages.id),
    gridId: optionalRef<"grid">("grid_id", () => grids.id),
    /** 户号, unique in its village. */
    code: str("code").notNull(),
    /** 张** */
    maskedName: str("masked_name").notNull(),
    /** 组, e.g. 「3组」. */
    groupName: str("group_name").notNull().default(""),
    /** Only what the masked name and the code give away. */
    searchKey: str("search_key").notNull(),
    lastVisitedOn: dayCol("last_visited_on"),
    lastVisitedById: optionalRef<"person">("last_visited_by_id", () => people.id),
    /** The day after which it is marked as too long unvisited; kept by every deed that moves either end. */
    visitDueOn: dayCol("visit_due_on").notNull(),
    leftOn: dayCol("left_on"),
    version: int("version").notNull().default(1),
  },
  (t) => [
    uniqueIndex("households_code").on(t.villageId, t.code),
    index("households_village_due").on(t.villageId, t.visitDueOn, t.id),
    index("households_due").on(t.visitDueOn, t.id),
    index("households_grid").on(t.gridId),
    index("households_last_visited_by").on(t.lastVisitedById),
  ],
);

/** 户主: the clear name, address and telephone of a household, for those who serve it. */
export const householders = table(
  "householders",
  {
    id: id<"householder">(),
    householdId: ref<"household">("household_id", () => households.id),
    name: prose("name").notNull(),
    address: prose("address").notNull(),
    searchKey: prose("search_key").notNull(),
  },
  (t) => [uniqueIndex("householders_household").on(t.householdId)],
);

/** 联系电话: shown to nobody until a reason has been given. */
export const phones = table(
  "phones",
  {
    id: id<"phone">(),
    householdId: ref<"household">("household_id", () => households.id),
    number: sealed("number").notNull(),
  },
  (t) => [uniqueIndex("phones_household").on(t.householdId)],
);

/** 家庭成员, masked: 李*、女儿. A child under 14 is only counted. */
export const members = table(
  "members",
  {
    id: id<"member">(),
    householdId: ref<"household">("household_id", () => households.id),
    kinship: word("kinship", kinship.values).notNull(),
    maskedName: str("masked_name").notNull(),
    minor: bool("minor").notNull().default(false),
    leftOn: dayCol("left_on"),
  },
  (t) => [index("members_household").on(t.householdId, t.id), oneOf("members_kinship", t.kinship, kinship.values)],
);

/** A member's clear name and year of birth. */
export const memberNames = table(
  "member_names",
  {
    id: id<"memberName">(),
    memberId: ref<"member">("member_id", () => members.id),
    householdId: ref<"household">("household_id", () => households.id),
    name: prose("name").notNull(),
    /** Kept here again so that a rule about children needs no join. */
    minor: bool("minor").notNull().default(false),
    birthYear: sealed("birth_year"),
  },
  (t) => [uniqueIndex("member_names_member").on(t.memberId), index("member_names_household").on(t.householdId)],
);

/**
 * 收入来源 / 生活难题 / 找门说明: one thing known of a household, as of a day, from a source. A newer one points back
 * at what it replaces, so that previous values stay readable. What it says is in `fact_values`.
 */
export const facts = table(
  "facts",
  {
    id: id<"fact">(),
    householdId: ref<"household">("household_id", () => households.id),
    kind: word("kind", factKind.values).notNull(),
    topic: word("topic", factTopic.values).notNull(),
    asOf: dayCol("as_of").notNull(),
    source: word("source", factSource.values).notNull(),
    recordedById: ref<"person">("recorded_by_id", () => people.id),
    recordedAt: instant("recorded_at").notNull(),
    replacedAt: instant("replaced_at"),
    replacesId: str("replaces_id").$type<Id<"fact">>(),
  },
  (t) => [
    index("facts_household").on(t.householdId, t.kind, t.id),
    index("facts_recorded_by").on(t.recordedById),
    oneOf("facts_kind", t.kind, factKind.values),
    oneOf("facts_topic", t.topic, factTopic.values),
    oneOf("facts_source", t.source, factSource.values),
  ],
);

/** What a fact says. Who may not read it still sees that it is there, under which heading. */
export const factValues = table(
  "fact_values",
  {
    id: id<"factValue">(),
    factId: ref<"fact">("fact_id", () => facts.id),
    householdId: ref<"household">("household_id", () => households.id),
    kind: word("kind", factKind.values).notNull(),
    says: sealed("says").notNull(),
  },
  (t) => [
    uniqueIndex("fact_values_fact").on(t.factId),
    index("fact_values_household").on(t.householdId),
    oneOf("fact_values_kind", t.kind, factKind.values),
  ],
);

/** 查看记录: one person opened one masked field of one household, for a reason, for ten minutes. */
export const unmaskings = table(
  "unmaskings",
  {
    id: id<"unmasking">(),
    personId: ref<"person">("person_id", () => people.id),
    householdId: ref<"household">("household_id", () => households.id),
    field: word("field", unmaskField.values).notNull(),
    reason: word("reason", unmaskReason.values).notNull(),
    words: prose("words").notNull().default(""),
    at: instant("at").notNull(),
    until: instant("until").notNull(),
  },
  (t) => [
    index("unmaskings_person").on(t.personId, t.until),
    index("unmaskings_household").on(t.householdId, t.at),
    oneOf("unmaskings_field", t.field, unmaskField.values),
    oneOf("unmaskings_reason", t.reason, unmaskReason.values),
  ],
);
