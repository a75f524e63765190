"use client";
import type { ReactNode } from "react";
import { classes } from "@/app/_ui/classes";
import { changesBetween } from "@/lib/visits/rules";
import type { Difference, Side } from "./sides";

type Props = { field: Difference; name: string; side: Side; fixed: boolean; pick: (side: Side) => void };

/** One field that differs: mine and the server's beside each other, what only one of them says marked, and the pick. */
export function ConflictField({ field: { title, mine, theirs, prose, canBoth }, name, side, fixed, pick }: Props) {
  const choice = (value: Side, head: string, text?: ReactNode) => (
    <label className={classes(box, text ? "items-start" : "items-center")}>
      {!fixed && <input type="radio" name={name} value={value} checked={side === value} onChange={() => pick(value)} className={classes("flex-none", text ? "mt-0.5" : undefined)} />}
      <span className="min-w-0"><span className="text-ink-2">{head}</span>{text && <span className="block break-words whitespace-pre-wrap">{text}</span>}</span>
    </label>
  );
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-1">
      <legend className="mb-1 font-semibold">{title}</legend>
      <div className="grid grid-cols-2 gap-1 text-sm">
        {choice("mine", "我的", <Told text={mine} beside={prose ? theirs : ""} />)}
        {choice("theirs", "系统里的", <Told text={theirs} beside={prose ? mine : ""} />)}
      </div>
      {canBoth && !fixed && <div className="text-sm">{choice("both", prose ? "两段都留" : "两边都留")}</div>}
    </fieldset>
  );
}

const box =
  "flex min-h-tap min-w-0 gap-2 rounded-1 border border-line bg-bg p-2 " +
  "has-checked:border-primary has-checked:bg-primary-bg has-focus-visible:outline-3 has-focus-visible:outline-focus";

/** Prose word by word: what the other side does not say is underlined. */
function Told({ text, beside }: { text: string; beside: string }) {
  if (!text) return <>没有写</>;
  if (!beside) return <>{text}</>;
  return <>{changesBetween(beside, text).filter(({ kind }) => kind !== "removed").map(({ value, kind }, place) =>
    (kind === "added" ? <ins key={place}>{value}</ins> : <span key={place}>{value}</span>))}</>;
}
