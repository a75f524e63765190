import { deliverableKind, fileKind } from "@/lib/words/topic";
import { visitKind } from "@/lib/words/visit";
import { bool, check, dayCol, id, index, instant, int, oneOf, optionalRef, prose, ref, sql, str, table, uniqueIndex, word } from "../columns";
import { people } from "./people";
import { problems } from "./problems";
import { topics } from "./topics";
import { villages } from "./villages";
import { visits } from "./visits";

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
