import type { Metadata } from "next";
import { Badge } from "@/app/_ui/badge";
import { Card } from "@/app/_ui/card";
import { DialogButton } from "@/app/_ui/dialog";
import { Empty } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { To } from "@/app/_ui/to";
import { type ExhibitionRow, exhibitionsList } from "@/lib/exhibitions/reads";
import { mayOpen } from "@/lib/gate/policy";
import { openDesk } from "@/lib/gate/session";
import { idFrom } from "@/lib/kernel/id";
import { addressOf, firstOf } from "../people/people-address";
import { ExhibitionFields } from "./exhibition-forms";
import { stateOf, whenAndWhere } from "./state-of";

export const metadata: Metadata = { title: "课题展演" };

/** Open to everybody who signs in: whoever sits in the audience may look and vote. */
export default async function ExhibitionsPage({ searchParams }: PageProps<"/exhibitions">) {
  const desk = await openDesk();
  const after = idFrom<"exhibition">(firstOf((await searchParams).after));
  const { exhibitions, next } = await exhibitionsList(desk, after);
  const plan = desk.me.is("office") && (
    <DialogButton label="筹备展演" title="筹备展演" variant="primary"><ExhibitionFields today={desk.me.today} /></DialogButton>
  );
  const back = mayOpen.topics(desk.me) ? { href: "/topics", label: "回到课题" } : undefined;
  return (
    <div className="grid gap-3">
      <PageHead title="课题展演" back={back} actions={plan} />
      {exhibitions.length === 0 && <Empty title="还没有展演" action={plan}>课题答辩以后，把做成的事演给大家看，由观众两两比着选</Empty>}
      {exhibitions.length > 0 && <Card flush><ul className="divide-y divide-line">{exhibitions.map((one) => <Line key={one.id} {...one} />)}</ul></Card>}
      <Pager nextHref={next && addressOf("/exhibitions", { after: next })} firstHref={after ? "/exhibitions" : undefined} />
    </div>
  );
}

function Line({ id, title, heldOn, venue, state }: ExhibitionRow) {
  return (
    <li>
      <To href={`/exhibitions/${id}`} className="flex min-h-tap flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 hover:bg-bg-2">
        <span className="font-semibold text-primary">{title}</span>
        <Badge {...stateOf(state)} />
        <span className="text-sm text-ink-2 max-lg:basis-full">{whenAndWhere({ heldOn, venue })}</span>
      </To>
    </li>
  );
}
