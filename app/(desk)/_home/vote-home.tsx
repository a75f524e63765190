import { votesWaiting } from "@/lib/exhibitions/reads-home";
import type { Desk } from "@/lib/gate/desk";
import { QuietHome } from "./quiet-home";
import { Wait, WaitList } from "./wait-list";

/** 观众投票, for as long as it runs and one has not voted: an evening, not a list. */
export async function VoteHome({ desk }: { desk: Desk }) {
  const votes = await votesWaiting(desk);
  if (votes.length === 0) return null;
  return (
    <WaitList title="正在投票">
      {votes.map(({ id, title, venue }) => <Wait key={id} title={title} verb="去投票" what={title} href={`/exhibitions/${id}/vote`} meta={venue || "课题展演"} />)}
    </WaitList>
  );
}

/** Nothing waits, unless a vote does. */
export const QuietUnlessVote = async ({ desk }: { desk: Desk }) => ((await votesWaiting(desk)).length > 0 ? null : <QuietHome />);
