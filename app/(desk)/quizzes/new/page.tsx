import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LinkButton } from "@/app/_ui/button";
import { Empty } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { quizChoices } from "@/lib/quizzes/reads-choices";
import { firstOf } from "../../people/people-address";
import { NewQuizForm } from "./new-quiz-form";

export const metadata: Metadata = { title: "安排考核" };

export default async function NewQuizPage({ searchParams }: PageProps<"/quizzes/new">) {
  const desk = await openDesk();
  if (!mayOpen.quizOffice(desk.me)) notFound();
  const [choices, asked] = await Promise.all([quizChoices(desk), searchParams]);
  const toPeople = <LinkButton href="/people" variant="primary">看人员</LinkButton>;
  return (
    <div className="grid gap-2.5 lg:max-w-3xl">
      <PageHead title="安排考核" back={{ href: "/quizzes", label: "回到考核" }} />
      {choices.examiners.length === 0 && <Empty title="还没有联村考官" action={toPeople}>先在人员页给人加上“联村考官”的角色，再来安排。</Empty>}
      {choices.examiners.length > 0 && choices.examinees.length === 0 && <Empty title="还没有可以考的人" action={toPeople}>联村、包户或有网格的干部才有户可抽。</Empty>}
      {choices.examiners.length > 0 && choices.examinees.length > 0 && <NewQuizForm choices={choices} examineeId={firstOf(asked.examinee)} />}
    </div>
  );
}
