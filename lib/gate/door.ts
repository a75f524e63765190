import "server-only";
import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Store } from "@/db/store";
import type { Role } from "@/lib/words/person";

const { accounts, credentials, people, town } = tables;

/** What the seed gives every account of a demo town, and prints. A real town has no account with it. */
export const DEMO_PASSWORD = "Qinglan-demo-2026";

export type DemoSign = { account: string; name: string; role: Role };
export type TownSign = { name: string; demo: boolean; signs: DemoSign[] };

/** What stands at the door before anybody is known: the town's name and, in a demo town, how to get in. */
export async function townSign({ read }: Store): Promise<TownSign> {
  const [here] = await read.select({ name: town.name, demo: town.demo }).from(town);
  if (!here?.demo) return { name: here?.name ?? "", demo: false, signs: [] };
  const open = await read
    .select({ account: accounts.name, name: people.name, roles: people.roles })
    .from(accounts)
    .innerJoin(credentials, eq(credentials.accountId, accounts.id))
    .innerJoin(people, eq(people.id, accounts.personId))
    .where(and(isNotNull(credentials.passwordHash), isNull(accounts.disabledAt), isNull(people.leftOn)))
    .orderBy(asc(people.id)); // the seed makes the people it prints first
  return { ...here, signs: oneOfEach(open) };
}

/** One way in for each kind of work; the person who does it and nothing else is the clearest. */
function oneOfEach(open: { account: string; name: string; roles: Role[] }[]): DemoSign[] {
  const kinds: Role[] = ["cadre", "mentor", "villageCadre", "gridMember", "examiner", "office", "leader", "admin", "auditor"];
  return kinds.flatMap((role) => {
    const able = open.filter(({ roles }) => roles.includes(role));
    const one = able.find(({ roles }) => roles.length === 1) ?? able[0];
    return one ? [{ account: one.account, name: one.name, role }] : [];
  });
}
