import { deliverableKind, fileKind, gate, topicMove, topicPart } from "@/lib/words/topic";
import { visitKind } from "@/lib/words/visit";
import { bool, check, dayCol, id, index, instant, int, oneOf, optionalRef, prose, ref, sql, str, table, uniqueIndex, word } from "../columns";
import { people } from "./people";
import { problems } from "./problems";
import { villages } from "./villages";
import { visits } from "./visits";

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

/** 里程碑 */
export const milestones = table(
  "milestones",
  {
    id: id<"milestone">(),
    topicId: ref<"topic">("topic_id", () => topics.id),
    title: prose("title").notNull(),
    ownerId: ref<"person">("owner_id", () => people.id),
    dueOn: dayCol("due_on").notNull(),
    doneOn: dayCol("done_on"),
    doneById: optionalRef<"person">("done_by_id", () => people.id),
    /** Taken out again; it stays to be read. */
    droppedOn: dayCol("dropped_on"),
  },
  (t) => [
    index("milestones_topic").on(t.topicId, t.dueOn),
    index("milestones_owner").on(t.ownerId, t.doneOn, t.dueOn),
    index("milestones_done_by").on(t.doneById),
  ],
);

/** 进展 */
export const topicNotes = table(
  "topic_notes",
  {
    id: id<"topicNote">(),
    topicId: ref<"topic">("topic_id", () => topics.id),
    authorId: ref<"person">("author_id", () => people.id),
    at: instant("at").notNull(),
    words: prose("words").notNull(),
  },
  (t) => [index("topic_notes_topic").on(t.topicId, t.at, t.id), index("topic_notes_author").on(t.authorId)],
);

/**
 * 佐证: a visit or a problem that this topic rests on, never typed anew. Day, village and kind are kept beside the
 * link, so that whoever may not see the household still reads that there is something, and no more.
 */
export const topicEvidence = table(
  "topic_evidence",
  {
    id: id<"topicEvidence">(),
    topicId: ref<"topic">("topic_id", () => topics.id),
    milestoneId: optionalRef<"milestone">("milestone_id", () => milestones.id),
    visitId: optionalRef<"visit">("visit_id", () => visits.id),
    problemId: optionalRef<"problem">("problem_id", () => problems.id),
    /** Of a visit. */
    visitKind: word("visit_kind", visitKind.values),
    on: dayCol("happened_on").notNull(),
    villageId: ref<"village">("village_id", () => villages.id),
    addedById: ref<"person">("added_by_id", () => people.id),
    at: instant("at").notNull(),
    /** What it shows. */
    words: prose("words").notNull().default(""),
  },
  (t) => [
    index("topic_evidence_topic").on(t.topicId, t.at, t.id),
    uniqueIndex("topic_evidence_visit").on(t.visitId, t.topicId),
    uniqueIndex("topic_evidence_problem").on(t.problemId, t.topicId),
    index("topic_evidence_milestone").on(t.milestoneId),
    index("topic_evidence_village").on(t.villageId),
    index("topic_evidence_added_by").on(t.addedById),
    oneOf("topic_evidence_visit_kind", t.visitKind, visitKind.values),
    check("topic_evidence_one_link", sql`(visit_id is null) <> (problem_id is null)`),
  ],
);

/** 成果材料: one paper of a topic in all its versions. From the moment judging opens it takes no new one. */
export const deliverables = table(
  "deliverables",
  {
    id: id<"deliverable">(),
    topicId: ref<"topic">("topic_id", () => topics.id),
    kind: word("kind", deliverableKind.values).notNull(),
    title: prose("title").notNull(),
    lockedAt: instant("locked_at"),
    lockedById: optionalRef<"person">("locked_by_id", () => people.id),
  },
  (t) => [
    index("deliverables_topic").on(t.topicId),
    index("deliverables_locked_by").on(t.lockedById),
    oneOf("deliverables_kind", t.kind, deliverableKind.values),
  ],
);

/** The file rests sealed beside the database, under a name that says nothing. */
export const deliverableVersions = table(
  "deliverable_versions",
  {
    id: id<"deliverableVersion">(),
    deliverableId: ref<"deliverable">("deliverable_id", () => deliverables.id),
    topicId: ref<"topic">("topic_id", () => topics.id),
    number: int("number").notNull(),
    /** As whoever sent it had called it. */
    name: prose("name").notNull(),
    kind: word("kind", fileKind.values).notNull(),
    bytes: int("bytes").notNull(),
    /** SHA-256 of what was sent. */
    hash: str("hash").notNull(),
    file: str("file").notNull(),
    byId: ref<"person">("by_id", () => people.id),
    at: instant("at").notNull(),
    /** This is the one the judges read. */
    judged: bool("judged").notNull().default(false),
  },
  (t) => [
    uniqueIndex("deliverable_versions_number").on(t.deliverableId, t.number),
    uniqueIndex("deliverable_versions_file").on(t.file),
    index("deliverable_versions_topic").on(t.topicId),
    index("deliverable_versions_by").on(t.byId),
    oneOf("deliverable_versions_kind", t.kind, fileKind.values),
  ],
);
