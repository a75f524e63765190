import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LinkButton } from "@/app/_ui/button";
import { Empty } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { dealCard } from "@/lib/practice/acts-deal";
import { hasPractised } from "@/lib/practice/reads";
import { Over } from "./over";
import { Practice } from "./practice";

export const metadata: Metadata = { title: "练习" };

/** Whose household and what is asked: the answer is not on this page, nor in anything it was made from. */
export default async function PracticePage() {
  const desk = await openDesk();
  if (!mayOpen.practice(desk.me)) notFound();
  const card = await dealCard(desk);
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-3 lg:mx-0">
      <PageHead title="练习" back={{ href: "/", label: "回到今日" }} />
      {card ? <Practice first={card} /> : (await hasPractised(desk)) ? <Over /> : <NothingYet />}
    </div>
  );
}

const NothingYet = () => (
  <Empty title="还没有可以练的" action={<LinkButton href="/households">看农户</LinkButton>}>
    分给你的户记下了家庭成员、收入来源、生活难题或找门说明，这里就会一张一张问你
  </Empty>
);
