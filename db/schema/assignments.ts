import { dayCol, id, index, optionalRef, ref, sql, str, table, uniqueIndex } from "../columns";
import { households } from "./households";
import { people } from "./people";
import { grids, villages } from "./villages";

/** 联村 / 包户 / 网格: a person serves a village, a grid or one household, from a day until a day. */
export const assignments = table(
  "assignments",
  {
    id: id<"assignment">(),
    personId: ref<"person">("person_id", () => people.id),
    villageId: ref<"village">("village_id", () => villages.id),
    gridId: optionalRef<"grid">("grid_id", () => grids.id),
    householdId: optionalRef<"household">("household_id", () => households.id),
    /** The narrowest of the three above: what nobody is assigned to twice at once. */
    placeId: str("place_id").notNull(),
    startedOn: dayCol("started_on").notNull(),
    endedOn: dayCol("ended_on"),
  },
  (t) => [
    index("assignments_person").on(t.personId, t.endedOn),
    index("assignments_village").on(t.villageId, t.endedOn),
    index("assignments_grid").on(t.gridId),
    index("assignments_household").on(t.householdId, t.endedOn),
    uniqueIndex("assignments_once").on(t.personId, t.placeId).where(sql`ended_on is null`),
  ],
);
