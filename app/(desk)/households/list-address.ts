import { householdKeyFrom, type HouseholdFilter, type HouseholdKey } from "@/lib/households/reads";
import { idFrom } from "@/lib/kernel/id";

type Query = Partial<Record<"village" | "state" | "mine" | "waiting" | "after", string | undefined>>;
export type Asked = { filter: HouseholdFilter; after: HouseholdKey | undefined; query: Query };

/** The whole state of the list is its address; what an address gets wrong is left out. */
export function filterOf(params: Record<string, string | string[] | undefined>): Asked {
  const query: Query = Object.fromEntries(Object.entries(params).map(([key, value]) => [key, Array.isArray(value) ? value[0] : value]));
  const villageId = idFrom<"village">(query.village);
  const filter: HouseholdFilter = {
    ...(villageId && { villageId }),
    ...(query.mine === "1" && { mine: true }),
    ...(query.waiting === "1" && { waiting: true }),
    ...(query.state === "overdue" && { overdue: true }),
    ...(query.state === "left" && { left: true }),
  };
  return { filter, after: householdKeyFrom(query.after), query };
}

/** The views one tap away; a chosen village stays chosen. */
export function tabsFor({ filter, query: { village } }: Asked, keeps: boolean, decides: boolean) {
  const { mine = false, overdue = false, left = false, waiting = false } = filter;
  return [
    { href: addressOf({ village }), label: "全部", current: !mine && !overdue && !left && !waiting },
    ...(keeps ? [{ href: addressOf({ village, mine: "1" }), label: "我包的户", current: mine }] : []),
    { href: addressOf({ village, state: "overdue" }), label: "超期未访", current: overdue && !mine },
    ...(decides ? [{ href: addressOf({ village, waiting: "1" }), label: "户情待核对", current: waiting }] : []),
    { href: addressOf({ village, state: "left" }), label: "已离开", current: left && !mine },
  ];
}

export const isFiltered = ({ filter }: Asked): boolean => Object.keys(filter).length > 0;

/** 「东岭村没有超期未访的农户」 */
export function nothingWords({ filter }: Asked, village: string | undefined): string {
  const whose = filter.mine ? "你包的户里" : "";
  const which = filter.waiting ? "户情待核对的" : filter.overdue ? "超期未访的" : filter.left ? "已离开的" : "";
  return `${village ?? ""}${whose}没有${which}农户`;
}

export function addressOf({ village, state, mine, waiting, after }: Query): string {
  const pairs = Object.entries({ village, state, mine, waiting, after }).filter((pair): pair is [string, string] => !!pair[1]);
  return pairs.length > 0 ? `/households?${new URLSearchParams(pairs)}` : "/households";
}
