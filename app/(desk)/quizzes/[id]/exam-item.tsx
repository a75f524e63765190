"use client";
import { type ReactNode, useState } from "react";
import { Button } from "@/app/_ui/button";
import { classes } from "@/app/_ui/classes";
import { Field, FieldError } from "@/app/_ui/field";
import type { PaperItem } from "@/lib/quizzes/reads-exam";
import { anchors } from "@/lib/quizzes/rules-sheet";
import { quizItem } from "@/lib/words/quiz";
import type { Mark } from "./use-exam";

type Props = { paper: PaperItem; mark: Mark | undefined; error: string | undefined; give: (part: Partial<Mark>) => void; children?: ReactNode };

/** One item: its answer folded away from whoever looks over the shoulder, four big buttons, 答案有误. */
export function ExamItem({ paper, mark, error, give, children }: Props) {
  const { item, asked, state } = paper;
  const [open, setOpen] = useState(false);
  const label = quizItem.label(item);
  return (
    <section id={item} tabIndex={-1} aria-labelledby={`${item}-head`} className="grid min-w-0 gap-2 rounded-2 border border-line bg-bg p-2">
      <div className="flex min-h-tap flex-wrap items-center justify-between gap-x-2 px-1">
        <h2 id={`${item}-head`} className="text-base">{label}</h2>
        {asked && (
          <span className="flex items-center gap-1">
            {mark && <Button variant="quiet" size="row" onClick={() => give(mark.wrongKey ? { wrongKey: false, correction: "" } : { wrongKey: true, points: null })}>{mark.wrongKey ? "答案没错" : "答案有误"}</Button>}
            {paper.says && <Button size="row" aria-expanded={open} aria-controls={`${item}-key`} onClick={() => setOpen(!open)}>{open ? "收起答案" : "看答案"}</Button>}
          </span>
        )}
      </div>
      {asked ? <Key item={item} open={open} paper={paper} /> : <p className="px-1 pb-1 text-ink-2">不计分：档案里{state}</p>}
      {children}
      {asked && mark && (mark.wrongKey ? <Correction label={label} mark={mark} error={error} give={give} /> : <Points label={label} mark={mark} error={error} give={give} />)}
    </section>
  );
}

function Key({ item, open, paper: { says, asOf } }: { item: string; open: boolean; paper: PaperItem }) {
  return (
    <div id={`${item}-key`} hidden={!open} className="mx-1 rounded-1 bg-bg-2 px-3 py-2">
      <p className="whitespace-pre-line">{says}</p>
      {asOf && <p className="text-sm text-ink-2">{asOf} 的情况</p>}
    </div>
  );
}

type Given = { label: string; mark: Mark; error: string | undefined; give: (part: Partial<Mark>) => void };

function Points({ label, mark, error, give }: Given) {
  return (
    <>
      <div role="group" aria-label={`${label}打几分`} className="grid grid-cols-[repeat(auto-fit,minmax(min(9rem,100%),1fr))] gap-1.5 px-1 pb-1">
        {anchors[mark.item].map((anchor, points) => (
          <button key={anchor} type="button" aria-pressed={mark.points === points} onClick={() => give({ points })} className={classes(choice, mark.points === points && chosen)}>
            <span className="text-xl leading-none font-semibold">{points}</span>
            <span className="text-sm leading-tight">{anchor}</span>
          </button>
        ))}
      </div>
      <FieldError id={`${mark.item}-points`} error={error} />
    </>
  );
}

/** The item is out of the result then, and what is right goes to whoever keeps the file. */
function Correction({ label, mark, error, give }: Given) {
  return (
    <Field label={`正确的${label}`} id={`${mark.item}-right`} hint="这一项不计分，写的会请人核对" error={error} className="px-1 pb-1">
      <textarea rows={2} maxLength={200} value={mark.correction} onChange={(event) => give({ correction: event.target.value })} />
    </Field>
  );
}

const choice = "flex min-h-13 min-w-0 items-center gap-2 rounded-1 border border-control bg-bg px-2.5 py-1 text-left hover:bg-primary-bg disabled:border-line disabled:text-ink-2";
const chosen = "border-primary bg-primary-bg text-primary shadow-[inset_0_0_0_1px_var(--color-primary)]";
