import { factSource, factTopic } from "@/lib/words/household";
import { fileKind, proposalState } from "@/lib/words/practice";
import { dayCol, id, index, instant, oneOf, optionalRef, prose, ref, sealed, table, word } from "../columns";
import { facts, households } from "./households";
import { people } from "./people";
import { quizzes } from "./quizzes";
import { villages } from "./villages";
import { visits } from "./visits";

/**
 * 户情的新说法: what a visit or an exam says of a household, until somebody who keeps its file has decided. Two that are
 * open under one heading, or one whose ground has moved meanwhile, are a conflict; both stay to be read.
 */
export const factProposals = table(
  "fact_proposals",
  {
    id: id<"factProposal">(),
    householdId: ref<"household">("household_id", () => households.id),
    /** Kept here again so that a rule about villages needs no join. */
    villageId: ref<"village">("village_id", () => villages.id),
    kind: word("kind", fileKind.values).notNull(),
    /** None for 家庭成员. */
    topic: word("topic", factTopic.values),
    says: sealed("says").notNull(),
    asOf: dayCol("as_of").notNull(),
    source: word("source", factSource.values).notNull(),
    visitId: optionalRef<"visit">("visit_id", () => visits.id),
    quizId: optionalRef<"quiz">("quiz_id", () => quizzes.id),
    /** The fact that stood under this heading when it was written; none stood where it is empty. */
    basedOnId: optionalRef<"fact">("based_on_id", () => facts.id),
    proposedById: ref<"person">("proposed_by_id", () => people.id),
    proposedAt: instant("proposed_at").notNull(),
    state: word("state", proposalState.values).notNull().default("open"),
    decidedById: optionalRef<"person">("decided_by_id", () => people.id),
    decidedAt: instant("decided_at"),
    why: prose("why").notNull().default(""),
    /** What it became in the file. */
    factId: optionalRef<"fact">("fact_id", () => facts.id),
  },
  (t) => [
    index("fact_proposals_household").on(t.householdId, t.state, t.id),
    index("fact_proposals_state").on(t.state, t.proposedAt, t.id),
    index("fact_proposals_village").on(t.villageId, t.state),
    index("fact_proposals_visit").on(t.visitId),
    index("fact_proposals_quiz").on(t.quizId),
    index("fact_proposals_based_on").on(t.basedOnId),
    index("fact_proposals_fact").on(t.factId),
    index("fact_proposals_proposed_by").on(t.proposedById),
    index("fact_proposals_decided_by").on(t.decidedById),
    oneOf("fact_proposals_kind", t.kind, fileKind.values),
    oneOf("fact_proposals_topic", t.topic, factTopic.values),
    oneOf("fact_proposals_source", t.source, factSource.values),
    oneOf("fact_proposals_state", t.state, proposalState.values),
  ],
);
