import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHead } from "@/app/_ui/page-head";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { OutboxList } from "./outbox-list";

export const metadata: Metadata = { title: "待发送" };

/** What is on this phone and not yet on the server. The server knows nothing of it: the list is the phone's own. */
export default async function OutboxPage() {
  const desk = await openDesk();
  if (!mayOpen.writeVisits(desk.me)) notFound();
  return (
    <div className="grid gap-3 lg:max-w-3xl">
      <PageHead title="待发送" back={{ href: "/", label: "回到今日" }} />
      <OutboxList me={desk.me.name} />
    </div>
  );
}
