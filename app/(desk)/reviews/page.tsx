import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Empty } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { Tabs } from "@/app/_ui/tabs";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { idFrom } from "@/lib/kernel/id";
import { visitInFull } from "@/lib/visits/reads-one";
import { countReviews, reviewsPage } from "@/lib/visits/reads-reviews";
import { ReviewList } from "./review-list";
import { ReviewPane } from "./review-pane";
import { askedOf, reviewsAddress, scopeTabs } from "./reviews-address";

export const metadata: Metadata = { title: "批阅" };

/** The list on the left, the one being read on the right; on the phone a row leads to the visit's own page. */
export default async function ReviewsPage({ searchParams }: PageProps<"/reviews">) {
  const desk = await openDesk();
  if (!mayOpen.review(desk.me)) notFound();
  const asked = askedOf(desk.me, await searchParams);
  const { rows, next } = await reviewsPage(desk, asked.scope, asked.after);
  const total = await countReviews(desk, asked.scope);
  const open = idFrom<"visit">(asked.visit) ?? rows[0]?.id;
  const full = open && (await visitInFull(desk, open));
  return (
    <div className="grid grid-cols-1 gap-2.5">
      <PageHead title={`待批阅（${total}）`} meta={total > 0 && "等得最久的在最前"} />
      {desk.me.is("office") && <Tabs label="看哪些" tabs={await scopeTabs(desk, asked.scope)} />}
      {rows.length === 0 && <Empty title="没有等你批阅的走访日志">学员提交后会出现在这里，48 个工作小时内看完就好</Empty>}
      <div className="grid grid-cols-1 items-start gap-2.5 lg:grid-cols-[22.5rem_1fr]">
        <div className="grid grid-cols-1 gap-2.5">
          <ReviewList rows={rows} open={open} now={desk.now} hrefOf={(visit) => reviewsAddress({ ...asked.query, visit })} />
          <Pager nextHref={next && reviewsAddress({ ...asked.query, visit: undefined, after: `${next.due.getTime()}_${next.id}` })} firstHref={asked.after && reviewsAddress({ scope: asked.scope })} />
        </div>
        {full && <ReviewPane desk={desk} full={full} />}
      </div>
    </div>
  );
}
