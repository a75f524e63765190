import { Card } from "@/app/_ui/card";
import { To } from "@/app/_ui/to";
import type { Desk } from "@/lib/gate/desk";
import { mayOpen } from "@/lib/gate/policy";
import { clockOf } from "@/lib/kernel/calendar";
import type { DrawLine, QuizInFull } from "@/lib/quizzes/reads-one";
import { redrawReason } from "@/lib/words/quiz";

type Props = { desk: Desk; full: QuizInFull };

/** Each household that was drawn, with the number it came from, and why another one was drawn after it. */
export function DrawsCard({ desk, full }: Props) {
  const { draws, redraws, names } = full;
  if (draws.length === 0) return null;
  return (
    <Card title="抽到的户" flush>
      <ol className="divide-y divide-line">
        {draws.map((draw) => (
          <li key={draw.id} className="grid gap-1 px-3 py-2">
            <p><span className="text-ink-2">第 {draw.attempt} 次　</span><Home draw={draw} opens={mayOpen.households(desk.me)} /></p>
            <p className="text-sm text-ink-2">数字 {draw.number} · {clockOf(draw.drawnAt)}</p>
            {redraws.filter(({ drawId }) => drawId === draw.id).map(({ id, reason, words, askedById, allowed, decidedById }) => (
              <p key={id} className="text-sm">
                {names(askedById)} 请求换一户：{redrawReason.label(reason)}{words && `，${words}`}。
                {decidedById ? `${names(decidedById)} ${allowed ? "同意" : "不同意"}` : "还没有人答复"}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Home({ draw: { householdId, village, code, maskedName, groupName }, opens }: { draw: DrawLine; opens: boolean }) {
  const words = [village, groupName, maskedName ? `${maskedName} 户（${code}）` : "一户"].filter(Boolean).join(" ");
  return opens && householdId ? <To href={`/households/${householdId}`} className="link">{words}</To> : <b>{words}</b>;
}
