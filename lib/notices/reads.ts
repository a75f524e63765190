import { and, count, desc, eq, isNotNull, isNull, lte, type SQL, sql } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";
import { undoable } from "./reads-deeds";
import { subjectsOf } from "./reads-subjects";
import { deedOf, placeOf } from "./rules";

export const PAGE = 20;

export const noticeViews = ["open", "done"] as const;
export type NoticeView = (typeof noticeViews)[number];
/** The last row of the page before, by all that the list is sorted by. */
export type NoticeCursor = { doneAt: Date | null; showAt: Date; id: Id<"notice"> };

/** What I was told and is not done with, newest first; what is, latest first. `subject` names the thing, if I may see it still. */
export async function noticesPage(desk: Desk, view: NoticeView, after?: NoticeCursor) {
  const { notices: n, people } = desk.see;
  const lines = await desk
    .select({ id: n.id, kind: n.kind, subject: n.subject, subjectId: n.subjectId, at: n.at, showAt: n.showAt, readAt: n.readAt, doneAt: n.doneAt, actor: people.name })
    .from(n)
    .leftJoin(people, eq(people.id, n.actorId))
    .where(and(within(desk, view), after && beyond(desk, after)))
    .orderBy(desc(n.doneAt), desc(n.showAt), desc(n.id))
    .limit(PAGE + 1);
  const page = lines.slice(0, PAGE);
  const leading = await leadingOf(desk, page);
  const rows = page.map((line) => ({ ...line, ...leading(line) }));
  return { rows, next: lines.length > PAGE ? rows.at(-1) : undefined };
}
export type NoticeLine = Awaited<ReturnType<typeof noticesPage>>["rows"][number];

type Line = Parameters<typeof subjectsOf>[1][number];

/** What the thing is and where it lies; what its reader can put aside themselves. */
async function leadingOf(desk: Desk, lines: readonly Line[]) {
  const [subjects, lost] = await Promise.all([subjectsOf(desk, lines), undoable(desk, lines)]);
  return (line: Line) => {
    const about = subjects.get(line.subjectId);
    const href = about === undefined ? undefined : placeOf(line.kind, line.subject, line.subjectId);
    return { about, href, dismissable: about === undefined || deedOf(line.kind) === undefined || lost(line) };
  };
}

/** In every page's header: how many there are. One walk along an index. */
export async function countNotices(desk: Desk): Promise<number> {
  const [row] = await desk.select({ n: count() }).from(desk.see.notices).where(within(desk, "open"));
  return row!.n;
}

/** One of mine, and where it leads. */
export async function noticeAt(desk: Desk, id: Id<"notice">) {
  const { notices: n } = desk.see;
  const [line] = await desk.select({ kind: n.kind, subject: n.subject, subjectId: n.subjectId }).from(n).where(eq(n.id, id));
  return line && (await leadingOf(desk, [line]))(line);
}

function within(desk: Desk, view: NoticeView): SQL {
  const { notices: n } = desk.see;
  return view === "done" ? isNotNull(n.doneAt) : and(isNull(n.doneAt), lte(n.showAt, desk.now))!;
}

function beyond(desk: Desk, { doneAt, showAt, id }: NoticeCursor): SQL {
  const { notices: n } = desk.see;
  const here = sql`(${n.showAt}, ${n.id}) < (${showAt.getTime()}, ${id})`;
  return doneAt ? sql`(${n.doneAt}, ${n.showAt}, ${n.id}) < (${doneAt.getTime()}, ${showAt.getTime()}, ${id})` : here;
}
