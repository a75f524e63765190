import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card } from "@/app/_ui/card";
import { FactsList } from "@/app/_ui/facts-list";
import { PageHead } from "@/app/_ui/page-head";
import { To } from "@/app/_ui/to";
import { openDesk } from "@/lib/gate/session";
import { dayOf, daysBetween, timeOf } from "@/lib/kernel/calendar";
import { shortDay } from "@/lib/kernel/day";
import { idFrom } from "@/lib/kernel/id";
import { problem, type ProblemInFull } from "@/lib/problems/reads";
import { isOpen } from "@/lib/problems/rules";
import { topicChip, visitKind } from "@/lib/words/visit";
import { ProblemBadge } from "../problem-list";

export const metadata: Metadata = { title: "问题" };

export default async function ProblemPage({ params }: PageProps<"/problems/[id]">) {
  const desk = await openDesk();
  const id = idFrom<"problem">((await params).id);
  const found = id && (await problem(desk, id));
  if (!found) notFound();
  const days = daysBetween(dayOf(found.raisedAt), desk.me.today);
  return (
    <div className="grid gap-2.5 lg:max-w-4xl">
      <PageHead title="问题" back={{ href: "/problems", label: "回到问题列表" }} />
      <Card>
        <p className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="text-lg font-semibold">{found.title}</span>
          <ProblemBadge state={found.state} />
          {isOpen(found.state) && days > 0 && <span className="text-sm text-ink-2">登记到今天 {days} 天</span>}
        </p>
        <FactsList columns={2} facts={[
          { label: "村社", value: found.village },
          { label: "农户", value: <Household found={found} /> },
          { label: "类别", value: topicChip.label(found.topic) },
          { label: "从哪来", value: <Source found={found} /> },
          { label: "登记人", value: found.raisedBy },
          { label: "登记时间", value: `${dayOf(found.raisedAt)} ${timeOf(found.raisedAt)}` },
        ]} />
      </Card>
    </div>
  );
}

function Household({ found }: { found: ProblemInFull }) {
  if (found.householdId) return <To href={`/households/${found.householdId}`} className="link">{found.maskedName} 户（户号 {found.code}）</To>;
  return found.concernsHousehold ? "户的信息只对联系这一户的人和党建办开放" : "不涉及某一户";
}

function Source({ found }: { found: ProblemInFull }) {
  if (found.visitId && found.visitedOn && found.visitKind)
    return <To href={`/visits/${found.visitId}`} className="link">{shortDay(found.visitedOn)} {visitKind.label(found.visitKind)}</To>;
  return found.cameOfVisit ? "一次走访（日志通过批阅后，联村的人能看到）" : "直接登记";
}
