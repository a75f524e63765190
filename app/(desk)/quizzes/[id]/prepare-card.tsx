import { Card } from "@/app/_ui/card";
import { Notice } from "@/app/_ui/notice";
import type { QuizInFull } from "@/lib/quizzes/reads-one";
import { Press } from "../../pairings/press";
import { commitQuiz } from "../actions";
import { DrawNumber } from "./draw-form";
import { Hash } from "./hash";
import type { Part } from "./part";

type Props = { full: QuizInFull; part: Part };

/** Before the first draw: what the examiner does on the spot, and what everybody else waits for. */
export function PrepareCard({ full, part }: Props) {
  const { quiz, names } = full;
  if (part !== "leads") return <Waiting full={full} />;
  if (quiz.state === "planned") return (
    <Card title="到了现场，准备抽户">
      <ol className="mb-3 grid list-decimal gap-1 pl-[1.5em]">
        <li>和 {names(quiz.examineeId)} 见面以后再点“准备抽户”，系统当场定下能抽到哪些户，算出两串指纹。</li>
        <li>你们一起想一个数字，由你输入。抽到哪一户，由范围、密钥和这个数字定。</li>
        <li>从抽户起 24 小时内考完、交考核表。</li>
      </ol>
      <div className="flex flex-wrap items-center gap-2.5">
        <Press send={commitQuiz} input={{ quizId: quiz.id, version: quiz.version }} variant="primary">准备抽户</Press>
        <span className="text-sm text-ink-2">点了范围和密钥就定下，谁也改不了</span>
      </div>
    </Card>
  );
  return (
    <Card title="抽户">
      <Promised full={full} />
      <DrawNumber quizId={quiz.id} version={quiz.version} again={false} />
    </Card>
  );
}

/** What stands before any number is typed: whoever copies it down can check it afterwards. */
function Promised({ full: { quiz } }: Pick<Props, "full">) {
  return (
    <div className="mb-4 grid gap-2">
      <p>能抽的 {quiz.frameSize} 户和系统的密钥都定下来了，谁也改不了。想核对的，把两串指纹抄下来或拍下来，考完在“验证抽户”里对。</p>
      <div><span className="text-sm text-ink-2">范围指纹</span><Hash of={quiz.frameHash ?? ""} /></div>
      <div><span className="text-sm text-ink-2">密钥指纹</span><Hash of={quiz.secretHash ?? ""} /></div>
    </div>
  );
}

function Waiting({ full: { quiz, names } }: Pick<Props, "full">) {
  const who = names(quiz.examinerId);
  return quiz.state === "planned"
    ? <Notice title={`等 ${who} 去考`}>考官到了现场才准备抽户。{names(quiz.examineeId)} 在抽户以前看不到这次考核。</Notice>
    : <Notice title={`${who} 在现场准备抽户`}>范围和密钥已经定下，等考官输入数字。抽了户就不能再取消。</Notice>;
}
