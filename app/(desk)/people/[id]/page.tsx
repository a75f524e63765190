import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Badge } from "@/app/_ui/badge";
import { DialogButton } from "@/app/_ui/dialog";
import { PageHead } from "@/app/_ui/page-head";
import { openDesk } from "@/lib/gate/session";
import { idFrom } from "@/lib/kernel/id";
import { personAt } from "@/lib/people/reads";
import { SkillsCard } from "../skills-card";
import { AccountCard } from "./account-card";
import { AboutCard, BondsCard, PlacesCard, VisitsCard } from "./person-cards";
import { LeaveCard, ReviseForm } from "./person-deeds";

export const metadata: Metadata = { title: "人员" };

export default async function PersonPage({ params }: PageProps<"/people/[id]">) {
  const desk = await openDesk();
  const id = idFrom<"person">((await params).id);
  const person = id && (await personAt(desk, id));
  if (!person) notFound();
  const office = desk.me.is("office") && !person.leftOn;
  return (
    <div className="grid gap-3">
      <PageHead title={person.name} back={{ href: "/people", label: "回到人员" }} meta={person.leftOn && <Badge tone="neutral" shape="dash">{person.leftOn} 离岗</Badge>}
        actions={office && (
          <>
            <DialogButton label="修改资料" title={`修改 ${person.name} 的资料`}><ReviseForm person={person} /></DialogButton>
            {person.id !== desk.me.id && <DialogButton label="办理离岗" title={`办理 ${person.name} 离岗`} variant="danger"><LeaveCard person={person} /></DialogButton>}
          </>
        )} />
      <div className="grid items-start gap-3 lg:grid-cols-2">
        <AboutCard person={person} />
        <SkillsCard desk={desk} person={person} />
        <BondsCard desk={desk} person={person} />
        <PlacesCard desk={desk} person={person} />
        <VisitsCard desk={desk} person={person} />
        <AccountCard desk={desk} person={person} />
      </div>
    </div>
  );
}
