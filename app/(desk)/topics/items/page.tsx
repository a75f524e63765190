import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card } from "@/app/_ui/card";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/page-head";
import { openDesk } from "@/lib/gate/session";
import { itemsKept } from "@/lib/topics/reads-gates";
import { gate } from "@/lib/words/topic";
import { Press } from "../../pairings/press";
import { retireGateItem } from "../actions";
import { AddItem } from "./add-item";

export const metadata: Metadata = { title: "节点清单" };

export default async function GateItemsPage() {
  const desk = await openDesk();
  if (!desk.me.is("office")) notFound();
  const items = (await itemsKept(desk)).filter(({ retiredOn }) => !retiredOn);
  return (
    <div className="grid gap-2.5">
      <PageHead title="节点清单" back={{ href: "/topics", label: "回到课题" }} meta="过节点以前要勾完的事，全镇的课题一样" />
      {items.length === 0 && <Notice title="镇里还没有节点清单">给每个节点写两三条要办完的事。没有清单的节点，党建办可以直接移过去。</Notice>}
      <div className="grid items-start gap-2.5 lg:grid-cols-2">
        {gate.values.map((at) => {
          const here = items.filter((item) => item.gate === at);
          return (
            <Card key={at} title={`${gate.label(at)}（${here.length}）`} flush aside={<AddItem at={at} />}>
              {here.length === 0 && <p className="px-3 py-2 text-ink-2">没有要勾的事</p>}
              <ul className="divide-y divide-line">
                {here.map(({ id, words }) => (
                  <li key={id} className="flex min-h-row flex-wrap items-center gap-x-3 px-3">
                    <span className="min-w-0 flex-1">{words}</span>
                    <Press send={retireGateItem} input={{ itemId: id }} size="row" variant="quiet" label={`去掉这一条：${words}`}>去掉这一条</Press>
                  </li>
                ))}
              </ul>
            </Card>
          );
        })}
      </div>
    </div>
  );
}
