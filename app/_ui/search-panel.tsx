"use client";
import Search from "lucide-react/icons/search";
import { type CompositionEvent, type FormEvent, type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { Button } from "@/app/_ui/button";
import { classes } from "@/app/_ui/classes";
import { Notice } from "@/app/_ui/notice";
import { To } from "@/app/_ui/to";
import { type Found, type FoundGroup, useSearch } from "@/app/_ui/use-search";

const nothing: readonly FoundGroup[] = [];

/** A box and what it finds. Silent while a Chinese word is being composed; arrows and Enter choose. */
export function SearchPanel({ onLeave, close }: { onLeave?: () => void; close?: ReactNode }) {
  const { answer, busy, ask } = useSearch();
  const [text, setText] = useState("");
  const id = useId();
  const groups = answer.kind === "found" ? answer.groups : nothing;
  const rows = groups.flatMap((group) => group.rows);
  const { place, restart, onKeyDown } = useChoice(id, rows.length);
  const typed = (words: string) => (restart(), ask(words));
  return (
    <div role="search" className="grid min-h-0 min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-2">
      <div className="sticky top-(--search-top,var(--bar)) z-1 flex items-center gap-1.5 bg-bg-2 py-1">
        <SearchField {...{ id, text, setText, typed, onKeyDown }} chosen={rows.length > 0 ? `${id}-${place}` : undefined} />
        {close}
      </div>
      <p role="status" className="px-1 text-sm text-ink-2">{statusOf(answer, busy, rows.length)}</p>
      {answer.kind === "trouble" && <Notice tone="warn" action={<Button onClick={() => ask(text)}>再找一次</Button>}>{answer.message}</Notice>}
      <Results id={id} groups={groups} rows={rows} chosen={rows[place]} {...(onLeave && { onLeave })} />
    </div>
  );
}

/** Which row Enter would open. The row itself is a link, and Enter presses it. */
function useChoice(id: string, count: number) {
  const [moved, setPlace] = useState(0);
  const place = Math.min(moved, Math.max(0, count - 1));
  const move = (by: number) => {
    const next = count === 0 ? 0 : (place + by + count) % count;
    setPlace(next);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter") document.getElementById(`${id}-${place}`)?.click();
    else return;
    event.preventDefault();
  };
  return { place, restart: () => setPlace(0), onKeyDown };
}

type FieldProps = {
  id: string;
  text: string;
  setText: (text: string) => void;
  typed: (words: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  chosen: string | undefined;
};

function SearchField({ id, text, setText, typed, onKeyDown, chosen }: FieldProps) {
  const onInput = (event: FormEvent<HTMLInputElement>) => {
    setText(event.currentTarget.value);
    if (!(event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing)) typed(event.currentTarget.value);
  };
  return (
    <div className="relative flex-1">
      <Search className="pointer-events-none absolute top-1/2 left-2.5 size-4.5 -translate-y-1/2 text-ink-2" aria-hidden />
      <input type="search" role="combobox" aria-label="搜索 人/户/村/走访" aria-expanded={chosen !== undefined} aria-controls={`${id}-list`}
        aria-autocomplete="list" aria-activedescendant={chosen} placeholder="姓名、户号、村名，或走访里的话" autoComplete="off"
        enterKeyHint="search" maxLength={60} className="pl-9!" value={text} onInput={onInput} onChange={noop} onKeyDown={onKeyDown}
        onCompositionEnd={(event: CompositionEvent<HTMLInputElement>) => typed(event.currentTarget.value)} />
    </div>
  );
}

// The value is kept by onInput, which comes with the composing flag; React wants to see a handler all the same.
const noop = () => undefined;

function statusOf(answer: ReturnType<typeof useSearch>["answer"], busy: boolean, count: number): string {
  if (busy) return "正在找";
  if (answer.kind === "idle") return "写两个字以上，拼音和首字母也可以，如 zgj";
  if (answer.kind === "trouble") return "";
  return count === 0 ? `没有找到“${answer.asked}”` : `找到 ${count} 条`;
}

type ResultsProps = { id: string; groups: readonly FoundGroup[]; rows: readonly Found[]; chosen: Found | undefined; onLeave?: () => void };

function Results({ id, groups, rows, chosen, onLeave }: ResultsProps) {
  return (
    <div role="listbox" id={`${id}-list`} aria-label="搜索结果" className="grid grid-cols-[minmax(0,1fr)] gap-2 empty:hidden">
      {groups.map((group) => (
        <div key={group.label} role="group" aria-label={group.label}>
          <p aria-hidden className="px-3 py-1 text-sm text-ink-2">{group.label}</p>
          <div className="divide-y divide-line rounded-2 border border-line bg-bg">
            {group.rows.map((row) => (
              <To key={row.href} href={row.href} role="option" id={`${id}-${rows.indexOf(row)}`} aria-selected={row === chosen} tabIndex={-1}
                onClick={() => onLeave?.()} className={classes("block min-h-tap px-3 py-1.5 text-ink!", row === chosen ? "bg-primary-bg" : "hover:bg-bg-2")}>
                <Line row={row} />
              </To>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}

function Line({ row: { title, note, snippet } }: { row: Found }) {
  return (
    <>
      <span className="flex flex-wrap items-baseline gap-x-2">
        <b className="font-semibold">{title}</b>
        <span className="text-sm text-ink-2">{note}</span>
      </span>
      {snippet && <span className="block truncate text-sm">{snippet.before}<mark className="bg-warn-bg font-semibold text-warn">{snippet.hit}</mark>{snippet.after}</span>}
    </>
  );
}
