import { doorName } from "@/lib/visits/rules";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Badge } from "@/app/_ui/badge";
import { Card } from "@/app/_ui/card";
import { FactsList } from "@/app/_ui/facts-list";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/page-head";
import { openDesk } from "@/lib/gate/session";
import { shortDay } from "@/lib/kernel/day";
import { idFrom } from "@/lib/kernel/id";
import { parkedVisit } from "@/lib/visits/reads-parked";
import { notDone, slot } from "@/lib/words/visit";
import { standing } from "../parked-list";
import { factsOf } from "./facts";
import { ParkedChoice } from "./parked-choice";

export const metadata: Metadata = { title: "等待处理的走访" };

/** What it says and why it came here; under it, what this person may do about it. */
export default async function ParkedVisitPage({ params }: PageProps<"/parked/[id]">) {
  const desk = await openDesk();
  const id = idFrom<"visit">((await params).id);
  const parked = id && (await parkedVisit(desk, id));
  if (!parked) notFound();
  const { visit } = parked;
  const mine = parked.authorId === desk.me.id;
  return (
    <div className="grid gap-2.5 lg:max-w-3xl">
      <PageHead title="等待处理" back={mine ? { href: "/outbox", label: "回到待发送" } : { href: "/parked", label: "回到等待处理" }} meta={<Badge {...standing(parked)} />} />
      <Notice tone="warn">{mine ? parked.outcome : `${parked.author} 写好后还没发出，${parked.reason.replace("该户", "这户").replace("你", "本人")}`}</Notice>
      <Card title={`${doorName(parked)} · ${parked.village}`} aside={<span className="text-sm text-ink-2">{shortDay(visit.visitedOn)} {slot.label(visit.slot)}</span>}>
        {visit.notDone && <p className="mb-2 font-semibold text-warn">没走成：{notDone.label(visit.notDone)}</p>}
        <p className="measure whitespace-pre-wrap">{visit.account || "（没有写）"}</p>
        <FactsList className="mt-3" facts={factsOf(parked)} />
      </Card>
      <ParkedChoice desk={desk} parked={parked} />
    </div>
  );
}
