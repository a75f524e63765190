import { LinkButton } from "@/app/_ui/button";
import type { Desk } from "@/lib/gate/desk";
import { suggestedHouseholds } from "@/lib/households/reads";
import { UnfinishedVisits } from "./unfinished-visits";
import { Wait, WaitList, WaitNothing } from "./wait-list";
import { WeekStrip } from "./week-strip";

/** 今天去谁家、哪件事到期、导师说了什么. */
export async function CadreHome({ desk }: { desk: Desk }) {
  const doors = await suggestedHouseholds(desk);
  return (
    <div className="grid gap-3 lg:max-w-4xl">
      <WeekStrip desk={desk} />
      <LinkButton href="/visits/new" variant="primary" wide className="min-h-[3.25rem]! text-lg lg:w-56 lg:justify-self-start">记走访</LinkButton>
      <UnfinishedVisits desk={desk} />
      <WaitList title="可以去看看的农户">
        {doors.length === 0 && <WaitNothing>还没有给你分包户或联村。找党建办分一下，这里就会排出先去谁家</WaitNothing>}
        {doors.map((door) => (
          <Wait key={door.id} title={`${door.village} ${door.name} 户`} verb="记走访" href={`/visits/new?household=${door.id}`} what={`${door.name} 户`}
            meta={<>{door.reason}{door.lastVisit && <span className="line-clamp-1">上次 {door.lastVisit}</span>}</>} />
        ))}
      </WaitList>
    </div>
  );
}
