import { Card } from "@/app/_ui/card";
import { FactsList } from "@/app/_ui/facts-list";
import type { Desk } from "@/lib/gate/desk";
import { clockOf } from "@/lib/kernel/calendar";
import type { QuizInFull } from "@/lib/quizzes/reads-one";
import { spokenResult } from "@/lib/quizzes/rules";
import { doorFound } from "@/lib/words/quiz";
import { ItemList } from "./item-list";
import type { Part } from "./part";

type Props = { desk: Desk; full: QuizInFull; part: Part };

/** 结果: what was earned of what could be, and below it what each point stands for. */
export function ResultCard({ full, part }: Props) {
  const { results, sheets, names } = full;
  const [now, before] = results;
  if (!now) return <Card title="结果"><p>结果给考核对象、导师、考官和党建办看。</p></Card>;
  const readsWords = part !== "mentor";
  return (
    <>
      <Card title="结果">
        <p className="flex flex-wrap items-baseline gap-x-3">
          {now.countable > 0 ? <><b className="text-3xl">{now.earned} 分</b><span className="text-ink-2">满分 {now.countable} 分</span></> : <b className="text-xl">{spokenResult(now)}</b>}
        </p>
        {before && <p className="mt-1 text-ink-2">{clockOf(now.at)} 申诉后更正。原结果 {spokenResult(before)}，{clockOf(before.at)}。</p>}
        <FactsList className="mt-2.5" facts={sheets.flatMap(({ examinerId, found, minutes, words }) => [
          { label: sheets.length > 1 ? `${names(examinerId)}记` : "找门", value: [found && doorFound.label(found), minutes !== null && `${minutes} 分钟`].filter(Boolean).join("，") || "--" },
          ...(readsWords && words ? [{ label: "备注", value: <span className="whitespace-pre-line">{words}</span> }] : []),
        ])} />
      </Card>
      <ItemList full={full} />
    </>
  );
}
