import { id, index, ref, str, table, uniqueIndex } from "../columns";
import { villages } from "./villages";

/** 企业: a firm of the town that cadres call on. Its needs and outcomes are another module's. */
export const enterprises = table(
  "enterprises",
  {
    id: id<"enterprise">(),
    villageId: ref<"village">("village_id", () => villages.id),
    name: str("name").notNull(),
    searchKey: str("search_key").notNull(),
  },
  (t) => [uniqueIndex("enterprises_name").on(t.name), index("enterprises_village").on(t.villageId)],
);
