import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Badge } from "@/app/_ui/badge";
import { PageHead } from "@/app/_ui/page-head";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { idFrom } from "@/lib/kernel/id";
import { pairingAt, stepsOf } from "@/lib/pairings/reads";
import { hasHeld } from "@/lib/words/pairing";
import { firstOf } from "../../people/people-address";
import { spanWords, standingOf } from "../standing";
import { AgreementCard, sideOf } from "./agreement-card";
import { CoachingCard } from "./coaching-card";
import { EndingCards } from "./ending-card";
import { HistoryCard } from "./history-card";
import { MonthsCard } from "./months-card";
import { OfficeDeeds, Standing } from "./standing-card";

export const metadata: Metadata = { title: "青蓝结对" };

export default async function PairingPage({ params, searchParams }: PageProps<"/pairings/[id]">) {
  const desk = await openDesk();
  const id = idFrom<"pairing">((await params).id);
  const pairing = mayOpen.pairings(desk.me) && id ? await pairingAt(desk, id) : undefined;
  if (!pairing) notFound();
  const steps = await stepsOf(desk, pairing.id);
  const begun = hasHeld(pairing.state) && pairing.startedOn <= desk.me.today;
  const within = begun && (desk.me.is("office") || !!sideOf(desk, pairing));
  const after = idFrom<"coachingSession">(firstOf((await searchParams).after));
  return (
    <div className="grid gap-2.5">
      <PageHead title={pairing.menteeId === desk.me.id ? pairing.mentor : pairing.mentee} back={{ href: "/pairings", label: "回到青蓝结对" }} meta={<Badge {...standingOf(pairing, desk.me.today)} />}
        actions={<OfficeDeeds desk={desk} pairing={pairing} />} />
      <p className="text-ink-2">学员 {pairing.mentee} · 导师 {pairing.mentor} · <span className="whitespace-nowrap">{spanWords(pairing, desk.me.today)}</span></p>
      <div className="grid items-start gap-2.5 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-2.5">
          <Standing desk={desk} pairing={pairing} steps={steps} />
          {within && pairing.state === "ended" && <EndingCards desk={desk} pairing={pairing} />}
          {within && <CoachingCard desk={desk} pairing={pairing} after={after} />}
        </div>
        <div className="grid gap-2.5">
          {begun && <AgreementCard desk={desk} pairing={pairing} open={!pairing.endedOn} />}
          {within && <MonthsCard desk={desk} pairing={pairing} />}
          <HistoryCard pairing={pairing} steps={steps} />
        </div>
      </div>
    </div>
  );
}
