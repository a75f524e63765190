import { and, asc, count, desc, eq, gt, isNotNull, isNull, lt, or, type SQL } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { namesOf } from "@/lib/gate/names";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";

export const PAGE = 20;

export const feedbackViews = ["mine", "open", "answered"] as const;
export type FeedbackView = (typeof feedbackViews)[number];
/** The last row of the page before, by whatever its view is sorted by. */
export type FeedbackCursor = { id: Id<"feedback">; dueOn?: Day | undefined; answeredAt?: Date | null | undefined };

/** What waits is sorted by the day it is due; what was answered and what I said, newest first. */
export async function feedbackPage(desk: Desk, view: FeedbackView, after?: FeedbackCursor) {
  const { feedback: f, people } = desk.see;
  const lines = await desk
    .select({
      id: f.id, says: f.says, page: f.page, at: f.at, dueOn: f.dueOn, answer: f.answer, answeredAt: f.answeredAt,
      answeredById: f.answeredById, authorId: f.authorId, author: people.name,
    })
    .from(f)
    .innerJoin(people, eq(people.id, f.authorId))
    .where(and(within(desk, view), after && beyond(desk, view, after)))
    .orderBy(...sortedFor(desk, view))
    .limit(PAGE + 1);
  const names = await namesOf(desk, lines.map((line) => line.answeredById));
  const rows = lines.slice(0, PAGE).map((line) => ({ ...line, answeredBy: names(line.answeredById) }));
  return { rows, next: lines.length > PAGE ? rows.at(-1) : undefined };
}
export type FeedbackLine = Awaited<ReturnType<typeof feedbackPage>>["rows"][number];

export async function countFeedback(desk: Desk, view: FeedbackView): Promise<number> {
  const [row] = await desk.select({ n: count() }).from(desk.see.feedback).where(within(desk, view));
  return row!.n;
}

function within(desk: Desk, view: FeedbackView): SQL {
  const { feedback: f } = desk.see;
  return { mine: eq(f.authorId, desk.me.id), open: isNull(f.answeredAt), answered: isNotNull(f.answeredAt) }[view];
}

function sortedFor(desk: Desk, view: FeedbackView): SQL[] {
  const { feedback: f } = desk.see;
  return { mine: [desc(f.id)], open: [asc(f.dueOn), asc(f.id)], answered: [desc(f.answeredAt), desc(f.id)] }[view];
}

function beyond(desk: Desk, view: FeedbackView, { id, dueOn, answeredAt }: FeedbackCursor): SQL | undefined {
  const { feedback: f } = desk.see;
  if (view === "open" && dueOn) return or(gt(f.dueOn, dueOn), and(eq(f.dueOn, dueOn), gt(f.id, id)));
  if (view === "answered" && answeredAt) return or(lt(f.answeredAt, answeredAt), and(eq(f.answeredAt, answeredAt), lt(f.id, id)));
  return view === "mine" ? lt(f.id, id) : undefined;
}
