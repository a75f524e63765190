import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Empty } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { countParked, parkedPage } from "@/lib/visits/reads-parked";
import { momentFrom, momentText } from "../moment-cursor";
import { ParkedList } from "./parked-list";

export const metadata: Metadata = { title: "等待处理的走访" };

/** Visits whose author lost the door before they arrived: whoever has it now, or the office, takes them in or says why not. */
export default async function ParkedPage({ searchParams }: PageProps<"/parked">) {
  const desk = await openDesk();
  if (!mayOpen.parked(desk.me)) notFound();
  const after = momentFrom<"visit">((await searchParams).after);
  const [{ rows, next }, total] = await Promise.all([parkedPage(desk, after), countParked(desk)]);
  return (
    <div className="grid gap-2.5">
      <PageHead title="等待处理" back={{ href: "/", label: "回到今日" }} />
      {rows.length > 0 && <ParkedList rows={rows} />}
      {rows.length === 0 && <Empty title="没有等待处理的走访">有人写好走访还没发出，户就移交了：那一条会先存在系统里，转交给你后出现在这里。</Empty>}
      <Pager nextHref={next && `/parked?after=${momentText(next)}`} firstHref={after && "/parked"}>{rows.length > 0 && `共 ${total} 条`}</Pager>
    </div>
  );
}
