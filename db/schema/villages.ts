import { villageKind } from "@/lib/words/household";
import { id, index, int, oneOf, ref, str, table, uniqueIndex, word } from "../columns";

/** 村社: a village or community of the town, under its public statistical code. */
export const villages = table(
  "villages",
  {
    id: id<"village">(),
    code: str("code").notNull(),
    name: str("name").notNull(),
    kind: word("kind", villageKind.values).notNull(),
    searchKey: str("search_key").notNull(),
    sortKey: str("sort_key").notNull(),
    /** A household is marked when its last visit is more than so many days ago (7–180). */
    visitEveryDays: int("visit_every_days").notNull().default(30),
    version: int("version").notNull().default(1),
  },
  (t) => [
    uniqueIndex("villages_code").on(t.code),
    uniqueIndex("villages_name").on(t.name),
    index("villages_sort").on(t.sortKey, t.id),
    oneOf("villages_kind", t.kind, villageKind.values),
  ],
);

/** 网格: a part of a village that one grid member answers for. */
export const grids = table(
  "grids",
  {
    id: id<"grid">(),
    villageId: ref<"village">("village_id", () => villages.id),
    name: str("name").notNull(),
  },
  (t) => [uniqueIndex("grids_name").on(t.villageId, t.name)],
);
