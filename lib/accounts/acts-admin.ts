import { randomInt } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { tables } from "@/db/schema";
import { activationHash } from "@/lib/gate/activation";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import type { AccountReasonForm, AllCodesForm, StepUpForm } from "./forms";
import { accountAt, unopenedAccounts } from "./reads-admin";
import { CODE_HOURS, grouped } from "./rules";

const { accounts, credentials, sessions, signInTries } = tables;

/** What is handed over on paper. The code is nowhere else: the town keeps only its hash. */
export type Slip = { name: string; account: string; code: string; until: Date };

/** A code for one account: the first password of a new one, or the way back for who forgot theirs. */
export async function issueActivation(desk: Desk, form: StepUpForm): Promise<Slip> {
  const account = await accountAt(desk, form.accountId);
  if (!account) throw Refusal.notFound("这个账号");
  refuseSelf(desk, account.personId);
  await desk.confirm(form.password);
  return desk.together((d) => issue(d, account, form.reason));
}

/** Codes for everybody who has none in use: one sheet to print and cut up. */
export async function issueAll(desk: Desk, form: AllCodesForm): Promise<Slip[]> {
  refuseOthers(desk);
  const unopened = await unopenedAccounts(desk);
  if (unopened.length === 0) throw Refusal.conflict("没有未开通的账号");
  await desk.confirm(form.password);
  return desk.together(async (d) => {
    const slips: Slip[] = [];
    for (const account of unopened) slips.push(await issue(d, account, form.reason));
    return slips;
  });
}

type Known = { id: Id<"account">; name: string; person: string };

async function issue(desk: Desk, { id, name, person }: Known, reason: string): Promise<Slip> {
  const code = newCode();
  const until = new Date(desk.now.getTime() + CODE_HOURS * 3_600_000);
  await desk.change("account.issueActivation", id, async (tx, account) => {
    if (account.disabledAt) throw Refusal.conflict(`${person} 的账号已停用。先启用，再发激活码`);
    await tx.update(credentials).set({ activationHash: activationHash(code), activationUntil: until }).where(eq(credentials.accountId, id));
  }, reason);
  return { name: person, account: name, code: grouped(code), until };
}

/** 28 signs of 30 are 137 bits; those that look like another on paper are left out. */
const SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const newCode = (): string => Array.from({ length: 28 }, () => SIGNS[randomInt(SIGNS.length)]!).join("");

/** 停用: ends what the person has open, at once. */
export async function disableAccount(desk: Desk, form: StepUpForm): Promise<void> {
  await confirmFor(desk, form);
  await desk.change("account.disable", form.accountId, async (tx, account) => {
    if (account.disabledAt) throw Refusal.conflict("这个账号已经停用了");
    await tx.update(accounts).set({ disabledAt: desk.now }).where(eq(accounts.id, account.id));
    await tx.update(credentials).set({ activationHash: null, activationUntil: null }).where(eq(credentials.accountId, account.id));
    await tx.update(sessions).set({ endedAt: desk.now, cause: "disabled" })
      .where(and(eq(sessions.personId, account.personId), isNull(sessions.endedAt)));
  }, form.reason);
}

export async function enableAccount(desk: Desk, form: StepUpForm): Promise<void> {
  const account = await confirmFor(desk, form);
  if (account.leftOn) throw Refusal.conflict(`${account.person} 已经离岗，账号不再启用`);
  await desk.change("account.enable", form.accountId, async (tx, { id, disabledAt }) => {
    if (!disabledAt) throw Refusal.conflict("这个账号没有停用");
    await tx.update(accounts).set({ disabledAt: null }).where(eq(accounts.id, id));
  }, form.reason);
}

async function confirmFor(desk: Desk, { accountId, password }: StepUpForm) {
  const account = await accountAt(desk, accountId);
  if (!account) throw Refusal.notFound("这个账号");
  refuseSelf(desk, account.personId);
  await desk.confirm(password);
  return account;
}

/** 解锁 before the fifteen minutes are over. */
export async function unlockAccount(desk: Desk, form: AccountReasonForm): Promise<void> {
  await desk.change("account.unlock", form.accountId, async (tx, account) => {
    await tx.delete(signInTries).where(eq(signInTries.accountId, account.id));
  }, form.reason);
}

/** Every session of one person, each with its own line in the ledger. */
export const endAllSessions = (desk: Desk, form: AccountReasonForm): Promise<void> =>
  desk.together(async (d) => {
    refuseOthers(d);
    const account = await accountAt(d, form.accountId);
    if (!account) throw Refusal.notFound("这个账号");
    const open = await d.select({ id: sessions.id }).from(sessions).where(and(eq(sessions.personId, account.personId), isNull(sessions.endedAt)));
    for (const { id } of open)
      await d.change("session.end", id, async (tx) => {
        await tx.update(sessions).set({ endedAt: d.now, cause: "admin" }).where(eq(sessions.id, id));
      }, form.reason);
  });

const words = "账号由系统管理员管理，需要的话联系系统管理员";
function refuseOthers(desk: Desk): void {
  if (!desk.me.is("admin")) throw Refusal.forbidden(words);
}

/** Asked before the password is, so that nobody is led to type it in vain. */
function refuseSelf(desk: Desk, personId: Id<"person">): void {
  refuseOthers(desk);
  if (personId === desk.me.id) throw Refusal.forbidden("自己的账号要由另一位系统管理员来办");
}
