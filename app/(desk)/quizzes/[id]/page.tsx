import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Badge } from "@/app/_ui/badge";
import { PageHead } from "@/app/_ui/page-head";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { idFrom } from "@/lib/kernel/id";
import { quizInFull } from "@/lib/quizzes/reads-one";
import { standingSaid } from "../standing";
import { AboutCard } from "./about-card";
import { OthersCard } from "./others-card";
import { partOf } from "./part";
import { RedrawButton } from "./redraw-card";
import { Stage } from "./stage";

export const metadata: Metadata = { title: "考核" };

export default async function QuizPage({ params }: PageProps<"/quizzes/[id]">) {
  const desk = await openDesk();
  const id = idFrom<"quiz">((await params).id);
  const full = mayOpen.quizzes(desk.me) && id ? await quizInFull(desk, id) : undefined;
  if (!full) notFound();
  const part = partOf(desk, full.quiz);
  const title = part === "examinee" ? "我的考核" : `考 ${full.names(full.quiz.examineeId)}`;
  return (
    <div className="grid gap-2.5">
      <PageHead title={title} back={{ href: "/quizzes", label: "回到考核" }} meta={<Badge {...standingSaid(full.standing)} />} actions={<RedrawButton full={full} part={part} />} />
      <div className="grid items-start gap-2.5 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 gap-2.5"><Stage desk={desk} full={full} part={part} /></div>
        <div className="grid min-w-0 gap-2.5">
          <AboutCard desk={desk} full={full} part={part} />
          <OthersCard full={full} />
        </div>
      </div>
    </div>
  );
}
