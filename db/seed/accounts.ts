import { randomBytes } from "node:crypto";
import { DEMO_PASSWORD } from "@/lib/gate/door";
import { hashPassword } from "@/lib/gate/password";
import { activationHash } from "@/lib/gate/activation";
import type { Id } from "@/lib/kernel/id";
import { tables } from "../schema";
import type { Writer } from "../store";

export async function openDemoAccounts(tx: Writer, people: { id: Id<"person">; account: string }[], now: Date): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  for (const { id, account } of people) {
    const [made] = await tx.insert(tables.accounts).values({ personId: id, name: account, activatedAt: now }).returning();
    await tx.insert(tables.credentials).values({ accountId: made!.id, passwordHash, passwordChangedAt: now });
  }
}

/** An account with no password yet, and the code that sets the first one: 128 bits, once, 48 hours. */
export async function openInvitedAccount(tx: Writer, personId: Id<"person">, account: string, now: Date): Promise<string> {
  const code = randomBytes(16).toString("hex").toUpperCase().replace(/(.{4})(?=.)/g, "$1-");
  const [made] = await tx.insert(tables.accounts).values({ personId, name: account }).returning();
  const activationUntil = new Date(now.getTime() + 48 * 3_600_000);
  await tx.insert(tables.credentials).values({ accountId: made!.id, activationHash: activationHash(code), activationUntil });
  return code;
}
