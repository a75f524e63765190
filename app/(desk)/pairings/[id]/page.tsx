import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Badge } from "@/app/_ui/badge";
import { PageHead } from "@/app/_ui/page-head";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { idFrom } from "@/lib/kernel/id";
import { pairingAt, stepsOf } from "@/lib/pairings/reads";
import { hasHeld, spanOf } from "@/lib/pairings/rules";
import { standingOf } from "../standing";
import { AgreementCard } from "./agreement-card";
import { HistoryCard } from "./history-card";
import { OfficeDeeds, Standing } from "./standing-card";

export const metadata: Metadata = { title: "青蓝结对" };

export default async function PairingPage({ params }: PageProps<"/pairings/[id]">) {
  const desk = await openDesk();
  const id = idFrom<"pairing">((await params).id);
  const pairing = mayOpen.pairings(desk.me) && id ? await pairingAt(desk, id) : undefined;
  if (!pairing) notFound();
  const begun = hasHeld(pairing.state) && pairing.startedOn <= desk.me.today;
  const steps = await stepsOf(desk, pairing.id);
  return (
    <div className="grid gap-2.5">
      <PageHead title={`${pairing.mentee} · 导师 ${pairing.mentor}`} back={{ href: "/pairings", label: "回到青蓝结对" }} meta={<Badge {...standingOf(pairing, desk.me.today)} />}
        actions={<OfficeDeeds desk={desk} pairing={pairing} />} />
      <p className="text-ink-2">{spanOf(pairing)}</p>
      <div className="grid items-start gap-2.5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid gap-2.5">
          <Standing desk={desk} pairing={pairing} steps={steps} />
          {begun && <AgreementCard desk={desk} pairing={pairing} open={!pairing.endedOn} />}
        </div>
        <HistoryCard pairing={pairing} steps={steps} />
      </div>
    </div>
  );
}
