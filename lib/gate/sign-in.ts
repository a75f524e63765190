import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Store, Writer } from "@/db/store";
import { timeOf } from "@/lib/kernel/calendar";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { plain } from "@/lib/kernel/text";
import type { Role } from "@/lib/words/person";
import { record } from "./ledger";
import { passwordFits } from "./password";

const { people, accounts, credentials, sessions, signInTries } = tables;
const minutes = (count: number) => count * 60_000;
const TRIES = 5;
const LOCK = minutes(15);

export const digest = (text: string): string => createHash("sha256").update(text).digest("hex");
export const accountName = (typed: string): string => plain(typed).trim().toLowerCase();
const triesId = (name: string) => digest(`tries:${name}`) as Id<"tries">;

type Attempt = { account: string; password: string; device: string };

/**
 * Checks an account and its password and opens a session. The counter rises before the password is hashed, so that
 * many tries at once cannot slip past it, and it rises alike for accounts that do not exist.
 * Throws Refusal with the words for the person.
 */
export async function signIn(store: Store, attempt: Attempt, now: Date): Promise<{ personId: Id<"person">; sid: string }> {
  const name = accountName(attempt.account);
  const left = await store.write((tx) => countTry(tx, name, now));
  const known = await findAccount(store, name);
  const fits = await passwordFits(known?.credentials.passwordHash, attempt.password);
  if (!fits || !known || known.accounts.disabledAt) throw wrong(left, now);
  return store.write(async (tx) => {
    // Disabled or gone while the password was being hashed: then the session must not begin.
    if (!(await stillOpen(tx, known.accounts.id))) throw wrong(left, now);
    await forgetTries(tx, name);
    return startSession(tx, known.people, attempt.device, now);
  });
}

const wrong = (left: number, now: Date): Refusal =>
  left > 0 ? Refusal.invalid("password", `账号或密码不对，还可以试 ${left} 次`) : lockedFrom(now);

export const lockedFrom = (now: Date): Refusal => locked(new Date(now.getTime() + LOCK));

const locked = (until: Date): Refusal =>
  Refusal.invalid("password", `试了 ${TRIES} 次都不对，账号先停 15 分钟（到 ${timeOf(until)}）`);

/** Returns how many tries are left after this one; throws while the name is locked. */
export async function countTry(tx: Writer, name: string, now: Date): Promise<number> {
  const id = triesId(name);
  const [tries] = await tx.select().from(signInTries).where(eq(signInTries.id, id));
  if (tries?.lockedUntil && tries.lockedUntil > now) throw locked(tries.lockedUntil);
  const fresh = !tries || tries.lockedUntil || now.getTime() - tries.since.getTime() > LOCK;
  const count = fresh ? 1 : tries.count + 1;
  const lockedUntil = count >= TRIES ? new Date(now.getTime() + LOCK) : null;
  const [account] = await tx.select().from(accounts).where(eq(accounts.name, name));
  const row = { id, count, since: fresh ? now : tries.since, lockedUntil, accountId: account?.id ?? null };
  await tx.insert(signInTries).values(row).onConflictDoUpdate({ target: signInTries.id, set: row });
  if (lockedUntil && account)
    await record(tx, { at: now, actorId: account.personId, action: "session.locked", subject: "accounts", subjectId: account.id, before: null, after: null });
  return TRIES - count;
}

export const forgetTries = (tx: Writer, name: string) => tx.delete(signInTries).where(eq(signInTries.id, triesId(name)));

async function findAccount(store: Store, name: string) {
  const [known] = await store.read
    .select()
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .innerJoin(credentials, eq(credentials.accountId, accounts.id))
    .where(and(eq(accounts.name, name), isNull(people.leftOn)));
  return known;
}

async function stillOpen(tx: Writer, accountId: Id<"account">): Promise<boolean> {
  const [open] = await tx.select({ id: accounts.id }).from(accounts).innerJoin(people, eq(people.id, accounts.personId))
    .where(and(eq(accounts.id, accountId), isNull(accounts.disabledAt), isNull(people.leftOn)));
  return !!open;
}

/** Idle and absolute minutes; who holds several roles is held to the strictest. */
export function limitsOf(roles: readonly Role[]): { idle: number; absolute: number } {
  const has = (...some: Role[]) => some.some((role) => roles.includes(role));
  if (has("admin", "auditor")) return { idle: minutes(15), absolute: minutes(8 * 60) };
  if (has("office", "leader", "examiner")) return { idle: minutes(20), absolute: minutes(10 * 60) };
  return { idle: minutes(30), absolute: minutes(12 * 60) };
}

export async function startSession(tx: Writer, person: Row<"people">, device: string, now: Date) {
  const sid = randomBytes(32).toString("base64url");
  const { idle, absolute } = limitsOf(person.roles);
  const at = (ms: number) => new Date(now.getTime() + ms);
  const session = { id: digest(sid) as Id<"session">, personId: person.id, device, startedAt: now, seenAt: now };
  const [made] = await tx.insert(sessions).values({ ...session, idleUntil: at(idle), absoluteUntil: at(absolute) }).returning();
  await record(tx, { at: now, actorId: person.id, action: "session.start", subject: "sessions", subjectId: made!.id, before: null, after: made! });
  return { personId: person.id, sid };
}
