import { and, asc, count, eq, gt, isNotNull, isNull, like, or } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";
import type { AccountState } from "@/lib/words/account";
import { stateOf } from "./rules";

export type AccountFilter = { q?: string; state?: AccountState; after?: Id<"person"> };
const PAGE = 50;

/** Every account by its owner's name. Nothing of it says what anybody does with it. */
export async function accountsPage(desk: Desk, filter: AccountFilter) {
  const { accounts: a, people, signInTries: t, sessions: s } = desk.see;
  const rows = await desk
    .select({
      id: a.id, personId: people.id, person: people.name, roles: people.roles, department: people.department, leftOn: people.leftOn,
      name: a.name, activatedAt: a.activatedAt, disabledAt: a.disabledAt, lockedUntil: t.lockedUntil,
    })
    .from(people)
    .innerJoin(a, eq(a.personId, people.id))
    .leftJoin(t, eq(t.accountId, a.id))
    .where(and(matching(desk, filter), await beyond(desk, filter.after)))
    .orderBy(asc(people.sortKey), asc(people.id))
    .limit(PAGE + 1);
  const open = await desk.select({ personId: s.personId, count: count() }).from(s)
    .where(and(isNull(s.endedAt), gt(s.idleUntil, desk.now), gt(s.absoluteUntil, desk.now))).groupBy(s.personId);
  const page = rows.slice(0, PAGE).map((row) => ({
    ...row,
    state: stateOf(row, desk.now),
    sessions: open.find(({ personId }) => personId === row.personId)?.count ?? 0,
  }));
  return { accounts: page, next: rows.length > PAGE ? page.at(-1)!.personId : undefined };
}
export type AccountRow = Awaited<ReturnType<typeof accountsPage>>["accounts"][number];

function matching(desk: Desk, { q, state }: AccountFilter) {
  const { accounts: a, people, signInTries: t } = desk.see;
  const typed = q && `%${q.toLowerCase().replace(/[%_]/g, "")}%`;
  const enabled = isNull(a.disabledAt);
  const states = {
    unopened: and(enabled, isNull(a.activatedAt)),
    disabled: isNotNull(a.disabledAt),
    locked: and(enabled, gt(t.lockedUntil, desk.now)),
    active: and(enabled, isNotNull(a.activatedAt)),
  };
  return and(typed ? or(like(people.searchKey, typed), like(a.name, typed)) : undefined, state && states[state]);
}

async function beyond(desk: Desk, after: Id<"person"> | undefined) {
  if (!after) return undefined;
  const { people } = desk.see;
  const [last] = await desk.select({ sortKey: people.sortKey }).from(people).where(eq(people.id, after));
  return last && or(gt(people.sortKey, last.sortKey), and(eq(people.sortKey, last.sortKey), gt(people.id, after)));
}

export async function accountAt(desk: Desk, id: Id<"account">) {
  const { accounts: a, people } = desk.see;
  const [account] = await desk.select({ id: a.id, name: a.name, personId: a.personId, person: people.name, leftOn: people.leftOn }).from(a)
    .innerJoin(people, eq(people.id, a.personId)).where(eq(a.id, id));
  return account;
}

/** 未开通: those whom one sheet of codes is for. */
export async function unopenedAccounts(desk: Desk) {
  const { accounts: a, people } = desk.see;
  const rows = await desk.select({ id: a.id, name: a.name, personId: a.personId, person: people.name }).from(a)
    .innerJoin(people, eq(people.id, a.personId))
    .where(and(isNull(a.activatedAt), isNull(a.disabledAt), isNull(people.leftOn)))
    .orderBy(asc(people.sortKey), asc(people.id));
  return rows.filter(({ personId }) => personId !== desk.me.id);
}
