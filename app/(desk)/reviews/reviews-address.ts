import type { Actor } from "@/lib/gate/actor";
import type { Desk } from "@/lib/gate/desk";
import { idFrom } from "@/lib/kernel/id";
import { countReviews } from "@/lib/visits/reads-reviews";

const scopes = { all: "全部待批阅", late: "超 48 小时", unassigned: "没有人批阅", mine: "等我批阅" } as const;
export type Scope = keyof typeof scopes;
type Query = Partial<Record<"scope" | "visit" | "after", string | undefined>>;

export function askedOf(me: Actor, params: Record<string, string | string[] | undefined>) {
  const query: Query = Object.fromEntries(Object.entries(params).map(([key, value]) => [key, Array.isArray(value) ? value[0] : value]));
  const wanted = (Object.keys(scopes) as Scope[]).find((scope) => scope === query.scope);
  const scope: Scope = me.is("office") ? (wanted ?? (hasOwn(me) ? "mine" : "all")) : wanted === "late" ? "late" : "mine";
  const [due, id] = query.after?.split("_") ?? [];
  const after = { due: new Date(Number(due)), id: idFrom<"visit">(id) };
  return { scope, visit: query.visit, query: { ...query, scope }, after: after.id && !Number.isNaN(after.due.getTime()) ? { due: after.due, id: after.id } : undefined };
}

const hasOwn = (me: Actor): boolean => me.is("mentor") || me.standIns.length > 0;

export async function scopeTabs(desk: Desk, current: Scope) {
  const shown = (Object.keys(scopes) as Scope[]).filter((scope) => scope !== "mine" || hasOwn(desk.me));
  return Promise.all(shown.map(async (scope) => ({ href: reviewsAddress({ scope }), label: scopes[scope], count: await countReviews(desk, scope), current: scope === current })));
}

export function reviewsAddress(query: Query): string {
  const search = new URLSearchParams(Object.entries(query).filter((pair): pair is [string, string] => !!pair[1]));
  return search.size > 0 ? `/reviews?${search}` : "/reviews";
}
