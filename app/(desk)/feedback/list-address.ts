import { type FeedbackCursor, type FeedbackView } from "@/lib/feedback/reads";
import type { Actor } from "@/lib/gate/actor";
import { dayFrom } from "@/lib/kernel/day";
import { idFrom } from "@/lib/kernel/id";

type Params = Record<string, string | string[] | undefined>;

/** The office sees what waits and what was answered; everybody what they said themselves. */
export function askedOf(me: Actor, params: Params): { view: FeedbackView; after: FeedbackCursor | undefined } {
  const view = !me.is("office") ? "mine" : params.open === "1" ? "open" : params.answered === "1" ? "answered" : "mine";
  const [key, id] = String(params.after ?? "").split("_").map((text) => text || undefined);
  const found = { id: idFrom<"feedback">(id), dueOn: dayFrom(key), answeredAt: new Date(Number(key ?? NaN)) };
  return { view, after: found.id && { ...found, id: found.id, answeredAt: Number.isNaN(found.answeredAt.getTime()) ? undefined : found.answeredAt } };
}

export const cursorText = (view: FeedbackView, { id, dueOn, answeredAt }: FeedbackCursor): string =>
  `${view === "open" ? dueOn : view === "answered" ? answeredAt?.getTime() : ""}_${id}`;

const views: Record<FeedbackView, string> = { mine: "", open: "open=1", answered: "answered=1" };

export function addressOf(view: FeedbackView, after?: string): string {
  const search = [views[view], after && `after=${after}`].filter(Boolean).join("&");
  return search ? `/feedback?${search}` : "/feedback";
}
