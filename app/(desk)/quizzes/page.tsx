import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LinkButton } from "@/app/_ui/button";
import { Empty } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { Tabs } from "@/app/_ui/tabs";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { countOpenAppeals, quizzesPage, viewsOf } from "@/lib/quizzes/reads";
import { momentFrom, momentText } from "../moment-cursor";
import { firstOf } from "../people/people-address";
import { OfficeLinks } from "./office-links";
import { QuizList } from "./quiz-list";
import { viewWords } from "./view-words";

export const metadata: Metadata = { title: "考核" };

export default async function QuizzesPage({ searchParams }: PageProps<"/quizzes">) {
  const desk = await openDesk();
  const views = viewsOf(desk.me);
  if (!mayOpen.quizzes(desk.me) || !views[0]) notFound();
  const asked = await searchParams;
  const view = views.find((one) => one === firstOf(asked.view)) ?? views[0];
  const after = momentFrom<"quiz">(asked.after);
  const [{ rows, next }, waiting] = await Promise.all([quizzesPage(desk, view, after), views.includes("appeals") ? countOpenAppeals(desk) : undefined]);
  const office = mayOpen.quizOffice(desk.me);
  const plan = office && <LinkButton variant="primary" href="/quizzes/new">安排考核</LinkButton>;
  const { none, then } = viewWords[view];
  const tabs = views.map((one) => ({ href: `/quizzes?view=${one}`, label: viewWords[one].tab, count: one === "appeals" ? waiting : undefined, current: one === view }));
  return (
    <div className="grid gap-2.5">
      <PageHead title="考核" actions={<>{office && <OfficeLinks />}{plan}</>} />
      {tabs.length > 1 && <Tabs label="看哪些考核" tabs={tabs} />}
      {rows.length > 0 && <QuizList rows={rows} view={view} me={desk.me.id} verifies={desk.me.is("auditor")} />}
      {rows.length === 0 && !after && <Empty title={none} action={view === "going" && plan}>{then}</Empty>}
      {rows.length === 0 && after && <p className="text-ink-2">后面没有了。</p>}
      <Pager nextHref={next && `/quizzes?view=${view}&after=${momentText(next)}`} firstHref={after && `/quizzes?view=${view}`} />
    </div>
  );
}
