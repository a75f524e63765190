import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PhoneNotes } from "@/app/_phone/notes";
import { PageHead } from "@/app/_ui/page-head";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { hourOf } from "@/lib/kernel/calendar";
import { idFrom } from "@/lib/kernel/id";
import { notePeek } from "@/lib/quizzes/acts-peeks";
import { blankVisit } from "@/lib/visits/rules-blank";
import { formChoices } from "../form-choices";
import { VisitFormCard } from "../visit-form";

export const metadata: Metadata = { title: "记走访" };

export default async function NewVisitPage({ searchParams }: PageProps<"/visits/new">) {
  const desk = await openDesk();
  if (!mayOpen.writeVisits(desk.me)) notFound();
  const { household } = await searchParams;
  const asked = idFrom<"household">(String(household ?? ""));
  await notePeek(desk, asked);
  const choices = await formChoices(desk, asked);
  return (
    <>
      <PageHead title="记走访" back={{ href: "/visits", label: "回到走访日志" }} />
      <PhoneNotes />
      <VisitFormCard choices={choices} initial={blankVisit(choices.today, hourOf(desk.now), choices.chosen)} />
    </>
  );
}
