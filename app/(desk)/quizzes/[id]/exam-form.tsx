"use client";
import { useState } from "react";
import { ActionRow } from "@/app/_ui/action-row";
import { Button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { Field } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import type { ExamPaper } from "@/lib/quizzes/reads-exam";
import { askedOf, gapsInSheet } from "@/lib/quizzes/rules-sheet";
import { ExamDoor } from "./exam-door";
import { ExamHanded } from "./exam-handed";
import { ExamHead } from "./exam-head";
import { ExamItem } from "./exam-item";
import { useExam } from "./use-exam";

/** 考核表: the household, what is asked of it and last the way to its door, 交考核表. The same one with and without a network. */
export function ExamForm({ paper }: { paper: ExamPaper }) {
  const { held, item, trouble, change, mark, handIn } = useExam(paper);
  const [tries, setTries] = useState(0);
  if (item && item.state !== "draft" && item.state !== "rejected") return <ExamHanded item={item} lasting={!trouble} />;
  const gaps = held ? gapsInSheet({ ...held.sheet, minutes: held.sheet.minutes ?? null }, askedOf(paper.items)) : [];
  const shown = tries > 0 ? gaps : [];
  const faultOf = (field: string) => shown.find((gap) => gap.field === field)?.message;
  const submit = () => (gaps.length > 0 ? setTries(tries + 1) : void handIn());
  return (
    <div className="grid gap-2.5 lg:max-w-2xl">
      <ExamHead paper={paper} />
      <ErrorSummary attempt={tries} mistakes={shown.map(({ field, message }) => ({ id: field, message }))} />
      {item?.state === "rejected" && <Notice tone="danger" title="考核表没有收下">{item.reason}</Notice>}
      {trouble && <Notice tone="warn">这部手机现在存不下，考核表只在这一页上。先别关页面，有网就交</Notice>}
      <fieldset disabled={!held} className="grid min-w-0 gap-2.5">
        {paper.items.map((one) => (
          <ExamItem key={one.item} paper={one} mark={held?.sheet.marks.find((given) => given.item === one.item)} error={faultOf(one.item)} give={(part) => mark(one.item, part)}>
            {one.item === "door" && <ExamDoor held={held} errors={{ found: faultOf("found"), minutes: faultOf("minutes") }} change={change} mark={(part) => mark("door", part)} />}
          </ExamItem>
        ))}
        <Field label="备注" id="words" optional>
          <textarea rows={1} maxLength={300} value={held?.sheet.words ?? ""} onChange={(event) => change({ words: event.target.value })} />
        </Field>
      </fieldset>
      <ActionRow>
        <p role="status" className="min-w-[6em] text-sm leading-tight text-ink-2">
          {gaps.length > 0 ? `还差 ${gaps.length} 项` : "都打好了"}
          <span className="block">{trouble ? "没能存下" : item ? "已存本机" : "点一下存一次"}</span>
        </p>
        <Button variant="primary" onClick={submit}>交考核表</Button>
      </ActionRow>
    </div>
  );
}
