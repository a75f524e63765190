import { Badge } from "@/app/_ui/badge";
import { Card } from "@/app/_ui/card";
import { questionsOf, type QuestionRow } from "@/lib/defences/reads";
import { type DefenceInFull, groupNow } from "@/lib/defences/reads-page";
import type { Desk } from "@/lib/gate/desk";
import { clockOf, dayOf } from "@/lib/kernel/calendar";
import { spokenDay } from "@/lib/kernel/day";
import { lateness } from "@/lib/topics/rules-late";
import { AnswerButton, AskButton, GiveButton, type Someone } from "./question-forms";

type Props = { desk: Desk; full: DefenceInFull };

/** 答辩提问: what was asked, who follows it up until when, and what came of it. */
export async function QuestionsCard({ desk, full: { defence, topic, mine } }: Props) {
  const [questions, group] = await Promise.all([questionsOf(desk, topic.id), groupNow(desk, topic.id)]);
  const here = questions.filter(({ defenceId }) => defenceId === defence.id);
  const asks = !topic.stoppedOn && (desk.me.is("office") || (!!mine && mine.recusals.length === 0));
  const answers = !topic.stoppedOn && (desk.me.is("office") || desk.me.inTopic(topic.id));
  return (
    <Card title={`答辩提问（${here.length}）`} flush aside={asks && <AskButton defenceId={defence.id} />}>
      {here.length === 0 && <p className="p-3 text-ink-2">{asks ? "把现场问的记下来，组里会有人跟进。" : "还没有记下提问。"}</p>}
      <ol className="divide-y divide-line">{here.map((one) => <Question key={one.id} one={one} desk={desk} group={answers ? group : undefined} />)}</ol>
    </Card>
  );
}

function Question({ one, desk, group }: { one: QuestionRow; desk: Desk; group: readonly Someone[] | undefined }) {
  const { id, words, askedBy, at, owner, ownerId, dueOn, answer, answeredAt } = one;
  return (
    <li className="grid gap-1 px-3 py-2">
      <p className="measure break-words">{words}</p>
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-2">{askedBy} {clockOf(at)}{owner && dueOn && <> · {owner} 跟进 <Late one={one} desk={desk} /></>}{!owner && !answeredAt && <Badge tone="warn" word="还没有人跟进" />}</p>
      {answer && <p className="measure break-words border-l-3 border-line pl-2"><span className="text-ink-2">答复{answeredAt && ` ${spokenDay(dayOf(answeredAt))}`}：</span>{answer}</p>}
      {group && (
        <div className="flex flex-wrap gap-2">
          {!answeredAt && <GiveButton questionId={id} group={group} given={{ ownerId: ownerId ?? "", dueOn: dueOn ?? "" }} />}
          <AnswerButton questionId={id} words={words} answer={answer} />
        </div>
      )}
    </li>
  );
}

function Late({ one: { dueOn, answeredAt }, desk }: { one: QuestionRow; desk: Desk }) {
  const { tone, words } = lateness({ dueOn: dueOn!, doneOn: answeredAt && dayOf(answeredAt) }, desk.me.today);
  return <Badge tone={tone} word={words} />;
}
