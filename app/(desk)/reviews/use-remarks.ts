import { useState } from "react";
import { newId } from "@/lib/kernel/id";
import type { Anchor } from "@/lib/visits/rules-remarks";
import { post, whyNot } from "./post";
import type { SheetRemark } from "./sheet";
import type { Sheets } from "./use-sheets";

/** The remark that is being written: a new one, or mine that was not sent yet. */
export type Draft = Anchor & { id: string; words: string; isNew: boolean };
export const draftAt = (anchor: Anchor): Draft => ({ ...anchor, id: newId<"visitComment">(), words: "", isNew: true });

/** Remarks that nobody else sees until they leave: with the verdict, or all at once. */
export function useRemarks(sheets: Sheets, waiting: Readonly<Record<string, number>>, me: string, say: (words?: string) => void) {
  const [elsewhere, setElsewhere] = useState(waiting);
  const pendingAt = (id: string): number => sheets.kept.get(id)?.remarks.filter(({ mine }) => mine).length ?? elsewhere[id] ?? 0;
  const visitIds = [...new Set([...Object.keys(elsewhere), ...sheets.kept.keys()])].filter((id) => pendingAt(id) > 0);
  const count = visitIds.reduce((sum, id) => sum + pendingAt(id), 0);

  const keep = async (visitId: string, version: number, { id, quote, before, words }: Draft) => {
    const mine: SheetRemark = { id: id as SheetRemark["id"], quote, before, words, author: me, state: "pending", mine: true };
    const was = sheets.kept.get(visitId)?.remarks ?? [];
    const others = was.filter((remark) => remark.id !== id);
    sheets.alter(visitId, (sheet) => ({ ...sheet, remarks: words === "" ? others : [...others, mine] }));
    const outcome = await post("remark", { id, visitId, version, quote, before, words });
    if (outcome.ok) return;
    sheets.alter(visitId, (sheet) => ({ ...sheet, remarks: was }));
    say(whyNot(outcome));
  };

  const markSent = (ids: readonly string[]) => {
    setElsewhere((all) => Object.fromEntries(Object.entries(all).filter(([id]) => !ids.includes(id))));
    for (const id of ids)
      sheets.alter(id, (sheet) => ({ ...sheet, remarks: sheet.remarks.map((remark) => (remark.mine ? { ...remark, mine: false, state: "sent" } : remark)) }));
  };
  const send = async () => {
    const outcome = await post("send", { visitIds });
    if (outcome.ok) markSent(visitIds);
    say(outcome.ok ? undefined : whyNot(outcome));
  };
  return { count, keep, send, markSent };
}
