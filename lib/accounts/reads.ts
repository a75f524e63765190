import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { syllablesOf } from "@/lib/kernel/pinyin";

export async function myAccount(desk: Desk) {
  const { accounts } = desk.see;
  const [mine] = await desk.select({ id: accounts.id, name: accounts.name }).from(accounts).where(eq(accounts.personId, desk.me.id));
  return mine;
}

/** Words that lead to me and so do not belong in my password: account, name, pinyin, 工号. */
export async function ownWords(desk: Desk): Promise<string[]> {
  const { people } = desk.see;
  const [me] = await desk.select({ name: people.name, staffNo: people.staffNo }).from(people).where(eq(people.id, desk.me.id));
  const mine = await myAccount(desk);
  return wordsOf({ name: me!.name, staffNo: me!.staffNo }, mine?.name);
}

export const wordsOf = (owner: { name: string; staffNo: string | null }, account = ""): string[] =>
  [account, owner.name, syllablesOf(owner.name).join(""), owner.staffNo ?? ""].filter(Boolean);

/** Where I am signed in now; the one this request came in is marked. */
export async function myOpenSessions(desk: Desk) {
  const { sessions: s } = desk.see;
  const rows = await desk.select({ id: s.id, device: s.device, startedAt: s.startedAt, seenAt: s.seenAt }).from(s)
    .where(and(eq(s.personId, desk.me.id), isNull(s.endedAt), gt(s.idleUntil, desk.now), gt(s.absoluteUntil, desk.now)))
    .orderBy(desc(s.seenAt));
  return rows.map((row) => ({ ...row, here: row.id === desk.session }));
}
export type MySession = Awaited<ReturnType<typeof myOpenSessions>>[number];

/** What 我的 tells me of myself. */
export async function aboutMe(desk: Desk) {
  const { people, assignments: a, villages, pairings: p } = desk.see;
  const [me] = await desk.select({ department: people.department, title: people.title }).from(people).where(eq(people.id, desk.me.id));
  const serving = await desk.selectDistinct({ name: villages.name, sortKey: villages.sortKey }).from(a).innerJoin(villages, eq(villages.id, a.villageId))
    .where(and(eq(a.personId, desk.me.id), isNull(a.endedOn))).orderBy(villages.sortKey);
  const bonds = (mine: typeof p.mentorId, theirs: typeof p.mentorId) =>
    desk.select({ name: people.name }).from(p).innerJoin(people, eq(people.id, theirs)).where(and(eq(mine, desk.me.id), isNull(p.endedOn)));
  const names = (rows: { name: string }[]) => rows.map(({ name }) => name);
  return {
    ...me!,
    villages: names(serving),
    mentors: names(await bonds(p.menteeId, p.mentorId)),
    mentees: names(await bonds(p.mentorId, p.menteeId)),
    account: (await myAccount(desk))?.name,
  };
}
