import { Badge } from "@/app/_ui/badge";
import { LinkButton } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { Stat, StatRow } from "@/app/_ui/stat";
import { pairedCadres } from "@/lib/dashboard/reads";
import { villagesCalledOn } from "@/lib/dashboard/reads-board";
import { almanacOf } from "@/lib/gate/almanac";
import type { Desk } from "@/lib/gate/desk";
import { addDays, dayOf, daysBetween, meetingDayOf, timeOf, weekOf } from "@/lib/kernel/calendar";
import { type Day, shortDay } from "@/lib/kernel/day";
import { longestOpen, openProblems } from "@/lib/problems/reads";
import { problemState } from "@/lib/words/problem";
import { topicChip } from "@/lib/words/visit";

/** 三句话、三个数、一件难事: read with no click at all. */
export async function LeaderHome({ desk }: { desk: Desk }) {
  const { today } = desk.me;
  const [almanac, now, last, problems, pairs, [hardest]] = await Promise.all([
    almanacOf(desk),
    villagesCalledOn(desk, weekOf(today)), villagesCalledOn(desk, weekOf(addDays(today, -7))),
    openProblems(desk), pairedCadres(desk), longestOpen(desk, 1),
  ]);
  return (
    <div className="grid gap-3 lg:max-w-4xl">
      <Card title="三句话" aside={<span className="text-sm text-ink-2">数据时间 {timeOf(desk.now)}</span>}>
        <ol className="grid list-decimal gap-1.5 pl-5 lg:text-lg">
          <li>{callsWords(now, last, meetingDayOf(weekOf(today), almanac), today)}</li>
          <li>{problemWords(problems, problems.since ? daysBetween(dayOf(problems.since), today) : 0)}</li>
          <li>{pairWords(pairs)}</li>
        </ol>
      </Card>
      <StatRow label="三个数">
        <Stat href="/meetings" label="本周双访 村社" number={`${now.called}/${now.all}`} note={`上周 ${last.called}`} />
        <Stat href="/problems?open=1" label="在办问题" number={problems.open} note="件" />
        <Stat href="/pairings" label="青蓝结对 干部" number={`${pairs.paired}/${pairs.cadres}`} />
      </StatRow>
      <Card title="一件难事">
        {hardest && <Hardest problem={hardest} days={daysBetween(dayOf(hardest.raisedAt), today)} />}
        {!hardest && <p className="text-ink-2">现在没有在办的问题。</p>}
      </Card>
    </div>
  );
}

function Hardest({ problem, days }: { problem: Awaited<ReturnType<typeof longestOpen>>[number]; days: number }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <div>
        <p className="text-lg font-semibold">{problem.village}：{problem.title}</p>
        <p className="flex flex-wrap items-center gap-2 text-ink-2">
          <Badge tone="warn">{problemState.label(problem.state)}</Badge>
          {topicChip.label(problem.topic)} · {problem.raisedBy}登记，{days > 0 ? `已经 ${days} 天` : "今天登记的"}，是在办里最久的一件
        </p>
      </div>
      <LinkButton href={`/problems/${problem.id}`}>看这件事</LinkButton>
    </div>
  );
}

type Called = { called: number; all: number };

/** Until the meeting is over there is nothing to compare. */
function callsWords({ called, all }: Called, last: Called, meetingOn: Day | undefined, today: Day): string {
  if (!meetingOn) return `本周放假，没有例会；上周有 ${last.called} 个村社开展了双访。`;
  if (today <= meetingOn) return `本周例会在 ${shortDay(meetingOn)}，到现在 ${called} 个村社登记了双访；上周一共 ${last.called} 个。`;
  const change = called - last.called;
  const than = change === 0 ? "和上周一样多" : `比上周${change > 0 ? "多" : "少"} ${Math.abs(change)} 个`;
  return `本周到现在有 ${called} 个村社开展了双访，${than}；${all === called ? "村社都走到了" : `还有 ${all - called} 个没有登记`}。`;
}

function problemWords({ open, collected }: { open: number; collected: number }, oldest: number): string {
  if (open === 0) return "现在没有在办的问题。";
  return `在办问题 ${open} 件，其中 ${collected} 件等着受理${oldest > 0 ? `，最久的等了 ${oldest} 天` : ""}。`;
}

const pairWords = ({ cadres, paired }: { cadres: number; paired: number }): string =>
  `${cadres} 名青年干部里 ${paired} 名有导师（含待导师答复的）${cadres > paired ? `，${cadres - paired} 名还没有导师` : "，都有导师"}。`;
