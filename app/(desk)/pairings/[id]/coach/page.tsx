import { doorName } from "@/lib/visits/rules";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHead } from "@/app/_ui/page-head";
import { openDesk } from "@/lib/gate/session";
import { shortDay } from "@/lib/kernel/day";
import { idFrom } from "@/lib/kernel/id";
import { pairingAt } from "@/lib/pairings/reads";
import { linkChoices } from "@/lib/pairings/reads-coaching";
import { visitKind } from "@/lib/words/visit";
import { CoachForm } from "./coach-form";

export const metadata: Metadata = { title: "记帮带" };

export default async function CoachPage({ params }: PageProps<"/pairings/[id]/coach">) {
  const desk = await openDesk();
  const id = idFrom<"pairing">((await params).id);
  const pairing = id && (await pairingAt(desk, id));
  const mine = pairing && pairing.mentorId === desk.me.id && desk.me.is("mentor") && desk.me.mentors(pairing.menteeId);
  if (!mine || pairing.endedOn) notFound();
  const { visits, problems } = await linkChoices(desk, pairing.menteeId);
  const links = {
    visits: visits.map(({ id: value, on, kind, village, ...door }) => ({ value, label: `${shortDay(on)} ${village} ${doorName(door)} ${visitKind.label(kind)}` })),
    problems: problems.map(({ id: value, title }) => ({ value, label: title })),
  };
  return (
    <div className="grid gap-2.5 lg:max-w-2xl">
      <PageHead title="记帮带" back={{ href: `/pairings/${pairing.id}`, label: "回到结对" }} />
      <CoachForm pairingId={pairing.id} mentee={pairing.mentee} today={desk.me.today} startedOn={pairing.startedOn} links={links} />
    </div>
  );
}
