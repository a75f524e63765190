import { Card } from "@/app/_ui/card";
import { FactsList } from "@/app/_ui/facts-list";
import { Notice } from "@/app/_ui/notice";
import { clockOf } from "@/lib/kernel/calendar";
import type { PlanInFull } from "@/lib/quizzes/reads-plans";
import { Hash } from "../../[id]/hash";
import { PlanNumber } from "./plan-number";

/** Frozen, and waiting for a number; or cancelled before there was one. */
export function FrozenPlan({ full: { plan, people, examiners, by } }: { full: PlanInFull }) {
  const facts = [
    { label: "考几人", value: `${plan.size} 人，从 ${people} 人里抽` }, { label: "考官", value: examiners.join("、") },
    { label: "谁定的", value: `${by} · ${clockOf(plan.committedAt)}` },
  ];
  return (
    <div className="grid gap-2.5 lg:max-w-3xl">
      {plan.state === "cancelled" && <Notice title="这份计划取消了">没有抽取，没有人因此被考。冻结的名单和取消的原因留在台账里。</Notice>}
      <Card title="冻结的名单">
        <FactsList facts={facts} />
        <div className="mt-3 grid gap-2">
          <div><span className="text-sm text-ink-2">名单指纹</span><Hash of={plan.frameHash} /></div>
          <div><span className="text-sm text-ink-2">密钥指纹</span><Hash of={plan.secretHash} /></div>
        </div>
      </Card>
      {plan.state === "committed" && (
        <Card title="抽取">
          <p className="mb-3">名单和系统的密钥都定下来了，谁也改不了。当着大家的面把两串指纹念一遍或拍下来，再请一个人说一个数字。</p>
          <PlanNumber planId={plan.id} version={plan.version} />
        </Card>
      )}
    </div>
  );
}
