import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Badge } from "@/app/_ui/badge";
import { LinkButton } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { classes } from "@/app/_ui/classes";
import { PageHead } from "@/app/_ui/page-head";
import { exhibitionAt, stageOf } from "@/lib/exhibitions/reads";
import { openDesk } from "@/lib/gate/session";
import { idFrom } from "@/lib/kernel/id";
import { stateOf, whenAndWhere } from "../state-of";
import { Preparing } from "./preparing";
import { ResultsCard } from "./results-card";
import { Stage } from "./stage";
import { VoteCard } from "./vote-card";

/** The office has something to do, or to throw on the wall. */
const besideIt = "lg:grid-cols-[minmax(0,1fr)_22rem] 2xl:grid-cols-[minmax(0,1fr)_34rem]";

export const metadata: Metadata = { title: "课题展演" };

export default async function ExhibitionPage({ params }: PageProps<"/exhibitions/[id]">) {
  const desk = await openDesk();
  const id = idFrom<"exhibition">((await params).id);
  const exhibition = id && (await exhibitionAt(desk, id));
  if (!exhibition) notFound();
  const { title, heldOn, venue, state } = exhibition;
  const stage = await stageOf(desk, exhibition.id);
  const office = desk.me.is("office");
  const votes = state === "voting" && !desk.me.is("admin", "auditor");
  return (
    <div className="grid gap-3">
      <PageHead title={title} back={{ href: "/exhibitions", label: "回到课题展演" }} meta={<Badge {...stateOf(state)} />}
        actions={votes && <LinkButton variant="primary" className="no-print" href={`/exhibitions/${exhibition.id}/vote`}>去投票</LinkButton>} />
      <p className="text-ink-2">{whenAndWhere({ heldOn, venue })}</p>
      <div className={classes("grid grid-cols-1 items-start gap-3", office && state !== "closed" ? besideIt : "lg:max-w-4xl")}>
        <div className="grid gap-3">
          {state === "closed" && <ResultsCard stage={stage} />}
          <Card title="节目" aside={<span className="text-sm text-ink-2">按出场顺序</span>} flush>
            <Stage stage={stage} editable={office && state === "preparing"} />
          </Card>
        </div>
        {office && state === "preparing" && <Preparing desk={desk} exhibition={exhibition} stage={stage} />}
        {office && state === "voting" && <VoteCard desk={desk} exhibition={exhibition} />}
      </div>
    </div>
  );
}
