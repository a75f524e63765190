import { Card } from "@/app/_ui/card";
import { type Fact, FactsList } from "@/app/_ui/facts-list";
import { LinkButton } from "@/app/_ui/button";
import type { Desk } from "@/lib/gate/desk";
import { clockOf } from "@/lib/kernel/calendar";
import type { QuizInFull } from "@/lib/quizzes/reads-one";
import { CancelQuiz } from "./cancel-form";
import { Hash } from "./hash";
import type { Part } from "./part";

type Props = { desk: Desk; full: QuizInFull; part: Part };

/** Who, when, and what was promised before the draw. */
export function AboutCard({ desk, full, part }: Props) {
  const { quiz } = full;
  const cancels = (quiz.state === "planned" || quiz.state === "committed") && part === "office" && desk.may("quiz.cancel", quiz);
  const verify = quiz.frameHash && <LinkButton href={`/quizzes/${quiz.id}/verify`} variant="quiet" size="row">验证抽户</LinkButton>;
  return (
    <Card title="这次考核" aside={verify}>
      <FactsList facts={[...factsOf(full), ...(quiz.state === "committed" && part === "leads" ? [] : promised(quiz))]} />
      {cancels && <div className="mt-3"><CancelQuiz quizId={quiz.id} version={quiz.version} /></div>}
    </Card>
  );
}

function factsOf({ quiz, names }: QuizInFull): Fact[] {
  const { secondExaminerId, drawnAt, overAt, releasedAt } = quiz;
  return [
    { label: "考核对象", value: names(quiz.examineeId) },
    { label: "考官", value: [names(quiz.examinerId), secondExaminerId && names(secondExaminerId)].filter(Boolean).join("、") },
    { label: "怎么定的", value: quiz.planId ? "季度计划抽出" : `${names(quiz.plannedById)} 指定` },
    { label: "安排", value: clockOf(quiz.plannedAt) },
    ...(drawnAt ? [{ label: "抽户", value: clockOf(drawnAt) }] : []),
    ...(quiz.state === "drawn" && overAt ? [{ label: "最晚", value: `${clockOf(overAt)} 前考完` }] : []),
    ...(releasedAt ? [{ label: "出结果", value: clockOf(releasedAt) }] : []),
  ];
}

const promised = ({ frameHash, secretHash, frameSize }: QuizInFull["quiz"]): Fact[] => [
  ...(frameHash ? [{ label: "抽户范围", value: <><span>{frameSize} 户，范围指纹</span><Hash of={frameHash} /></> }] : []),
  ...(secretHash ? [{ label: "密钥指纹", value: <Hash of={secretHash} /> }] : []),
];
