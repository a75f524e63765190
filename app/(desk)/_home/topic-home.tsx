import { LinkButton } from "@/app/_ui/button";
import { recusedAmong } from "@/lib/defences/reads-relations";
import type { Desk } from "@/lib/gate/desk";
import { spokenDay } from "@/lib/kernel/day";
import { scoringWaits, topicAsks, type TopicAsk } from "@/lib/topics/reads-home";
import { QuietUnlessVote } from "./vote-home";
import { Wait, WaitList } from "./wait-list";

const SHOWN = 3;
const all = <LinkButton href="/topics" variant="quiet" size="row">看全部课题</LinkButton>;

/** What my 课题组 asks of me, and nothing at all where nobody works with me on one. */
export async function TopicHome({ desk }: { desk: Desk }) {
  const asks = await topicAsks(desk);
  if (asks.length === 0) return null;
  return (
    <div className={desk.me.is("cadre") && !desk.me.is("mentor") ? "lg:max-w-4xl" : undefined}>
      <WaitList title="我的课题" aside={asks.length > SHOWN && all}>
        {asks.slice(0, SHOWN).map((ask) => (
          <Wait key={ask.key} title={ask.title} verb={ask.question ? "答复提问" : "看课题"} what={ask.title} href={`/topics/${ask.topicId}${ask.question ? "/defence" : ""}`} meta={<Meta ask={ask} />} />
        ))}
      </WaitList>
    </div>
  );
}

function Meta({ ask: { question, what, stands } }: { ask: TopicAsk }) {
  const late = stands?.tone === "warn" || stands?.tone === "danger";
  return (
    <>
      <span className="line-clamp-2">{question ? `答辩提问：${what}` : `下一件：${what}`}</span>
      {stands && <span className={late ? (stands.tone === "danger" ? "text-danger" : "text-warn") : undefined}>{late && "▲ "}{stands.words}</span>}
    </>
  );
}

/** 答辩等你评分: first of all on the day. Whoever has to stand back is not asked. */
export async function JudgeHome({ desk }: { desk: Desk }) {
  const open = await scoringWaits(desk);
  const waits = [];
  for (const defence of open) if ((await recusedAmong(desk, defence.topicId, defence.heldOn, [desk.me.id])).size === 0) waits.push(defence);
  if (waits.length === 0) return judgesOnly(desk) ? <QuietUnlessVote desk={desk} /> : null;
  return (
    <WaitList title="答辩等你评分">
      {waits.map(({ id, topicId, title, heldOn }) => (
        <Wait key={id} title={title} verb="去评分" what={title} href={`/topics/${topicId}/defence`} meta={`${spokenDay(heldOn)}答辩`} />
      ))}
    </WaitList>
  );
}

/** For whom no other home says that nothing waits. */
const judgesOnly = ({ me }: Desk): boolean => me.topicIds.length === 0 && me.roles.every((role) => role === "judge" || role === "examiner");
