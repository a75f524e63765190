import { and, type AnyColumn, inArray, isNull, notInArray, or, type SQL, sql } from "drizzle-orm";
import { subselect as q } from "@/db/columns";
import { tables } from "@/db/schema";
import type { Actor } from "./actor";

/* What the rules of sight are written with; the rules themselves stand in sight.ts and the files it gathers. */

export const everyRow = sql`1`;
export const noRow = sql`0`;
/** What gives nothing is left out: SQLite cannot use an index on one side of an OR when the other side is a constant. */
export const either = (...conditions: (SQL | false)[]): SQL => or(...conditions.filter((one): one is SQL => one !== false && one !== noRow)) ?? noRow;
export const among = <T>(column: AnyColumn, ids: readonly T[]): SQL => (ids.length > 0 ? inArray(column, [...ids]) : noRow);
export const both = (...conditions: [SQL, ...SQL[]]): SQL => (conditions.includes(noRow) ? noRow : and(...conditions)!);

/** Households of the villages and grids where I sit. */
export const inMyVillages = (me: Actor, household: AnyColumn): SQL => {
  const { households: h } = tables;
  return inArray(household, q.select({ id: h.id }).from(h)
    .where(either(among(h.villageId, me.villageIds), among(h.gridId, me.gridIds))));
};

/** 权限分离: whoever runs the system or audits it sees nothing of villagers, whatever else they are. */
export const ofVillagers = <Table>(rule: (me: Actor, t: Table) => SQL) => (me: Actor, t: Table): SQL =>
  me.is("admin", "auditor") ? noRow : rule(me, t);

/** 考核: what somebody is being examined on is kept from them wherever it is named, whatever else they may see. */
export const keptFrom = (me: Actor, household: AnyColumn | undefined): SQL | undefined =>
  household && me.hiddenHouseholdIds.length > 0 ? or(isNull(household), notInArray(household, [...me.hiddenHouseholdIds])) : undefined;
