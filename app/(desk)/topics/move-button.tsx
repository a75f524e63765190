"use client";
import { useEffect, useRef, useState } from "react";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Button, type ButtonSize, type ButtonVariant } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { Field } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { MoveForm, type MoveInput } from "@/lib/topics/forms";
import { closedBy, type Standing, standingWords } from "@/lib/topics/rules";
import { gate, type Gate } from "@/lib/words/topic";
import { FormEnd, keep } from "../people/form-end";
import { moveTopic } from "./actions";

type Props = {
  topic: { id: string; title: string; gate: Standing; version: number };
  /** What each gate still lacks; a gate that lacks nothing has no line. */
  missing: Partial<Record<Gate, readonly string[]>>;
  size?: ButtonSize;
  variant?: ButtonVariant;
};

/** A card that was moved stands in another column as a new one: that one takes the focus, and says what happened. */
let moved: { id: string; words: string } | undefined;

/** 「移到…」: the one way to move a topic, by keyboard, mouse and thumb alike. */
export function MoveButton({ topic, missing, size = "tap", variant = "secondary" }: Props) {
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState(() => (moved?.id === topic.id ? moved.words : ""));
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (moved?.id !== topic.id) return;
    place.current?.querySelector("button")?.focus();
    moved = undefined;
  }, [topic.id, topic.version]);
  const done = (words: string) => {
    moved = { id: topic.id, words };
    setOpen(false);
    setSaid(words);
  };
  return (
    <span ref={place} className="inline-flex flex-wrap items-center gap-x-2">
      <Button variant={variant} size={size} aria-haspopup="dialog" aria-label={`移到…：${topic.title}`} onClick={() => setOpen(true)}>移到…</Button>
      <span role="status" className="text-sm text-ok empty:hidden">{said}</span>
      <Dialog open={open} onClose={() => setOpen(false)} title={`“${topic.title}”移到…`}><MoveFields topic={topic} missing={missing} done={done} /></Dialog>
    </span>
  );
}

const places: readonly MoveInput["to"][] = [...gate.values, "done"];
const goalOf = (to: MoveInput["to"]): Standing => (to === "done" ? null : to);

function MoveFields({ topic, missing, done }: Pick<Props, "topic" | "missing"> & { done: (words: string) => void }) {
  const here = places.indexOf(topic.gate ?? "done");
  const blank = () => ({ topicId: topic.id, version: topic.version, to: places[here + 1] ?? places[here - 1]!, reason: "" });
  const { form, register, submit, errors, isSubmitting } = useActionForm(MoveForm, moveTopic, blank, ({ to }) => {
    done(`已移到“${standingWords(goalOf(to))}”`);
    return keep();
  });
  const goal = goalOf(form.watch("to"));
  const back = places.indexOf(goal ?? "done") < here;
  const short = back ? [] : closedBy(topic.gate, goal).filter((at) => missing[at]);
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field label="移到哪个节点" id="to" hint={`现在在“${standingWords(topic.gate)}”`} error={errors.to?.message}>
        <select {...register("to")}>
          {places.map((to, i) => i !== here && <option key={to} value={to}>{i < here && "退回 "}{standingWords(goalOf(to))}</option>)}
        </select>
      </Field>
      {short.length > 0 && (
        <Notice tone="warn" title="清单还没勾完，免查要写原因">
          <ul>{short.map((at) => <li key={at}>{gate.label(at)}：{missing[at]!.join("、")}</li>)}</ul>
        </Notice>
      )}
      {back && <Notice>经过的节点重新打开，勾过的清单还在，历程里留着这一步。</Notice>}
      {(back || short.length > 0 || errors.reason) && (
        <Field label={back ? "为什么退回" : "为什么免查"} id="reason" hint="至少 5 个字，课题组看得到" error={errors.reason?.message}><input {...register("reason")} /></Field>
      )}
      <FormEnd submit={`移到“${standingWords(goal)}”`} busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}
