import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHead } from "@/app/_ui/page-head";
import { openDesk } from "@/lib/gate/session";
import { idFrom } from "@/lib/kernel/id";
import { visitInFull } from "@/lib/visits/reads-one";
import { sentRemarks } from "@/lib/visits/reads-remarks";
import { visitKind } from "@/lib/words/visit";
import { StateBadge } from "../visit-list";
import { VisitBody } from "../visit-body";
import { VisitDeeds } from "../visit-deeds";
import { VisitHistory } from "../visit-history";

export const metadata: Metadata = { title: "走访日志" };

export default async function VisitPage({ params }: PageProps<"/visits/[id]">) {
  const desk = await openDesk();
  const id = idFrom<"visit">((await params).id);
  const full = id && (await visitInFull(desk, id));
  if (!full) notFound();
  const { visit } = full;
  const remarks = await sentRemarks(desk, visit.id);
  return (
    <div className="grid gap-2.5 lg:max-w-5xl">
      <PageHead title={`${visitKind.label(visit.kind)}日志`} back={{ href: "/visits", label: "回到走访日志" }} meta={<StateBadge visit={visit} now={desk.now} />} />
      <div className="grid items-start gap-2.5 lg:grid-cols-[1fr_20rem]">
        <div className="grid gap-2.5">
          <VisitBody full={full} mine={visit.authorId === desk.me.id} remarks={remarks} />
          <VisitDeeds desk={desk} full={full} />
        </div>
        <VisitHistory full={full} />
      </div>
    </div>
  );
}
