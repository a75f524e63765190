import "server-only";
import { and, asc, eq, gt, inArray, isNull, like } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Id } from "@/lib/kernel/id";
import type { NoticeKind, NoticeSubject } from "@/lib/words/notice";
import { almanacOf } from "./almanac";
import type { Desk } from "./desk";
import { showAtOf } from "./quiet";

const { notices: n, people } = tables;

type Told = { to: Id<"person"> | null; kind: NoticeKind; subject: NoticeSubject; subjectId: string };

/** What a pair is told of while it is silent; a talk, or a rest, answers both. */
export const silenceKinds = ["first_talk_due", "talk_due"] as const satisfies readonly NoticeKind[];

/**
 * 提醒: tells somebody what has just been done, in the deed's own transaction: a deed that does not come about told
 * nobody. Nobody is told of what they did themselves, and what still stands there is not said a second time.
 */
export async function tell(tx: Writer, desk: Pick<Desk, "me" | "now">, { to, ...told }: Told): Promise<void> {
  if (to && to !== desk.me.id) await put(tx, { to, ...told }, desk.me.id, desk.now);
}

/** The line itself; `by` nobody is the steward, who speaks when nobody did anything. */
export async function put(tx: Writer, { to, kind, subject, subjectId }: Told & { to: Id<"person"> }, by: Id<"person"> | null, at: Date): Promise<void> {
  const [open] = await tx.select({ showAt: n.showAt }).from(n)
    .where(and(eq(n.personId, to), isNull(n.doneAt), gt(n.showAt, at), eq(n.kind, kind))).orderBy(asc(n.showAt)).limit(1);
  const showAt = showAtOf(kind, at, await almanacOf(tx), open?.showAt);
  const [known] = await tx.select({ id: n.id, showAt: n.showAt }).from(n)
    .where(and(eq(n.subject, subject), eq(n.subjectId, subjectId), eq(n.personId, to), eq(n.kind, kind), isNull(n.doneAt)));
  const said = { actorId: by, at, showAt, readAt: null };
  if (!known) await tx.insert(n).values({ personId: to, kind, subject, subjectId, ...said });
  else await tx.update(n).set({ ...said, showAt: showAt > at && known.showAt < showAt ? known.showAt : showAt }).where(eq(n.id, known.id));
}

/** Both of a 结对 hear that it is not what it was, whoever of them did not do it. */
export async function tellPair(tx: Writer, desk: Pick<Desk, "me" | "now">, { id, mentorId, menteeId }: Pick<Row<"pairings">, "id" | "mentorId" | "menteeId">): Promise<void> {
  for (const to of [mentorId, menteeId]) await tell(tx, desk, { to, kind: "pairing_changed", subject: "pairing", subjectId: id });
}

/** 党建办, whoever sits there now. */
export async function officeOf(tx: Writer): Promise<Id<"person">[]> {
  const rows = await tx.select({ id: people.id }).from(people).where(and(isNull(people.leftOn), like(people.roles, '%"office"%')));
  return rows.map(({ id }) => id);
}

/** What else is known of the thing to be settled: of these kinds only, or of this person's only. */
type Among = { kinds?: readonly NoticeKind[]; of?: Id<"person"> };

/** The thing has been acted on: its notices go away. What nobody was shown yet leaves no trace. */
export async function settleNotices(tx: Writer, desk: Pick<Desk, "now">, subject: NoticeSubject, subjectId: string, { kinds, of }: Among = {}): Promise<void> {
  const open = and(eq(n.subject, subject), eq(n.subjectId, subjectId), isNull(n.doneAt), kinds && inArray(n.kind, [...kinds]), of && eq(n.personId, of));
  await tx.delete(n).where(and(open, gt(n.showAt, desk.now)));
  await tx.update(n).set({ doneAt: desk.now }).where(open);
}

/** One person is not asked this any more, of whatever thing. */
export async function settleKind(tx: Writer, desk: Pick<Desk, "now">, kind: NoticeKind, of: Id<"person">): Promise<void> {
  const open = and(eq(n.personId, of), eq(n.kind, kind), isNull(n.doneAt));
  await tx.delete(n).where(and(open, gt(n.showAt, desk.now)));
  await tx.update(n).set({ doneAt: desk.now }).where(open);
}
