import { Notice } from "@/app/_ui/notice";
import type { Desk } from "@/lib/gate/desk";
import { clockOf } from "@/lib/kernel/calendar";
import type { QuizInFull } from "@/lib/quizzes/reads-one";
import { AppealCard } from "./appeal-card";
import { DrawsCard } from "./draws-card";
import { ExamSheet } from "./exam-sheet";
import type { Part } from "./part";
import { PrepareCard } from "./prepare-card";
import { RedrawCard, redrawDue } from "./redraw-card";
import { ResultCard } from "./result-card";

type Props = { desk: Desk; full: QuizInFull; part: Part };

/** What this person sees and does now: one thing for each way a quiz can stand. */
export function Stage(props: Props) {
  const { desk, full, part } = props;
  const { standing, quiz, names } = full;
  if (standing === "cancelled") return <Notice title={`${names(quiz.cancelledById)} ${quiz.cancelledAt ? clockOf(quiz.cancelledAt) : ""} 取消了这次考核`}>原因：{quiz.cancelledWhy}</Notice>;
  if (standing === "planned" || standing === "committed") return <PrepareCard full={full} part={part} />;
  if (standing === "released") return (
    <>
      <ResultCard desk={desk} full={full} part={part} />
      <AppealCard desk={desk} full={full} part={part} />
      <DrawsCard desk={desk} full={full} />
    </>
  );
  if (part === "examinee") return <Sits over={standing === "unfinished"} />;
  return standing === "unfinished" ? <Unfinished {...props} /> : <Exam {...props} />;
}

/** Nothing of the household, not even that there was another one before. */
const Sits = ({ over }: { over: boolean }) => over
  ? <Notice tone="warn" title="这次考核没有完成">考官在 24 小时里没有交考核表。不算分，也不算 0 分。</Notice>
  : <Notice title="考核中，考完能看到结果">考的是哪一户、答得怎么样，都在结果里；答案也会给你看。</Notice>;

function Exam({ desk, full, part }: Props) {
  const examines = part === "leads" || part === "second";
  return (
    <>
      {!examines && <Notice title="正在考核">考核表交上来就出结果。过了 {full.quiz.overAt && clockOf(full.quiz.overAt)} 还没有交的，记为未完成。</Notice>}
      <RedrawCard full={full} part={part} />
      {examines && !redrawDue(full) && <ExamSheet desk={desk} quizId={full.quiz.id} />}
      {(!examines || full.redraws.length > 0) && <DrawsCard desk={desk} full={full} />}
    </>
  );
}

/** The day is over. A sheet finished in time still comes in, however late the phone finds a signal. */
function Unfinished({ desk, full, part }: Props) {
  const { quiz, names, sheets } = full;
  const examines = part === "leads" || part === "second";
  return (
    <>
      <Notice tone="warn" title="这次考核没有完成">
        过了 {quiz.overAt && clockOf(quiz.overAt)}{sheets.length > 0 ? "，另一位考官还没有交考核表。" : "，没有收到考核表。不算 0 分。"}
        {examines ? "时间以内在手机上做完的，联网交上来还算数。" : `${names(quiz.examinerId)} 的手机上要是有按时做完的，联网交上来还算数；没有的，另外安排一次。`}
      </Notice>
      {examines && sheets.length > 0 && <ExamSheet desk={desk} quizId={quiz.id} />}
      <DrawsCard desk={desk} full={full} />
    </>
  );
}
