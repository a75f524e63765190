import { parkedState } from "@/lib/words/visit";
import { check, id, index, instant, oneOf, optionalRef, prose, ref, sealed, sql, str, table, word } from "../columns";
import { enterprises } from "./enterprises";
import { households } from "./households";
import { people } from "./people";
import { villages } from "./villages";

/**
 * 存着的走访日志: what came from a phone after its author had lost the door. Whoever serves the household now, or the
 * office, takes it in or says why not; until then it is a visit of nobody's. The id is the visit's own.
 */
export const parkedVisits = table(
  "parked_visits",
  {
    id: id<"visit">(),
    authorId: ref<"person">("author_id", () => people.id),
    householdId: optionalRef<"household">("household_id", () => households.id),
    enterpriseId: optionalRef<"enterprise">("enterprise_id", () => enterprises.id),
    villageId: ref<"village">("village_id", () => villages.id),
    /** The form as the phone sent it, as JSON. */
    body: sealed("body").notNull(),
    bodyHash: str("body_hash").notNull(),
    /** Why it was not taken: 「该户已移交给 X」. */
    reason: prose("reason").notNull(),
    state: word("state", parkedState.values).notNull(),
    parkedAt: instant("parked_at").notNull(),
    capturedAt: instant("captured_at"),
    /** Whom its author handed it to. */
    keeperId: optionalRef<"person">("keeper_id", () => people.id),
    settledById: optionalRef<"person">("settled_by_id", () => people.id),
    settledAt: instant("settled_at"),
    note: prose("note").notNull().default(""),
  },
  (t) => [
    index("parked_visits_author").on(t.authorId, t.parkedAt, t.id),
    index("parked_visits_household").on(t.householdId),
    index("parked_visits_enterprise").on(t.enterpriseId),
    index("parked_visits_village").on(t.villageId),
    index("parked_visits_state").on(t.state, t.parkedAt, t.id),
    index("parked_visits_keeper").on(t.keeperId, t.state),
    index("parked_visits_settled_by").on(t.settledById),
    oneOf("parked_visits_state", t.state, parkedState.values),
    check("parked_visits_one_door", sql`(household_id is null) <> (enterprise_id is null)`),
    check("parked_visits_handed", sql`state <> 'handed' or keeper_id is not null`),
  ],
);
