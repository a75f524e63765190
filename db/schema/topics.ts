import { gate, topicMove, topicPart } from "@/lib/words/topic";
import { bool, check, dayCol, id, index, instant, int, oneOf, prose, ref, sql, str, table, uniqueIndex, word } from "../columns";
import { people } from "./people";
import { villages } from "./villages";

/** 课题: a difficulty of governing the town, made into a piece of research. `gate` is the one it has not passed yet. */
export const topics = table(
  "topics",
  {
    id: id<"topic">(),
    title: prose("title").notNull(),
    background: prose("background").notNull().default(""),
    leadDepartment: str("lead_department").notNull(),
    /** Full pinyin and initials of the title. */
    searchKey: str("search_key").notNull().default(""),
    /** Null once all are passed. */
    gate: word("gate", gate.values),
    startedOn: dayCol("started_on").notNull(),
    /** The day on which the group was last heard of: a note, evidence, a file, a milestone. */
    heardOn: dayCol("heard_on").notNull(),
    stoppedOn: dayCol("stopped_on"),
    version: int("version").notNull().default(1),
  },
  (t) => [index("topics_by_gate").on(t.gate, t.startedOn), oneOf("topics_gate", t.gate, gate.values)],
);

/** The villages a topic is about; none means the whole town. */
export const topicVillages = table(
  "topic_villages",
  {
    id: id<"topicVillage">(),
    topicId: ref<"topic">("topic_id", () => topics.id),
    villageId: ref<"village">("village_id", () => villages.id),
  },
  (t) => [uniqueIndex("topic_villages_once").on(t.topicId, t.villageId), index("topic_villages_village").on(t.villageId)],
);

/** 课题组: who works on it, as what, from a day until a day. */
export const topicMembers = table(
  "topic_members",
  {
    id: id<"topicMember">(),
    topicId: ref<"topic">("topic_id", () => topics.id),
    personId: ref<"person">("person_id", () => people.id),
    part: word("part", topicPart.values).notNull(),
    startedOn: dayCol("started_on").notNull(),
    /** The last day it holds. */
    endedOn: dayCol("ended_on"),
  },
  (t) => [
    index("topic_members_topic").on(t.topicId, t.startedOn),
    index("topic_members_person").on(t.personId, t.endedOn),
    uniqueIndex("topic_members_one_open").on(t.topicId, t.personId).where(sql`ended_on is null`),
    uniqueIndex("topic_members_one_leader").on(t.topicId).where(sql`ended_on is null and part = 'leader'`),
    oneOf("topic_members_part", t.part, topicPart.values),
    check("topic_members_two_ends", sql`ended_on is null or ended_on >= started_on`),
  ],
);

/** 节点 of one topic: when it is due, when it was passed, and why where its checklist was waived. */
export const topicGates = table(
  "topic_gates",
  {
    id: id<"topicGate">(),
    topicId: ref<"topic">("topic_id", () => topics.id),
    gate: word("gate", gate.values).notNull(),
    dueOn: dayCol("due_on"),
    closedOn: dayCol("closed_on"),
    waived: bool("waived").notNull().default(false),
  },
  (t) => [uniqueIndex("topic_gates_once").on(t.topicId, t.gate), oneOf("topic_gates_gate", t.gate, gate.values)],
);

/** 历程: every move of a topic, with who, when and why. */
export const topicSteps = table(
  "topic_steps",
  {
    id: id<"topicStep">(),
    topicId: ref<"topic">("topic_id", () => topics.id),
    move: word("move", topicMove.values).notNull(),
    gate: word("gate", gate.values),
    actorId: ref<"person">("actor_id", () => people.id),
    at: instant("at").notNull(),
    note: prose("note").notNull().default(""),
  },
  (t) => [
    index("topic_steps_topic").on(t.topicId, t.at),
    index("topic_steps_actor").on(t.actorId),
    oneOf("topic_steps_move", t.move, topicMove.values),
    oneOf("topic_steps_gate", t.gate, gate.values),
  ],
);

/** 清单: what a gate asks of every topic; the town's own, kept by the office. What is retired asks nothing any more. */
export const gateItems = table(
  "gate_items",
  {
    id: id<"gateItem">(),
    gate: word("gate", gate.values).notNull(),
    place: int("place").notNull(),
    words: prose("words").notNull(),
    retiredOn: dayCol("retired_on"),
  },
  (t) => [index("gate_items_place").on(t.gate, t.place), oneOf("gate_items_gate", t.gate, gate.values)],
);

export const gateTicks = table(
  "gate_ticks",
  {
    id: id<"gateTick">(),
    topicId: ref<"topic">("topic_id", () => topics.id),
    itemId: ref<"gateItem">("item_id", () => gateItems.id),
    byId: ref<"person">("by_id", () => people.id),
    at: instant("at").notNull(),
  },
  (t) => [uniqueIndex("gate_ticks_once").on(t.topicId, t.itemId), index("gate_ticks_item").on(t.itemId), index("gate_ticks_by").on(t.byId)],
);
