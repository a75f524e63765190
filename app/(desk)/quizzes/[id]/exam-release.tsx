"use client";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { DialogButton } from "@/app/_ui/dialog";
import { releaseQuiz } from "./exam-actions";

/** 出结果 without the other examiner: said twice, for what comes after that is not counted any more. */
export function ExamRelease({ quizId }: { quizId: string }) {
  const [said, setSaid] = useState<{ busy: boolean; no?: string }>({ busy: false });
  const release = async () => {
    setSaid({ busy: true });
    const outcome = await releaseQuiz({ quizId }).catch(() => undefined);
    setSaid({ busy: false, ...(!outcome?.ok && { no: outcome?.message ?? "没能连上服务器，过一会儿再试" }) });
  };
  return (
    <div className="mt-2">
      <DialogButton label="不等了，出结果" title="按已交的考核表出结果">
        <p className="mb-3">另一位考官的考核表要是还在路上，到了也不再算进去。结果出了不能收回。</p>
        {said.no && <p role="alert" className="mb-3 text-danger">▲ {said.no}</p>}
        <Button variant="primary" busy={said.busy} onClick={() => void release()}>出结果</Button>
      </DialogButton>
    </div>
  );
}
