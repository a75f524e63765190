import { idFrom } from "@/lib/kernel/id";
import type { ProblemCursor, ProblemFilter } from "@/lib/problems/reads";
import { problemState } from "@/lib/words/problem";
import { momentFrom } from "../moment-cursor";

type Query = Partial<Record<"open" | "mine" | "state" | "village" | "after", string | undefined>>;
export type Asked = { filter: ProblemFilter; after: ProblemCursor | undefined; query: Query };

/** The whole state of the list is its address; what an address gets wrong is left out. */
export function filterOf(params: Record<string, string | string[] | undefined>): Asked {
  const query: Query = Object.fromEntries(Object.entries(params).map(([key, value]) => [key, Array.isArray(value) ? value[0] : value]));
  const state = problemState.from(query.state);
  const filter = { state, villageId: idFrom<"village">(query.village), open: query.open === "1" && !state, mine: query.mine === "1" };
  return { filter, after: momentFrom<"problem">(query.after), query };
}

export const isFiltered = ({ filter }: Asked): boolean => !!(filter.state ?? filter.villageId);

/** 「昇光村没有待受理的问题」 */
export function nothingWords({ filter }: Asked, village: string | undefined): string {
  const which = filter.state ? `${problemState.label(filter.state)}的` : filter.open ? "在办的" : "";
  return `${village ?? ""}${filter.mine ? "我登记或经办的问题里" : ""}没有${which}问题`;
}

/** Which of the three views this is: what is open, what is mine, everything. */
export const viewOf = ({ filter }: Asked): Pick<Query, "open" | "mine"> =>
  ({ ...(filter.open && { open: "1" }), ...(filter.mine && { mine: "1" }) });

export function addressOf({ open, mine, state, village, after }: Query): string {
  const search = new URLSearchParams(Object.entries({ open, mine, state, village, after }).filter((pair): pair is [string, string] => !!pair[1]));
  return search.size > 0 ? `/problems?${search}` : "/problems";
}
