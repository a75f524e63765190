import { Badge } from "@/app/_ui/badge";
import { LinkButton } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { Pager } from "@/app/_ui/pager";
import { To } from "@/app/_ui/to";
import type { Desk } from "@/lib/gate/desk";
import { shortDay } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import type { PairingRow } from "@/lib/pairings/reads";
import { coachingPage, type CoachingSession, countCoaching } from "@/lib/pairings/reads-coaching";
import { coachingMethod } from "@/lib/words/pairing";
import { sideOf } from "./agreement-card";
import { LearnedButton } from "./learned-form";

type Props = { desk: Desk; pairing: PairingRow; after: Id<"coachingSession"> | undefined };

/** 帮带记录, latest first; the mentee's own lines stand under the mentor's. */
export async function CoachingCard({ desk, pairing, after }: Props) {
  const [{ sessions, next }, total] = await Promise.all([coachingPage(desk, pairing.id, after), countCoaching(desk, pairing.id)]);
  const side = sideOf(desk, pairing);
  const writes = side === "mentor" && !pairing.endedOn;
  const here = `/pairings/${pairing.id}`;
  return (
    <Card title={<span id="coaching">帮带记录{total > 0 && `（${total}）`}</span>} flush aside={writes && <LinkButton href={`${here}/coach`} variant="primary" size="row">记帮带</LinkButton>}>
      {total === 0 && <p className="p-3 text-ink-2">{writes ? "还没有帮带记录。聊过一次就点“记帮带”，半分钟记完。" : "还没有帮带记录。导师记下以后会出现在这里。"}</p>}
      <ol className="divide-y divide-line">{sessions.map((session) => <Session key={session.id} session={session} mine={side === "mentee"} />)}</ol>
      <div className="px-3 empty:hidden">
        <Pager nextHref={next && `${here}?after=${next}#coaching`} firstHref={after ? `${here}#coaching` : undefined} />
      </div>
    </Card>
  );
}

function Session({ session, mine }: { session: CoachingSession; mine: boolean }) {
  const { id, heldOn, method, topic, account, reverse, visit, problem, learned, nextStep } = session;
  return (
    <li className="grid gap-1 px-3 py-2">
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="text-sm whitespace-nowrap text-ink-2">{shortDay(heldOn)}</span>
        <b className="font-semibold">{topic}</b>
        <span className="text-sm text-ink-2">{coachingMethod.label(method)}</span>
        {reverse && <Badge tone="info" shape="disc">以新促老</Badge>}
      </p>
      <p className="measure break-words whitespace-pre-line">{account}</p>
      {visit && <p className="text-sm"><To href={`/visits/${visit.id}`} className="link inline-flex min-h-row items-center">走访 {visit.on} {visit.village}</To></p>}
      {problem && <p className="text-sm"><To href={`/problems/${problem.id}`} className="link inline-flex min-h-row items-center">问题 {problem.title}</To></p>}
      {learned && <p className="measure break-words border-l-3 border-line pl-2"><span className="text-ink-2">我学到：</span>{learned}</p>}
      {nextStep && <p className="measure break-words border-l-3 border-line pl-2"><span className="text-ink-2">下一步：</span>{nextStep}</p>}
      {mine && <div><LearnedButton sessionId={id} learned={learned} nextStep={nextStep} topic={topic} /></div>}
    </li>
  );
}
