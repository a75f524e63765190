import { ExamForm } from "@/app/(desk)/quizzes/[id]/exam-form";
import { isSheet } from "@/app/_phone/item";
import { useItems } from "@/app/_phone/use-items";
import { Button, LinkButton } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { Notice } from "@/app/_ui/notice";
import type { ExamPaper } from "@/lib/quizzes/reads-exam";

/** The same sheet as ever, from what was taken along for it. */
export function OfflineExam({ paper, back }: { paper: ExamPaper | undefined; back: () => void }) {
  return (
    <>
      <div className="flex items-center justify-between gap-2">
        <h1 className="text-xl">考核</h1>
        <Button variant="quiet" onClick={back}>回到待发送</Button>
      </div>
      {paper ? <ExamForm paper={paper} /> : <Notice tone="warn">这次考核不在这部手机上，有网才能打开</Notice>}
    </>
  );
}

/** 继续考核: whoever drew a household where there was a network examines at its door where there is none. */
export function OfflineExams({ exams }: { exams: readonly ExamPaper[] }) {
  const handed = useItems()?.items.filter((item) => isSheet(item) && item.state !== "draft" && item.state !== "rejected") ?? [];
  const left = exams.filter(({ drawId }) => !handed.some((item) => isSheet(item) && item.sheet.drawId === drawId));
  return left.map(({ quizId, examinee, home, over }) => (
    <Card key={quizId} title={`考 ${examinee}`}>
      <p className="mb-2">{home.name} 户 · {home.village}{home.group && ` ${home.group}`}<span className="block text-sm text-ink-2">{over}</span></p>
      <LinkButton variant="primary" wide href={`/quizzes/${quizId}`}>继续考核</LinkButton>
    </Card>
  ));
}
