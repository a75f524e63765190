import { useEffect, useReducer, useRef, useState } from "react";
import type { Anchor } from "@/lib/visits/rules-remarks";
import type { Line } from "./lines";
import { selectedIn } from "./said";
import type { Sheet, SheetRemark } from "./sheet";
import { after, aheadOf, nowAt, seenOf, type Sitting, sittingOf, type Verdict } from "./sitting";
import { useAnswers } from "./use-answers";
import { type Draft, draftAt, useRemarks } from "./use-remarks";
import { useSheets } from "./use-sheets";

export type DeskProps = {
  lines: readonly Line[];
  first: Sheet | undefined;
  presets: readonly string[];
  me: string;
  /** How many of my remarks are pending, by visit. */
  pending: Readonly<Record<string, number>>;
  /** The list's own address, and whether it named one visit. */
  base: string;
  named: boolean;
};

/** What is being written about the log that is read: a reason, or a remark. */
type Writing = { verdict: Verdict } | { remark: Draft } | undefined;

const wide = "(min-width: 64rem)";

const begun = (lines: readonly Line[], first: Sheet | undefined): Sitting => {
  const sitting = sittingOf(lines, first?.id);
  return first?.answered ? after(sitting, { is: "gone", id: first.id, word: first.answered }) : sitting;
};

/** The whole of a sitting: what waits, what is read, what is answered while the next one is read. */
export function useDesk({ lines, first, me, pending, base, named }: DeskProps) {
  const [sitting, tell] = useReducer(after, undefined, () => begun(lines, first));
  const [reading, setReading] = useState(named);
  const [writing, write] = useState<Writing>();
  const [notice, say] = useState<string>();
  const box = useRef<HTMLDivElement>(null);
  const item = nowAt(sitting);
  const sheets = useSheets(first, [item?.id, ...aheadOf(sitting)]);
  const sheet = item && (sheets.kept.get(item.id) ?? undefined);
  const remarks = useRemarks(sheets, pending, me, say);
  const answers = useAnswers({ tell, sheets, say, left: remarks.markSent });

  const hrefOf = (id: string) => `${base}${base.includes("?") ? "&" : "?"}visit=${id}`;
  const at = item?.id;
  useEffect(() => {
    if (at && (reading || matchMedia(wide).matches)) tell({ is: "opened", id: at });
  }, [at, reading]);
  const answered = item?.stage === "waiting" ? sheet?.answered : undefined;
  useEffect(() => {
    if (at && answered) tell({ is: "gone", id: at, word: answered });
  }, [at, answered]);
  useEffect(() => {
    const back = () => setReading(new URLSearchParams(location.search).has("visit"));
    addEventListener("popstate", back);
    return () => removeEventListener("popstate", back);
  }, []);

  // The phone shows one thing at a time: whoever listens instead of looking is taken along.
  useEffect(() => {
    if (reading && !matchMedia(wide).matches) document.getElementById("reading")?.focus({ preventScroll: true });
  }, [at, reading]);

  const open = (id: string) => {
    write(undefined);
    tell({ is: "opened", id });
    if (!reading && !matchMedia(wide).matches) history.pushState(null, "", hrefOf(id));
    setReading(true);
    scrollTo({ top: 0 });
  };
  const close = () => {
    write(undefined);
    setReading(false);
    history.replaceState(null, "", base);
  };
  const step = (by: 1 | -1) => {
    write(undefined);
    tell({ is: "stepped", by });
  };
  const answer = (verdict: Verdict, note: string) => {
    if (!item || item.stage !== "waiting" || !sheet?.mayAnswer) return;
    write(undefined);
    answers.answer(item, verdict, note);
    scrollTo({ top: 0 });
  };
  const deeds = {
    approve: () => (sheet?.needsReason ? write({ verdict: "approve" }) : answer("approve", "")),
    ask: () => sheet?.mayAnswer && write({ verdict: "return" }),
    passOn: () => sheet?.mayAnswer && sheet.mayPassOn && write({ verdict: "pass_on" }),
    remark: () => sheet?.mayAnswer && remarkOn(selectedIn(box.current, sheet.account)),
    put: () => item && tell({ is: "put", id: item.id }),
    next: () => step(1),
    back: () => step(-1),
  };
  const remarkOn = (anchor: Anchor | undefined) => {
    if (anchor) write({ remark: draftAt(anchor) });
    else box.current?.querySelector<HTMLElement>("[data-sentence]")?.focus();
  };
  const changeRemark = (remark: SheetRemark) => write({ remark: { ...remark, isNew: false } });
  const keep = (draft: Draft) => {
    write(undefined);
    if (sheet) void remarks.keep(sheet.id, sheet.version, draft);
  };
  const seen = seenOf(sitting).filter(({ id }) => sheets.kept.get(id)?.mayAnswer && !sheets.kept.get(id)?.needsReason);
  const missing = at !== undefined && sheets.kept.get(at) === null;
  return { sitting, item, sheet, missing, reading, writing, write, notice, say, box, hrefOf, open, close, answer, deeds, remarkOn, changeRemark, keep, remarks, answers, seen };
}
export type ReviewDeskState = ReturnType<typeof useDesk>;
