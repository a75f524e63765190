import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card } from "@/app/_ui/card";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/page-head";
import { openDesk } from "@/lib/gate/session";
import { idFrom } from "@/lib/kernel/id";
import { inputOf, visitInFull } from "@/lib/visits/reads-one";
import { sentRemarks } from "@/lib/visits/reads-remarks";
import { mayMove } from "@/lib/visits/rules";
import { AccountText } from "../../account-text";
import { formChoices } from "../../form-choices";
import { VisitFormCard } from "../../visit-form";

export const metadata: Metadata = { title: "补充走访日志" };

export default async function EditVisitPage({ params }: PageProps<"/visits/[id]/edit">) {
  const desk = await openDesk();
  const id = idFrom<"visit">((await params).id);
  const full = id && (await visitInFull(desk, id));
  if (!full || full.visit.authorId !== desk.me.id || !mayMove(full.visit.state, "save")) notFound();
  const { visit } = full;
  const choices = await formChoices(desk, visit.householdId ?? undefined);
  const remarks = await sentRemarks(desk, visit.id);
  const asked = visit.state === "returned" ? full.steps.findLast((step) => step.to === "returned") : undefined;
  return (
    <div className="grid gap-2.5">
      <PageHead title={visit.state === "returned" ? "补充日志" : "接着写"} back={{ href: `/visits/${visit.id}`, label: "回到这条日志" }} />
      <VisitFormCard choices={choices} initial={inputOf(full)} asked={<>
        {asked && <Notice tone="warn" title={`${asked.actor}想多了解一点`}>{`“${asked.note}”`}</Notice>}
        {remarks.length > 0 && <Card title="导师的批注"><AccountText text={full.account} remarks={remarks} /></Card>}
      </>} />
    </div>
  );
}
