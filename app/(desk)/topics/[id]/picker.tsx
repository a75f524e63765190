"use client";
import { type CompositionEvent, type FormEvent, type KeyboardEvent, useId } from "react";
import { classes } from "@/app/_ui/classes";
import { Field } from "@/app/_ui/field";
import type { Pick } from "@/lib/topics/reads-pick";
import { MOST_PICKS } from "@/lib/topics/rules";
import { type Picks, usePicks } from "./use-picks";

type Props = { topicId: string; choose: (pick: Pick) => void };

/** One of the visits and problems that are found: arrows walk them as they walk any choice, a thumb takes the whole line. */
export function Picker({ topicId, choose }: Props) {
  const { found, ask } = usePicks(topicId);
  const id = useId();
  const onInput = (event: FormEvent<HTMLInputElement>) => {
    if (!(event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing)) ask(event.currentTarget.value);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === "ArrowDown") document.getElementById(id)?.querySelector<HTMLInputElement>("input:not(:disabled)")?.focus();
    else if (event.key !== "Enter") return;
    event.preventDefault(); // Enter in the search is not the end of the form
  };
  return (
    <>
      <Field label="找走访或问题" id={`${id}-q`} hint="户、村、人、走访里的话；拼音和首字母也可以">
        <input type="search" autoComplete="off" maxLength={60} enterKeyHint="search" aria-controls={id} onInput={onInput} onKeyDown={onKeyDown}
          onCompositionEnd={(event: CompositionEvent<HTMLInputElement>) => ask(event.currentTarget.value)} />
      </Field>
      <p role="status" className="text-sm text-ink-2">{statusOf(found)}</p>
      <div id={id} role="radiogroup" aria-label="找到的走访和问题" className="max-h-64 divide-y divide-line overflow-y-auto rounded-1 border border-line empty:hidden">
        {found?.picks.map((pick) => <Line key={pick.id} pick={pick} choose={choose} />)}
      </div>
    </>
  );
}

function Line({ pick, choose }: { pick: Pick; choose: Props["choose"] }) {
  const { title, note, snippet, linked } = pick;
  return (
    <label className={classes("flex min-h-tap items-start gap-2.5 px-3 py-1.5 has-checked:bg-primary-bg", linked && "text-ink-2")}>
      <input type="radio" name="pick" className="mt-[0.3em]" disabled={linked} onChange={() => choose(pick)} />
      <span className="min-w-0 flex-1 break-words">
        {title}
        <span className="block text-sm text-ink-2">{linked ? `已经在佐证里 · ${note}` : note}</span>
        {snippet && <span className="line-clamp-1 text-sm text-ink-2">{snippet.before}<b className="font-semibold text-ink">{snippet.hit}</b>{snippet.after}</span>}
      </span>
    </label>
  );
}

function statusOf(found: Picks | undefined): string {
  if (!found) return "正在找";
  if (found.trouble) return found.trouble;
  if (found.picks.length === 0) return found.asked ? `没有找到“${found.asked}”` : "你还没有走访和问题，写上要找的";
  if (found.picks.length >= MOST_PICKS) return `先列 ${MOST_PICKS} 条。不在里面，就写得再具体些`;
  return found.asked ? `找到 ${found.picks.length} 条` : "你最近的走访和问题";
}
