import { doorName } from "@/lib/visits/rules";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LockCard } from "@/app/_phone/lock-card";
import { PhoneNotes } from "@/app/_phone/notes";
import { PageHead } from "@/app/_ui/page-head";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { myParked } from "@/lib/visits/reads-parked";
import { KeptThere } from "./kept-there";
import { OutboxList } from "./outbox-list";
import { RescueCard } from "./rescue-card";

export const metadata: Metadata = { title: "待发送" };

/** What is on this phone and not yet on the server. The server knows nothing of it: the list is the phone's own. */
export default async function OutboxPage() {
  const desk = await openDesk();
  if (!mayOpen.outbox(desk.me)) notFound();
  const kept = await myParked(desk);
  return (
    <div className="grid gap-3 lg:max-w-3xl">
      <PageHead title="待发送" back={{ href: "/", label: "回到今日" }} />
      <PhoneNotes onOutbox />
      <OutboxList me={desk.me.name} writes={mayOpen.writeVisits(desk.me)} />
      <KeptThere kept={kept.map((one) => ({ id: one.id, door: `${doorName(one)} · ${one.village}`, outcome: one.outcome }))} />
      <LockCard once examines={!mayOpen.writeVisits(desk.me)} />
      <RescueCard />
    </div>
  );
}
