import { LinkButton } from "@/app/_ui/button";
import { To } from "@/app/_ui/to";
import { menteesWeek } from "@/lib/dashboard/reads";
import { coachable } from "@/lib/dashboard/reads-asks";
import type { Desk } from "@/lib/gate/desk";
import { clockOf, dayOf, daysBetween, weekOf } from "@/lib/kernel/calendar";
import { countReviews, reviewsPage, type VisitAwaitingReview } from "@/lib/visits/reads-reviews";
import { visitKind } from "@/lib/words/visit";
import { doorName, Wait, WaitList, WaitNothing } from "./wait-list";

const SHOWN = 5;
const allReviews = <LinkButton href="/reviews" variant="quiet" size="row">看全部日志</LinkButton>;

/** 有几篇没看、谁需要我. */
export async function MentorHome({ desk }: { desk: Desk }) {
  const [total, { rows }, mentees, talks] = await Promise.all([countReviews(desk, "mine"), reviewsPage(desk, "mine"), menteesWeek(desk), coachable(desk)]);
  const week = weekOf(desk.me.today);
  return (
    <div className="grid items-start gap-3 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <WaitList title={headOf(desk, total, rows[0])} aside={total > SHOWN && allReviews}>
        {rows.length === 0 && <WaitNothing>现在没有等你批阅的日志。学员提交后会排在这里</WaitNothing>}
        {rows.slice(0, SHOWN).map((visit) => (
          <Wait key={visit.id} title={`${visit.author} · ${doorName(visit)}`} verb="批阅日志"
            href={`/reviews?visit=${visit.id}`} what={`${visit.author} ${visit.visitedOn}`}
            meta={<>
              <span className="line-clamp-1 text-ink">{visit.account || "没写谈了什么"}</span>
              {visit.visitedOn.slice(5)} {visitKind.label(visit.kind)} · {dueWords(desk, visit)}
            </>} />
        ))}
      </WaitList>
      <WaitList title="学员这一周">
        {mentees.length === 0 && <WaitNothing>现在没有学员和你结对</WaitNothing>}
        {mentees.map((mentee) => (
          <Wait key={mentee.id} title={mentee.name} verb="看日志" href={`/visits?whose=mentees&week=${week}`} what={`${mentee.name}这一周`}
            meta={<>
              日访 {mentee.day} 次 · 夜访 {mentee.night} 次{mentee.returned > 0 && ` · 等补充 ${mentee.returned} 篇`}
              {talks.has(mentee.id) && <To href={`/pairings/${talks.get(mentee.id)}/coach`} aria-label={`记帮带：${mentee.name}`} className="link flex min-h-tap w-fit items-center">记帮带</To>}
            </>} />
        ))}
      </WaitList>
    </div>
  );
}

function headOf(desk: Desk, total: number, oldest: VisitAwaitingReview | undefined): string {
  if (!oldest?.submittedAt) return "等你批阅";
  const days = daysBetween(dayOf(oldest.submittedAt), desk.me.today);
  return `${total} 篇等你批阅，最早的${days > 0 ? `等了 ${days} 天` : "是今天交的"}`;
}

function dueWords(desk: Desk, { dueAt }: VisitAwaitingReview) {
  return !dueAt || dueAt < desk.now ? <span className="whitespace-nowrap text-danger">▲ 超 48 小时</span> : `${clockOf(dueAt)} 前看完就好`;
}
