import { problemState } from "@/lib/words/problem";
import { topicChip } from "@/lib/words/visit";
import { id, index, instant, int, oneOf, optionalRef, prose, ref, table, word } from "../columns";
import { households } from "./households";
import { people } from "./people";
import { villages } from "./villages";
import { visits } from "./visits";

/** 问题: what a visit raised and somebody has to see to. */
export const problems = table(
  "problems",
  {
    id: id<"problem">(),
    title: prose("title").notNull(),
    topic: word("topic", topicChip.values).notNull(),
    villageId: ref<"village">("village_id", () => villages.id),
    householdId: optionalRef<"household">("household_id", () => households.id),
    visitId: optionalRef<"visit">("visit_id", () => visits.id),
    raisedById: ref<"person">("raised_by_id", () => people.id),
    raisedAt: instant("raised_at").notNull(),
    state: word("state", problemState.values).notNull(),
    handlerId: optionalRef<"person">("handler_id", () => people.id),
    version: int("version").notNull().default(1),
  },
  (t) => [
    index("problems_raised").on(t.raisedAt, t.id),
    index("problems_state").on(t.state, t.raisedAt, t.id),
    index("problems_village").on(t.villageId, t.raisedAt, t.id),
    index("problems_household").on(t.householdId),
    index("problems_visit").on(t.visitId),
    index("problems_raised_by").on(t.raisedById),
    index("problems_handler").on(t.handlerId),
    oneOf("problems_topic", t.topic, topicChip.values),
    oneOf("problems_state", t.state, problemState.values),
  ],
);
