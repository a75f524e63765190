import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Badge } from "@/app/_ui/badge";
import { LinkButton } from "@/app/_ui/button";
import { PageHead } from "@/app/_ui/page-head";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { idFrom } from "@/lib/kernel/id";
import { quarterFrom, spokenQuarter } from "@/lib/kernel/quarter";
import { planInFull } from "@/lib/quizzes/reads-plans";
import { planSaid } from "../plan-said";
import { CancelPlan } from "./cancel-plan";
import { DrawnPlan } from "./drawn-plan";
import { FrozenPlan } from "./frozen-plan";

export const metadata: Metadata = { title: "考核计划" };

export default async function PlanPage({ params }: PageProps<"/quizzes/plans/[id]">) {
  const desk = await openDesk();
  const id = idFrom<"quizPlan">((await params).id);
  const full = mayOpen.quizOffice(desk.me) && id ? await planInFull(desk, id) : undefined;
  if (!full) notFound();
  const { plan } = full;
  const frozen = plan.state === "committed";
  const actions = frozen ? <CancelPlan planId={plan.id} version={plan.version} /> : <LinkButton href={`/quizzes/plans/${plan.id}/verify`}>验证抽取</LinkButton>;
  return (
    <div className="grid gap-2.5">
      <PageHead title={spokenQuarter(quarterFrom(plan.quarter)!)} back={{ href: "/quizzes/plans", label: "回到考核计划" }} meta={<Badge {...planSaid(plan.state)} />} actions={actions} />
      {plan.state === "drawn" ? <DrawnPlan desk={desk} full={full} /> : <FrozenPlan full={full} />}
    </div>
  );
}
