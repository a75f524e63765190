import type { Metadata } from "next";
import { headers } from "next/headers";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { Tabs } from "@/app/_ui/tabs";
import { countFeedback, feedbackPage } from "@/lib/feedback/reads";
import { ANSWER_DAYS } from "@/lib/feedback/rules";
import { almanacOf } from "@/lib/gate/almanac";
import { openDesk } from "@/lib/gate/session";
import { addWorkdays } from "@/lib/kernel/calendar";
import { spokenDay } from "@/lib/kernel/day";
import { FeedbackFormCard } from "./feedback-form";
import { FeedbackList } from "./feedback-list";
import { addressOf, askedOf, cursorText } from "./list-address";
import { cameFrom } from "./page-names";

export const metadata: Metadata = { title: "投诉建议" };

/** Anybody says something; the office answers. Two taps from every page. */
export default async function FeedbackPage({ searchParams }: PageProps<"/feedback">) {
  const desk = await openDesk();
  const params = await searchParams;
  const { view, after } = askedOf(desk.me, params);
  const [{ rows, next }, open] = await Promise.all([feedbackPage(desk, view, after), countFeedback(desk, "open")]);
  const due = spokenDay(addWorkdays(desk.me.today, ANSWER_DAYS, await almanacOf(desk)));
  const tabs = [
    { href: addressOf("mine"), label: "写投诉建议", current: view === "mine" },
    { href: addressOf("open"), label: "待答", count: open, current: view === "open" },
    { href: addressOf("answered"), label: "已答", current: view === "answered" },
  ];
  return (
    <div className="grid gap-2.5 lg:max-w-4xl">
      <PageHead title="投诉建议" />
      {desk.me.is("office") && <Tabs label="看哪些投诉建议" tabs={tabs} />}
      {view === "mine" && <FeedbackFormCard page={cameFrom(params.from, (await headers()).get("referer"))} due={due} />}
      <FeedbackList rows={rows} view={view} today={desk.me.today} />
      <Pager nextHref={next && addressOf(view, cursorText(view, next))} firstHref={after && addressOf(view)} />
    </div>
  );
}
