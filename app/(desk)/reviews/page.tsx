import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Empty } from "@/app/_ui/empty";
import { LinkButton } from "@/app/_ui/button";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { Tabs } from "@/app/_ui/tabs";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { absencesNow } from "@/lib/visits/reads-absences";
import { countReviews, reviewsPage } from "@/lib/visits/reads-reviews";
import { Absences } from "./absences";
import { deskOf } from "./desk-of";
import { ReviewDesk } from "./review-desk";
import { askedOf, reviewsAddress, scopeTabs } from "./reviews-address";

export const metadata: Metadata = { title: "批阅" };

/** 有几篇没看: what waits, the one being read, and what is known of that door; see review-desk.tsx for the rest. */
export default async function ReviewsPage({ searchParams }: PageProps<"/reviews">) {
  const desk = await openDesk();
  if (!mayOpen.review(desk.me)) notFound();
  const asked = askedOf(desk.me, await searchParams);
  const [{ rows, next }, total, absences] = await Promise.all([reviewsPage(desk, asked.scope, asked.after), countReviews(desk, asked.scope), absencesNow(desk)]);
  const given = await deskOf(desk, { rows, absences, asked });
  const times = <LinkButton variant="quiet" size="row" href="/reviews/times">批阅用时</LinkButton>;
  const title = <PageHead title={`待批阅（${total}）`} meta={total > 0 && "等得最久的在最前"} actions={<>{times}<Absences desk={desk} absences={absences} /></>} />;
  const head = desk.me.is("office") && <Tabs label="看哪些" tabs={await scopeTabs(desk, asked.scope)} />;
  if (given.lines.length === 0)
    return <div className="grid grid-cols-1 gap-2.5">{title}{head}<Empty title="没有等你批阅的走访日志">学员提交后会出现在这里，48 个工作小时内看完就好</Empty></div>;
  const nextHref = next && reviewsAddress({ ...asked.query, visit: undefined, after: `${next.due.getTime()}_${next.id}` });
  const more = <Pager nextHref={nextHref} firstHref={asked.after && reviewsAddress({ scope: asked.scope })} />;
  return <ReviewDesk key={given.base} {...given} title={title} head={head} more={more} />;
}
