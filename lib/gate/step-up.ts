import "server-only";
import { eq } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Store } from "@/db/store";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { passwordFits } from "./password";
import { countTry, forgetTries, lockedFrom } from "./sign-in";

const { accounts, credentials } = tables;

/**
 * The person gives their own password once more before a deed that could open an account. A wrong one counts with the
 * wrong sign-ins, so that a session left open on a desk is no way to guess.
 */
export async function confirmPassword(store: Store, personId: Id<"person">, password: string, now: Date): Promise<void> {
  const [mine] = await store.read
    .select({ account: accounts.name, hash: credentials.passwordHash })
    .from(accounts)
    .innerJoin(credentials, eq(credentials.accountId, accounts.id))
    .where(eq(accounts.personId, personId));
  if (!mine) throw Refusal.conflict("你还没有账号，找系统管理员");
  const left = await store.write((tx) => countTry(tx, mine.account, now));
  if (!(await passwordFits(mine.hash, password)))
    throw left > 0 ? Refusal.invalid("password", `密码不对，还可以试 ${left} 次`) : lockedFrom(now);
  await store.write(async (tx) => {
    await forgetTries(tx, mine.account);
  });
}
