import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DialogButton } from "@/app/_ui/dialog";
import { PageHead } from "@/app/_ui/page-head";
import { openDesk } from "@/lib/gate/session";
import { idFrom } from "@/lib/kernel/id";
import { gridsOf, servingAt, servingChoices, villageAt } from "@/lib/villages/reads";
import { villageKind } from "@/lib/words/household";
import { OpenAssignmentForm } from "../assignment-forms";
import { AddGridForm, ReviseVillageCard } from "../village-forms";
import { ServingCard } from "./serving-card";

export const metadata: Metadata = { title: "村社" };

export default async function VillagePage({ params }: PageProps<"/villages/[id]">) {
  const desk = await openDesk();
  const id = idFrom<"village">((await params).id);
  const village = id && (await villageAt(desk, id));
  if (!village) notFound();
  const office = desk.me.is("office");
  const grids = await gridsOf(desk, village.id);
  const serving = await servingAt(desk, village.id);
  const { today } = desk.me;
  return (
    <div className="grid gap-3">
      <PageHead title={village.name} back={{ href: "/villages", label: "回到村社" }}
        meta={`${villageKind.label(village.kind)} · 代码 ${village.code} · ${village.visitEveryDays} 天一访`}
        actions={office && (
          <>
            <DialogButton label="安排人员" title={`给${village.name}安排人员`} variant="primary">
              <OpenAssignmentForm villageId={village.id} grids={grids} people={await servingChoices(desk)} today={today} />
            </DialogButton>
            <DialogButton label="新增网格" title={`给${village.name}新增网格`}><AddGridForm villageId={village.id} /></DialogButton>
            <DialogButton label="修改村社" title={`修改${village.name}`}><ReviseVillageCard village={village} /></DialogButton>
          </>
        )} />
      {grids.length > 0 && <p className="text-ink-2">网格：{grids.map(({ name }) => name).join("、")}</p>}
      <ServingCard title="现在" serving={serving.filter(({ endedOn }) => !endedOn)} office={office} today={today} />
      <ServingCard title="以前" serving={serving.filter(({ endedOn }) => endedOn)} office={false} today={today} />
    </div>
  );
}
