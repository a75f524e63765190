"use client";
import { useState } from "react";
import { Button, LinkButton } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { recallVisit } from "./actions";

type Props = { visit: { id: string; version: number }; mentor: string | undefined; again: (() => void) | undefined };

/** What stands here after handing in: who will see it, and the way on. Never a blank page of success. */
export function Sent({ visit, mentor, again }: Props) {
  const [recalled, setRecalled] = useState<{ done: boolean; refused?: string }>({ done: false });
  const recall = async () => {
    const outcome = await recallVisit({ visitId: visit.id, version: visit.version }).catch(() => undefined);
    setRecalled(outcome?.ok ? { done: true } : { done: false, refused: outcome?.message ?? "没能连上服务器，过一会儿再试" });
  };
  return (
    <div className="grid gap-3 lg:max-w-2xl">
      <Notice tone="ok">
        {recalled.done ? "已撤回，存成了草稿" : mentor ? `已提交，导师 ${mentor} 会看到` : "已提交，党建办会看到"}
      </Notice>
      {recalled.refused && <Notice tone="warn">{recalled.refused}</Notice>}
      {again ? <Button variant="primary" onClick={again}>再记一户</Button> : <LinkButton variant="primary" href="/visits/new">再记一户</LinkButton>}
      <div className="grid grid-cols-2 gap-2.5">
        {recalled.done ? <LinkButton href={`/visits/${visit.id}/edit`}>接着改</LinkButton> : <Button onClick={() => void recall()}>撤回日志</Button>}
        <LinkButton href={`/visits/${visit.id}`}>看这条日志</LinkButton>
      </div>
    </div>
  );
}
