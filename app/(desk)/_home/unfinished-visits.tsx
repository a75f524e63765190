import type { Desk } from "@/lib/gate/desk";
import { myDrafts, returnedToMe } from "@/lib/dashboard/reads";
import { shortDay } from "@/lib/kernel/day";
import { visitKind } from "@/lib/words/visit";
import { FileCount } from "./file-count";
import { ParkedWaits } from "./parked-waits";
import { doorName, Wait, WaitList } from "./wait-list";

/** What came back from the mentor, with the words that came with it, and what was begun and not handed in. */
export async function UnfinishedVisits({ desk }: { desk: Desk }) {
  const [returned, drafts] = await Promise.all([returnedToMe(desk), myDrafts(desk)]);
  return (
    <>
      <ParkedWaits desk={desk} />
      <FileCount desk={desk} />
      {returned.length > 0 && (
        <WaitList title="导师请你补充">
          {returned.map((visit) => (
            <Wait key={visit.id} title={titleOf(visit)} verb="补充日志" href={`/visits/${visit.id}/edit`} what={`${titleOf(visit)} ${whenOf(visit)}`}
              meta={<>{whenOf(visit)}<span className="block text-ink">{visit.reviewer}想多了解一点：“{visit.note}”</span></>} />
          ))}
        </WaitList>
      )}
      {drafts.length > 0 && (
        <WaitList title="还没交的草稿">
          {drafts.map((visit) => (
            <Wait key={visit.id} title={titleOf(visit)} verb="接着写" href={`/visits/${visit.id}/edit`} what={`${titleOf(visit)} ${whenOf(visit)}`}
              meta={<>{whenOf(visit)}<span className="line-clamp-1">{visit.account || "还没写谈了什么"}</span></>} />
          ))}
        </WaitList>
      )}
    </>
  );
}

type Unfinished = Pick<Awaited<ReturnType<typeof myDrafts>>[number], "visitedOn" | "kind" | "village" | "maskedName" | "firm">;

const titleOf = (visit: Unfinished): string => `${visit.village} ${doorName(visit)}`;
const whenOf = (visit: Unfinished): string => `${shortDay(visit.visitedOn)} ${visitKind.label(visit.kind)}`;
