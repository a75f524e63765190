import "server-only";
import { and, eq, gt, isNull } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Store } from "@/db/store";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { record } from "./ledger";
import { hashPassword } from "./password";
import { accountName, digest } from "./sign-in";

const { accounts, credentials, people, sessions, signInTries } = tables;

/** How a code is typed does not matter: case, spaces and hyphens are for the eye. */
export const activationHash = (code: string): string => digest(`activation:${code.replace(/[^0-9a-z]/gi, "").toUpperCase()}`);

const refused = () => Refusal.invalid("code", "激活码不对，或者已经用过、过期。找系统管理员再要一张");

type Activation = { account: string; code: string; password: string };
/** Refuses a password that is too close to its owner; asked only once the code has proved who that is. */
type Judge = (owner: { name: string; staffNo: string | null }, account: string) => void;

/**
 * A first password, or a new one, by a code that was handed over on paper. Works once, ends every session the account
 * still has, and says the same of a wrong code and a wrong account.
 */
export async function activate(store: Store, form: Activation, now: Date, judge: Judge = () => undefined): Promise<void> {
  const passwordHash = await hashPassword(form.password);
  await store.write(async (tx) => {
    const [known] = await tx.select().from(credentials).innerJoin(accounts, eq(accounts.id, credentials.accountId))
      .innerJoin(people, eq(people.id, accounts.personId))
      .where(and(eq(credentials.activationHash, activationHash(form.code)), gt(credentials.activationUntil, now),
        isNull(accounts.disabledAt), isNull(people.leftOn)));
    if (!known || known.accounts.name !== accountName(form.account)) throw refused();
    const { accounts: account, credentials: secret } = known;
    judge(known.people, account.name);
    await tx.update(credentials)
      .set({ passwordHash, passwordChangedAt: now, activationHash: null, activationUntil: null })
      .where(eq(credentials.id, secret.id));
    await tx.update(accounts).set({ activatedAt: now }).where(eq(accounts.id, account.id));
    await tx.delete(signInTries).where(eq(signInTries.accountId, account.id));
    await tx.update(sessions).set({ endedAt: now, cause: "activation" })
      .where(and(eq(sessions.personId, account.personId as Id<"person">), isNull(sessions.endedAt)));
    await record(tx, { at: now, actorId: account.personId, action: "account.activate", subject: "accounts", subjectId: account.id, before: account, after: { ...account, activatedAt: now } });
  });
}
