import { LinkButton } from "@/app/_ui/button";
import type { Desk } from "@/lib/gate/desk";
import { NextHomes } from "./next-homes";
import { UnfinishedVisits } from "./unfinished-visits";
import { WeekStrip } from "./week-strip";

/** 今天去谁家、哪件事到期、导师说了什么. */
export function CadreHome({ desk }: { desk: Desk }) {
  return (
    <div className="grid gap-3 lg:max-w-4xl">
      <WeekStrip desk={desk} />
      <LinkButton href="/visits/new" variant="primary" wide className="min-h-[3.25rem]! text-lg lg:w-56 lg:justify-self-start">记走访</LinkButton>
      <UnfinishedVisits desk={desk} />
      <NextHomes desk={desk} />
    </div>
  );
}
