import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DialogButton } from "@/app/_ui/dialog";
import { Empty } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { talksDue } from "@/lib/dashboard/reads-pairs";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { idFrom } from "@/lib/kernel/id";
import { endedPairings, mentorChoices, openPairings, type PairingRow, unpairedCadres } from "@/lib/pairings/reads";
import { YearBanner } from "../calendar/year-banner";
import { firstOf } from "../people/people-address";
import { EndedPairings } from "./ended-pairings";
import { PairingForm } from "./pairing-forms";
import { PairingList } from "./pairing-list";
import { Uncoached } from "./uncoached";
import { Unpaired } from "./unpaired";

export const metadata: Metadata = { title: "青蓝结对" };

export default async function PairingsPage({ searchParams }: PageProps<"/pairings">) {
  const desk = await openDesk();
  if (!mayOpen.pairings(desk.me)) notFound();
  const params = await searchParams;
  const after = idFrom<"pairing">(firstOf(params.after));
  const office = desk.me.is("office");
  if (office && firstOf(params.show) === "uncoached") return <Uncoached desk={desk} />;
  const open = await openPairings(desk);
  const mentors = office ? await mentorChoices(desk) : [];
  const unpaired = desk.me.is("office", "leader") ? await unpairedCadres(desk) : [];
  const form = office && unpaired.length > 0 && (
    <DialogButton label="新增结对" title="新增结对" variant="primary"><PairingForm mentees={unpaired} mentors={mentors} today={desk.me.today} /></DialogButton>
  );
  return (
    <div className="grid gap-3">
      <PageHead title="青蓝结对" meta={countWords(open)} actions={form} />
      <YearBanner desk={desk} />
      <Unpaired cadres={unpaired} mentors={mentors} office={office} today={desk.me.today} />
      {open.length === 0 && <Empty title="还没有结对">{office ? "青年干部由一名业务骨干带。先在人员页给业务骨干加上“导师”角色" : "党建办结对以后，会出现在这里"}</Empty>}
      {open.length > 0 && <PairingList pairings={open} silent={await talksDue(desk)} today={desk.me.today} />}
      <EndedPairings ended={await endedPairings(desk, after)} paged={!!after} />
    </div>
  );
}

function countWords(open: readonly PairingRow[]): string {
  const waiting = open.filter(({ state }) => state === "proposed").length;
  return `${open.length - waiting} 对在带${waiting > 0 ? ` · ${waiting} 份提议等答复` : ""}`;
}
