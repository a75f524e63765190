import { LinkButton } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { villageBoard } from "@/lib/dashboard/reads-board";
import type { Desk } from "@/lib/gate/desk";
import { dayOf, daysBetween } from "@/lib/kernel/calendar";
import { shortDay } from "@/lib/kernel/day";
import { countProblems, longestOpen, openProblems } from "@/lib/problems/reads";
import { visitsPage } from "@/lib/visits/reads";
import { problemState } from "@/lib/words/problem";
import { visitKind } from "@/lib/words/visit";
import { NextHomes } from "./next-homes";
import { doorName, Wait, WaitList, WaitNothing } from "./wait-list";
import { meetingWords, whenWords } from "./week-strip";

const SHOWN = 5;
const allProblems = <LinkButton href="/problems?open=1" variant="quiet" size="row">看全部问题</LinkButton>;

/** 周二会上我要报什么. */
export async function VillageHome({ desk }: { desk: Desk }) {
  const [problems, { rows: visits }] = await Promise.all([longestOpen(desk, SHOWN), visitsPage(desk, {})]);
  const total = await countProblems(desk, { open: true });
  const age = (at: Date) => daysBetween(dayOf(at), desk.me.today);
  const ageWords = (at: Date) => (age(at) > 0 ? `${age(at)} 天了` : "今天的");
  return (
    <div className="grid gap-3">
      <div className="grid grid-cols-2 gap-2 lg:flex">
        <LinkButton href="/visits/new" variant="primary" className="min-h-[3.25rem]! text-lg lg:w-44">登记走访</LinkButton>
        <LinkButton href="/problems/new" className="min-h-[3.25rem]! text-lg lg:w-44">登记问题</LinkButton>
      </div>
      <AtTheMeeting desk={desk} />
      {!desk.me.is("cadre") && <NextHomes desk={desk} />}
      <div className="grid items-start gap-3 lg:grid-cols-2">
        <WaitList title={`在办问题 ${total} 件`} aside={total > SHOWN && allProblems}>
          {problems.length === 0 && <WaitNothing>村里现在没有在办的问题</WaitNothing>}
          {problems.map((problem) => (
            <Wait key={problem.id} title={problem.title} verb="看问题" href={`/problems/${problem.id}`} what={problem.title}
              meta={`${problemState.label(problem.state)} · ${problem.raisedBy}登记，${ageWords(problem.raisedAt)}`} />
          ))}
        </WaitList>
        <WaitList title="最近走访">
          {visits.length === 0 && <WaitNothing>还没有走访日志。通过批阅的走访会出现在这里</WaitNothing>}
          {visits.slice(0, SHOWN).map((visit) => (
            <Wait key={visit.id} title={`${shortDay(visit.visitedOn)} ${visitKind.label(visit.kind)} · ${doorName(visit)}`} verb="看日志"
              href={`/visits/${visit.id}`} what={`${visit.visitedOn} ${doorName(visit)}`}
              meta={<span className="line-clamp-1">{visit.author}：{visit.account || "没写谈了什么"}</span>} />
          ))}
        </WaitList>
      </div>
    </div>
  );
}

/** The village's last two weeks and its open problems in one sentence each: what can be said on Tuesday. */
async function AtTheMeeting({ desk }: { desk: Desk }) {
  const [board, { open, collected }] = await Promise.all([villageBoard(desk, undefined, 2), openProblems(desk)]);
  const [last, now] = board.weeks;
  const when = now?.meetingOn ? `（${whenWords(daysBetween(desk.me.today, now.meetingOn))}）` : "";
  return (
    <Card title={`例会：${meetingWords(now?.meetingOn)}${when}`}>
      <p>在办问题 {open} 件{collected > 0 && `，其中 ${collected} 件等着受理`}。</p>
      {board.rows.map(({ id, name, cells }) => (
        <p key={id}>
          {name}：本周日访 {cells[1]!.dayVisits} 次、夜访 {cells[1]!.nightTalks} 次
          {last && `，上周日访 ${cells[0]!.dayVisits} 次、夜访 ${cells[0]!.nightTalks} 次`}。
        </p>
      ))}
    </Card>
  );
}
