import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LinkButton } from "@/app/_ui/button";
import { Empty } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { dayAfter } from "@/lib/kernel/day";
import { daysOf, quarterOf } from "@/lib/kernel/quarter";
import { planChoices } from "@/lib/quizzes/reads-plans";
import { NewPlanForm } from "./plan-form";

export const metadata: Metadata = { title: "定考核计划" };

export default async function NewPlanPage() {
  const desk = await openDesk();
  if (!mayOpen.quizOffice(desk.me)) notFound();
  const choices = await planChoices(desk);
  const now = quarterOf(desk.me.today);
  const quarters = [now, quarterOf(dayAfter(daysOf(now).until, 0))];
  const enough = choices.examinees.length > 0 && choices.examiners.length > 0;
  return (
    <div className="grid gap-2.5 lg:max-w-4xl">
      <PageHead title="定考核计划" back={{ href: "/quizzes/plans", label: "回到考核计划" }} />
      {enough && <NewPlanForm choices={choices} quarters={quarters} />}
      {!enough && (
        <Empty title={choices.examiners.length === 0 ? "还没有联村考官" : "还没有可以考的人"} action={<LinkButton href="/people" variant="primary">看人员</LinkButton>}>
          考官要有“联村考官”角色；联村、包户或有网格的干部才有户可抽。
        </Empty>
      )}
    </div>
  );
}
