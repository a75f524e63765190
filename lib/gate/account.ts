import "server-only";
import { eq, like } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import { searchKeyOf, sortKeyOf, syllablesOf } from "@/lib/kernel/pinyin";
import { Refusal } from "@/lib/kernel/refusal";

const { accounts, credentials } = tables;
type Owner = Pick<Row<"people">, "id" | "name">;

/** What a person is sorted and found by, wherever their row is written. */
export const personKeys = (name: string, department: string) => ({ sortKey: sortKeyOf(name), searchKey: searchKeyOf(name, department) });

/**
 * The account of a new person, in the deed that adds them: a name to sign in with and no password yet, until the
 * admin's activation code opens it. Without a wish the name is the person's pinyin, with a number where that is taken.
 */
export async function openAccount(tx: Writer, owner: Owner, wish = ""): Promise<Row<"accounts">> {
  const name = wish || (await freeName(tx, owner.name));
  if (wish) await refuseTaken(tx, wish);
  const [account] = await tx.insert(accounts).values({ personId: owner.id, name }).returning();
  await tx.insert(credentials).values({ accountId: account!.id });
  return account!;
}

export async function refuseTaken(tx: Writer, name: string): Promise<void> {
  const [taken] = await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.name, name));
  if (taken) throw Refusal.invalid("account", `账号 ${name} 已经有人用了，换一个，比如 ${await numbered(tx, name)}`);
}

/** 林晓 → linxiao. Letters of other scripts are left out. */
export const pinyinName = (person: string): string =>
  syllablesOf(person).join("").normalize("NFD").replace(/[^a-z0-9]/g, "").slice(0, 28);

async function freeName(tx: Writer, person: string): Promise<string> {
  const base = pinyinName(person);
  return numbered(tx, base.length >= 3 ? base : `ren${base}`);
}

async function numbered(tx: Writer, base: string): Promise<string> {
  const rows = await tx.select({ name: accounts.name }).from(accounts).where(like(accounts.name, `${base}%`));
  const taken = new Set(rows.map((row) => row.name));
  if (!taken.has(base)) return base;
  let count = 2;
  while (taken.has(`${base}${count}`)) count++;
  return `${base}${count}`;
}
