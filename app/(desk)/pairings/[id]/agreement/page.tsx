import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHead } from "@/app/_ui/page-head";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { idFrom } from "@/lib/kernel/id";
import { pairingAt } from "@/lib/pairings/reads";
import { agreementOf } from "@/lib/pairings/reads-agreement";
import { PrintButton } from "./print-button";
import { Sheet } from "./sheet";

export const metadata: Metadata = { title: "结对协议" };

export default async function AgreementPage({ params }: PageProps<"/pairings/[id]/agreement">) {
  const desk = await openDesk();
  const id = idFrom<"pairing">((await params).id);
  const pairing = mayOpen.pairings(desk.me) && id ? await pairingAt(desk, id) : undefined;
  const agreement = pairing && (await agreementOf(desk, pairing.id));
  if (!agreement) notFound();
  return (
    <div className="grid gap-2.5 lg:max-w-3xl">
      <div className="no-print">
        <PageHead title="打印协议" back={{ href: `/pairings/${pairing.id}`, label: "回到结对" }} meta="一张 A4" actions={<PrintButton />} />
      </div>
      <Sheet pairing={pairing} agreement={agreement} />
    </div>
  );
}
