import { and, eq, isNull, ne } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import { hashPassword } from "@/lib/gate/password";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import type { EndSessionForm, PasswordForm } from "./forms";
import { myAccount, myOpenSessions, ownWords } from "./reads";
import { gapsInWords, passwordGaps } from "./rules";

const { credentials, sessions } = tables;

/** A new password for the old one. Every other session ends with the deed; this one goes on. */
export async function changePassword(desk: Desk, form: PasswordForm): Promise<void> {
  const gaps = passwordGaps(form.fresh, await ownWords(desk));
  if (gaps.length) throw Refusal.invalid("fresh", gapsInWords(gaps));
  if (form.fresh === form.password) throw Refusal.invalid("fresh", "新密码要和现在的不一样");
  await desk.confirm(form.password);
  const passwordHash = await hashPassword(form.fresh);
  const mine = await myAccount(desk);
  if (!mine) throw Refusal.conflict("你还没有账号，找系统管理员");
  await desk.change("account.changePassword", mine.id, async (tx) => {
    await tx.update(credentials)
      .set({ passwordHash, passwordChangedAt: desk.now, activationHash: null, activationUntil: null })
      .where(eq(credentials.accountId, mine.id));
    await endOthers(tx, desk);
  });
}

async function endOthers(tx: Writer, { me, now, session }: Desk): Promise<void> {
  const others = and(eq(sessions.personId, me.id), isNull(sessions.endedAt), session && ne(sessions.id, session));
  await tx.update(sessions).set({ endedAt: now, cause: "password" }).where(others);
}

/** One session, on whatever device it is; its next request is sent to the door. */
export async function endSession(desk: Desk, { sessionId }: EndSessionForm): Promise<void> {
  await desk.change("session.end", sessionId as Id<"session">, async (tx, session) => {
    if (session.endedAt) return;
    await tx.update(sessions).set({ endedAt: desk.now, cause: "signed-out" }).where(eq(sessions.id, session.id));
  });
}

/** 退出登录, here. */
export async function signOutHere(desk: Desk): Promise<void> {
  if (desk.session) await endSession(desk, { sessionId: desk.session });
}

/** 在所有设备上退出, this one included. */
export const signOutEverywhere = (desk: Desk): Promise<void> =>
  desk.together(async (d) => {
    for (const { id } of await myOpenSessions(d)) await endSession(d, { sessionId: id });
  });
