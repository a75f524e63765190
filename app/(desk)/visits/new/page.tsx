import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHead } from "@/app/_ui/page-head";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { idFrom } from "@/lib/kernel/id";
import { blankVisit, formChoices } from "../form-choices";
import { VisitFormCard } from "../visit-form";

export const metadata: Metadata = { title: "记走访" };

export default async function NewVisitPage({ searchParams }: PageProps<"/visits/new">) {
  const desk = await openDesk();
  if (!mayOpen.writeVisits(desk.me)) notFound();
  const { household } = await searchParams;
  const choices = await formChoices(desk, idFrom<"household">(String(household ?? "")));
  return (
    <>
      <PageHead title="记走访" back={{ href: "/visits", label: "回到走访日志" }} />
      <VisitFormCard choices={choices} initial={blankVisit(desk, choices)} />
    </>
  );
}
