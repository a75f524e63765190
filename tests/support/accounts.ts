import { eq } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Town, Who } from "@/db/seed/cast";
import type { Store } from "@/db/store";
import { openAccount } from "@/lib/gate/account";
import type { Desk } from "@/lib/gate/desk";
import { deskOfSession } from "@/lib/gate/session";
import { hashPassword } from "@/lib/gate/password";
import { signIn } from "@/lib/gate/sign-in";

/** A password that would do for anybody in 清溪镇, and the hash of it: 60 ms, once a worker. */
export const PASSWORD = "Shan-Tang_4271-ge";
const hash = hashPassword(PASSWORD);

/** Gives somebody of the town an account that is open, as if they had used their code last month. */
export async function giveAccount({ store, people, now, ...town }: Town, who: Who): Promise<string> {
  const passwordHash = await hash;
  return store.write(async (tx) => {
    const account = await openAccount(tx, { id: people[who], name: town[who].me.name });
    await tx.update(tables.credentials).set({ passwordHash, passwordChangedAt: now }).where(eq(tables.credentials.accountId, account.id));
    await tx.update(tables.accounts).set({ activatedAt: now }).where(eq(tables.accounts.id, account.id));
    return account.name;
  });
}

/** The desk of somebody who came in through the door. */
export async function comeIn(store: Store, account: string, now: Date, password = PASSWORD): Promise<{ desk: Desk; sid: string }> {
  const { sid } = await signIn(store, { account, password, device: "电脑" }, now);
  return { desk: (await deskOfSession(store, sid, now))!, sid };
}

export const minutes = (count: number) => count * 60_000;
export const after = (now: Date, ms: number) => new Date(now.getTime() + ms);
