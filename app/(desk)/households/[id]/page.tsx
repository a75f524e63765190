import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { gridsOf } from "@/lib/households/reads";
import { household } from "@/lib/households/reads-file";
import { idFrom } from "@/lib/kernel/id";
import { notePeek } from "@/lib/quizzes/acts-peeks";
import { BasicsCard } from "./basics-card";
import { BeforeKnocking } from "./before-knocking";
import { FactsCard } from "./facts-card";
import { FamilyCard } from "./family-card";
import { FileHead } from "./file-head";
import { ViewingsCard, VisitsCard } from "./visits-card";

export const metadata: Metadata = { title: "农户" };

export default async function HouseholdPage({ params }: PageProps<"/households/[id]">) {
  const desk = await openDesk();
  const id = idFrom<"household">((await params).id);
  const file = id && (await household(desk, id));
  if (!file) {
    await notePeek(desk, id);
    notFound();
  }
  const grids = file.keeps ? await gridsOf(desk, [file.village.id]) : [];
  return (
    <div className="grid gap-2.5 lg:max-w-6xl">
      <FileHead file={file} writes={mayOpen.writeVisits(desk.me) && desk.me.serves({ ...file, villageId: file.village.id })} />
      <div className="grid items-start gap-2.5 lg:grid-cols-[1fr_22rem]">
        <div className="grid min-w-0 gap-2.5">
          <BeforeKnocking file={file} />
          <FactsCard file={file} today={desk.me.today} />
          <VisitsCard file={file} />
        </div>
        <div className="grid min-w-0 gap-2.5">
          <BasicsCard file={file} grids={grids} today={desk.me.today} />
          <FamilyCard file={file} today={desk.me.today} />
          <ViewingsCard file={file} office={desk.me.is("office")} />
        </div>
      </div>
    </div>
  );
}
