import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHead } from "@/app/_ui/page-head";
import { openDesk } from "@/lib/gate/session";
import { clockOf } from "@/lib/kernel/calendar";
import { idFrom } from "@/lib/kernel/id";
import { planVerified, type PlanVerified } from "@/lib/quizzes/reads-plans";
import { ChecksCard } from "../../../[id]/verify/checks-card";
import { HowCard } from "../../../[id]/verify/how-card";
import { hash, idValue, type Value, ValuesCard } from "../../../[id]/verify/values-card";

export const metadata: Metadata = { title: "验证计划" };

export default async function VerifyPlanPage({ params }: PageProps<"/quizzes/plans/[id]/verify">) {
  const desk = await openDesk();
  const id = idFrom<"quizPlan">((await params).id);
  const verified = desk.me.is("office", "auditor") && id ? await planVerified(desk, id) : undefined;
  if (!verified) notFound();
  const { plan, frame, secret, checks } = verified;
  const waits = plan.state === "drawn" ? undefined : plan.state === "committed" ? "抽取时公开密钥，公开以后这里再核对密钥和抽到的人。" : "这份计划取消了，没有抽取。";
  const back = desk.me.is("office") ? { href: `/quizzes/plans/${plan.id}`, label: "回到这份计划" } : { href: "/quizzes/plans", label: "回到考核计划" };
  return (
    <div className="grid gap-2.5 lg:max-w-3xl">
      <PageHead title="验证计划" back={back} />
      <ChecksCard checks={checks} waits={waits} />
      <ValuesCard values={valuesOf(verified)} />
      {frame && <HowCard href={`/quizzes/plans/${plan.id}/verify/material`} opened={secret !== undefined} what="人" />}
    </div>
  );
}

const valuesOf = ({ plan, secret, draws }: PlanVerified): Value[] => [
  idValue("计划编号", plan.id), hash("名单指纹", plan.frameHash), hash("密钥指纹", plan.secretHash),
  { label: "冻结的时间", value: clockOf(plan.committedAt) },
  ...draws.map(({ number, drawnAt, pairs }) => ({ label: "抽取", value: <>数字 <code>{number}</code> · {clockOf(drawnAt)} · {pairs?.length ?? 0} 人</> })),
  hash("密钥", secret?.secret, "密钥在抽取时公开"),
];
