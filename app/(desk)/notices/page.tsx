import type { Metadata } from "next";
import { Empty } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { Tabs } from "@/app/_ui/tabs";
import { openDesk } from "@/lib/gate/session";
import { KEPT_DAYS } from "@/lib/gate/steward";
import { countNotices, noticesPage, type NoticeView } from "@/lib/notices/reads";
import { addressOf, askedOf, lineOf } from "./lines";
import { NoticeList } from "./notice-list";

export const metadata: Metadata = { title: "提醒" };

const nothing: Record<NoticeView, { title: string; words: string }> = {
  open: { title: "没有等你看的提醒", words: "有人请你补充、转交给你，结对有变化、好些天没有帮带，会出现在这里。晚上 18 点到早上 8 点和休息日不提醒。" },
  done: { title: "还没有处理过的提醒", words: "办好的事、看过的事，会收到这里。" },
};

/** What came, why it came, and the way there. Mine alone. */
export default async function NoticesPage({ searchParams }: PageProps<"/notices">) {
  const desk = await openDesk();
  const { view, after } = askedOf(await searchParams);
  const [{ rows, next }, open] = await Promise.all([noticesPage(desk, view, after), countNotices(desk)]);
  const tabs = [
    { href: addressOf("open"), label: "等你看", count: open, current: view === "open" },
    { href: addressOf("done"), label: "已处理", current: view === "done" },
  ];
  const lines = rows.map((row) => lineOf(row, desk.me.today));
  return (
    <div className="grid gap-2.5 lg:max-w-4xl">
      <PageHead title="提醒" />
      <Tabs label="看哪些提醒" tabs={tabs} />
      {lines.length > 0 ? <NoticeList caption={view === "open" ? "等你看的提醒" : "已处理的提醒"} lines={lines} /> : <Empty title={nothing[view].title}>{nothing[view].words}</Empty>}
      <p className="text-sm text-ink-2">提醒只有你自己看得到。事情办好了，提醒会自己收起；处理过的留 {KEPT_DAYS} 天。</p>
      <Pager nextHref={next && addressOf(view, next)} firstHref={after && addressOf(view)} />
    </div>
  );
}
