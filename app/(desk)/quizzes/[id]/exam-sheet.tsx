import { LinkButton } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";
import { examPaper, mayReleaseNow } from "@/lib/quizzes/reads-exam";
import { ExamForm } from "./exam-form";
import { ExamRelease } from "./exam-release";

/** 考核, as its examiner has it in hand while it goes on; nothing for anybody else, nor before or after. */
export async function ExamSheet({ desk, quizId }: { desk: Desk; quizId: Id<"quiz"> }) {
  const paper = await examPaper(desk, quizId);
  if (!paper) return null;
  if (!paper.handedIn) return <ExamForm key={paper.drawId} paper={paper} />;
  const alone = await mayReleaseNow(desk, quizId);
  return (
    <Notice tone="ok" title="考核表已送达" action={<LinkButton size="row" href="/outbox">看待发送</LinkButton>}>
      {alone ? "另一位考官没有交，考核时间已经过了" : "另一位考官交了就出结果"}
      {alone && <ExamRelease quizId={quizId} />}
    </Notice>
  );
}
