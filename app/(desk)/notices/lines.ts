import { daysBetween, dayOf, timeOf } from "@/lib/kernel/calendar";
import { type Day, spokenDay } from "@/lib/kernel/day";
import { idFrom } from "@/lib/kernel/id";
import type { NoticeCursor, NoticeLine, NoticeView } from "@/lib/notices/reads";
import { deedOf, whyOf } from "@/lib/notices/rules";
import { noticeKind } from "@/lib/words/notice";

/** One notice in words, as the browser draws it. */
export type Line = { id: string; title: string; about: string; told: string; why: string; href: string | undefined; deed: string | undefined; dismissable: boolean; done: string };

export const lineOf = (line: NoticeLine, today: Day): Line => ({
  id: line.id,
  title: noticeKind.label(line.kind),
  about: line.about ?? "这件事已经撤回，或不再归你看",
  told: [line.actor, spokenMoment(line.at, today)].filter(Boolean).join(" "),
  why: whyOf(line.kind),
  href: line.href,
  deed: deedOf(line.kind),
  dismissable: line.dismissable,
  done: line.doneAt ? `${spokenMoment(line.doneAt, today)}${line.readAt ? "看过" : "办好"}` : "",
});

/** 「今天 09:05」「昨天 15:20」「11 月 20 日 15:20」「2025 年 12 月 3 日」 */
export function spokenMoment(at: Date, today: Day): string {
  const day = dayOf(at);
  const days = daysBetween(day, today);
  if (day.slice(0, 4) !== today.slice(0, 4) && days > 1) return `${day.slice(0, 4)} 年 ${spokenDay(day)}`;
  return `${days <= 0 ? "今天" : days === 1 ? "昨天" : spokenDay(day)} ${timeOf(at)}`;
}

type Params = Record<string, string | string[] | undefined>;

export function askedOf(params: Params): { view: NoticeView; after: NoticeCursor | undefined } {
  const [done = "", shown = "", text] = String(params.after ?? "").split("_");
  const [id, doneAt, showAt] = [idFrom<"notice">(text), momentIn(done), momentIn(shown)];
  const view = params.done === "1" ? "done" : "open";
  return { view, after: id && showAt && (view === "open" || doneAt) ? { id, showAt, doneAt: view === "done" ? doneAt! : null } : undefined };
}

function momentIn(text: string): Date | null {
  const at = new Date(/^\d{1,15}$/.test(text) ? Number(text) : NaN);
  return Number.isNaN(at.getTime()) ? null : at;
}

export function addressOf(view: NoticeView, after?: NoticeCursor): string {
  const key = after && `after=${after.doneAt?.getTime() ?? ""}_${after.showAt.getTime()}_${after.id}`;
  const search = [view === "done" && "done=1", key].filter(Boolean).join("&");
  return search ? `/notices?${search}` : "/notices";
}
