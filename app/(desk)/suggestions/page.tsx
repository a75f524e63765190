import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LinkButton } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { Empty } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { nextHomes } from "@/lib/suggestions/reads";
import { MOST_ACCEPTED } from "@/lib/suggestions/rules";
import { PlannedLine, SuggestedLine } from "./home-list";
import { Why } from "./why";

export const metadata: Metadata = { title: "下一户建议" };

export default async function SuggestionsPage() {
  const desk = await openDesk();
  if (!mayOpen.practice(desk.me)) notFound();
  const { planned, suggested, weights } = await nextHomes(desk);
  return (
    <div className="grid gap-3 lg:max-w-4xl">
      <PageHead title="下一户建议" back={{ href: "/", label: "回到今日" }} actions={<LinkButton href="/practice">练习</LinkButton>} />
      {planned.length > 0 && <Card title="说好要去的" flush><ul className="divide-y divide-line">{planned.map((home) => <PlannedLine key={home.id} home={home} />)}</ul></Card>}
      {suggested.length > 0
        ? (
          <Card title="可以去看看的农户" aside={<span className="text-sm text-ink-2">一天最多选 {MOST_ACCEPTED} 户</span>} flush>
            <ul className="divide-y divide-line">{suggested.map((home) => <SuggestedLine key={home.id} home={home} />)}</ul>
          </Card>
        )
        : planned.length === 0 && <Nobody />}
      <Why weights={weights} />
    </div>
  );
}

const Nobody = () => (
  <Empty title="现在没有可以建议的户" action={<LinkButton href="/households">看农户</LinkButton>}>
    分给你包户、联村或网格以后，这里会排出先去谁家
  </Empty>
);
