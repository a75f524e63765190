import { Notice } from "@/app/_ui/notice";
import type { DefenceInFull } from "@/lib/defences/reads-page";
import { recusalLine } from "@/lib/defences/rules-words";
import type { Desk } from "@/lib/gate/desk";
import { Arrangement } from "./arrangement";
import { OpenBoard, OwnIn } from "./boards";
import { OfficeDeeds } from "./office-deeds";
import { ResultCard } from "./result-card";
import { ScoreSheet } from "./score-sheet";

type Props = { desk: Desk; full: DefenceInFull };

/** A judge with a sheet to fill in, and nothing that keeps them from it. */
export const scoresNow = ({ defence, topic, mine }: DefenceInFull): boolean =>
  defence.state === "open" && !topic.stoppedOn && !!mine && mine.recusals.length === 0 && !mine.sheet?.submittedAt;

/** What this person sees of a defence as it stands now. */
export function Stage({ desk, full }: Props) {
  const { defence, mine } = full;
  const recused = mine && mine.recusals.length > 0 ? recusalLine(mine.recusals, mine.department) : undefined;
  if (mine && scoresNow(full)) return <Scoring desk={desk} full={full} mine={mine} />;
  return (
    <>
      {recused && <Notice tone="warn" title="这场答辩你要回避">你{recused}。不用评分，成绩公布以后看得到。</Notice>}
      {defence.state === "open" && full.reads && mine?.sheet?.submittedAt && <OwnIn mine={mine} />}
      {defence.state === "open" && full.reads && <OpenBoard desk={desk} full={full} />}
      {!full.reads && <Waiting desk={desk} full={full} />}
      {full.reads && (defence.state === "closed" || defence.state === "published") && <ResultCard full={full} />}
      {defence.state === "preparing" && <Arrangement desk={desk} full={full} />}
      <OfficeDeeds desk={desk} full={full} />
    </>
  );
}

function Scoring({ desk, full: { defence, criteria, topic }, mine }: Props & { mine: NonNullable<DefenceInFull["mine"]> }) {
  const asked = criteria.map(({ id, name, weight, required, levels }) => ({ id, name, weight, required, levels }));
  return (
    <ScoreSheet key={mine.sheet?.id ?? "new"} me={desk.me.id} defenceId={defence.id} topicId={topic.id} criteria={asked} saved={[...mine.points]}
      again={(mine.sheet?.round ?? 1) > 1} />
  );
}

/** For whoever may not read the scores yet: how far it is, and nothing else. */
function Waiting({ desk, full: { defence, topic, mine } }: Props) {
  if (topic.stoppedOn && defence.state !== "closed") return <Notice tone="warn" title={`这个课题 ${topic.stoppedOn} 中止了`}>党建办恢复课题后接着做，评过的分都留着。</Notice>;
  if (defence.state === "preparing") return mine?.recusals.length === 0 ? <Notice>你是这场答辩的评委。开始评分以后会提醒你，在这一页打分。</Notice> : null;
  if (defence.state === "open") return <Notice title="评委正在评分">{desk.me.is("office") ? "你和这场答辩有关（在课题组里或是评委），评分期间看不到谁交了、打了多少，由党建办另一位同事来管。" : "评分期间谁也看不到分数。成绩公布以后，这里写明每一步怎么算出来的。"}</Notice>;
  return <Notice title="评分已经停止，成绩还没有公布">停止评分的人不能自己公布，由另一位看过再公布。</Notice>;
}
