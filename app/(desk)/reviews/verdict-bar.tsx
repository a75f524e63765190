import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { Keyed } from "./keyed";
import type { Sheet } from "./sheet";

export type Deeds = { approve: () => void; ask: () => void; passOn: () => void; remark: () => void; put: () => void; next: () => void; back: () => void };

/** The answers, each with its key; on the phone the two that matter stand between the way back and the way on. */
export function VerdictBar({ sheet, deeds }: { sheet: Sheet; deeds: Deeds }) {
  return (
    <div className="flex w-full items-center gap-2">
      <Keyed shortcut="K" className="px-2! lg:order-3" aria-label="上一篇" title="上一篇" onClick={deeds.back}><Icon name="chevron-left" className="size-5" /></Keyed>
      {sheet.mayAnswer && <Keyed shortcut="R" className="max-lg:flex-1 lg:order-2" onClick={deeds.ask}>请补充</Keyed>}
      {sheet.mayAnswer && <Keyed shortcut="A" variant="primary" className="max-lg:flex-1 lg:order-1" onClick={deeds.approve}>通过</Keyed>}
      <Keyed shortcut="J" className="px-2! lg:order-4" aria-label="下一篇" title="下一篇" onClick={deeds.next}><Icon name="chevron-right" className="size-5" /></Keyed>
      <span className="contents max-lg:hidden lg:[&>*]:order-5"><Lesser sheet={sheet} deeds={deeds} /></span>
    </div>
  );
}

/** What is done less often: a row of its own on the phone, above the bar. */
export function Lesser({ sheet, deeds }: { sheet: Sheet; deeds: Deeds }) {
  return (
    <>
      {sheet.mayAnswer && <Keyed shortcut="C" variant="quiet" size="row" onClick={deeds.remark}>写批注</Keyed>}
      {sheet.mayAnswer && <Keyed shortcut="S" variant="quiet" size="row" onClick={deeds.put}>稍后再看</Keyed>}
      {sheet.mayAnswer && sheet.mayPassOn && <Button variant="quiet" size="row" onClick={deeds.passOn}>转交党建办</Button>}
    </>
  );
}
