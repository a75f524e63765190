import { EmptyFilter } from "@/app/_ui/empty";
import { PageHead } from "@/app/_ui/page-head";
import { To } from "@/app/_ui/to";
import { talksDue } from "@/lib/dashboard/reads-pairs";
import type { Desk } from "@/lib/gate/desk";
import { openPairings } from "@/lib/pairings/reads";
import { PairingList } from "./pairing-list";

/** 本月未帮带: what the home's number counts, named, with the way back to all of them. */
export async function Uncoached({ desk }: { desk: Desk }) {
  const pairings = await openPairings(desk, { uncoached: true });
  if (pairings.length === 0)
    return <div className="grid gap-3"><PageHead title="青蓝结对" /><EmptyFilter text="每一对这个月都有帮带记录，或者写了上个月的评价" clearHref="/pairings" /></div>;
  return (
    <div className="grid gap-3">
      <PageHead title="青蓝结对" meta={`本月未帮带 ${pairings.length} 对`} />
      <p className="flex flex-wrap items-center gap-x-3 text-ink-2">
        这个月没有帮带记录，上个月的评价也没有写
        <To href="/pairings" className="link inline-flex min-h-tap items-center lg:min-h-row">看全部结对</To>
      </p>
      <PairingList pairings={pairings} silent={await talksDue(desk)} today={desk.me.today} />
    </div>
  );
}
