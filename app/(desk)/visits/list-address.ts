import type { Actor } from "@/lib/gate/actor";
import { dayFrom, type Week } from "@/lib/kernel/day";
import { idFrom } from "@/lib/kernel/id";
import type { VisitCursor, VisitFilter } from "@/lib/visits/reads";
import { visitKind, visitState } from "@/lib/words/visit";

type Query = Partial<Record<"whose" | "state" | "kind" | "village" | "week" | "after", string | undefined>>;
type Whose = "mine" | "mentees" | "all";
export type Asked = { whose: Whose; filter: VisitFilter; after: VisitCursor | undefined; query: Query };

/** The whole state of the list is its address; what an address gets wrong is left out. */
export function filterOf(me: Actor, params: Record<string, string | string[] | undefined>): Asked {
  const query: Query = Object.fromEntries(Object.entries(params).map(([key, value]) => [key, Array.isArray(value) ? value[0] : value]));
  const whose = scopesOf(me).find((scope) => scope === query.whose) ?? scopesOf(me)[0]!;
  const week = /^\d{4}-W\d\d$/.test(query.week ?? "") ? (query.week as Week) : undefined;
  const filter: VisitFilter = {
    authorIds: whose === "mine" ? [me.id] : whose === "mentees" ? me.menteeIds : undefined,
    state: visitState.from(query.state),
    kind: visitKind.from(query.kind),
    villageId: idFrom<"village">(query.village),
    week,
  };
  return { whose, filter, after: cursorFrom(query.after), query: { ...query, whose } };
}

function cursorFrom(text: string | undefined): VisitCursor | undefined {
  const [day, id] = text?.split("_") ?? [];
  const cursor = { day: dayFrom(day), id: idFrom<"visit">(id) };
  return cursor.day && cursor.id ? { day: cursor.day, id: cursor.id } : undefined;
}

/** What a person looks at first stands first. */
export function scopesOf(me: Actor): Whose[] {
  const writes = me.is("cadre", "villageCadre", "gridMember");
  if (me.is("office", "leader")) return writes ? ["all", "mine"] : ["all"];
  return [...(writes ? ["mine" as const] : []), ...(me.menteeIds.length > 0 || me.is("mentor") ? ["mentees" as const] : []), "all"];
}

const label: Record<Whose, string> = { mine: "我写的", mentees: "学员的", all: "我能看的" };

export const tabsFor = (me: Actor, asked: Asked) =>
  scopesOf(me).map((whose) => ({ href: addressOf({ whose }), label: me.is("office") && whose === "all" ? "全镇" : label[whose], current: whose === asked.whose }));

export const isFiltered = ({ filter }: Asked): boolean => !!(filter.state ?? filter.kind ?? filter.villageId ?? filter.week);

export function addressOf(query: Query): string {
  const search = new URLSearchParams(Object.entries(query).filter((pair): pair is [string, string] => !!pair[1]));
  return search.size > 0 ? `/visits?${search}` : "/visits";
}
