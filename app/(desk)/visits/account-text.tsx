import { Fragment } from "react";
import { atSentences } from "@/lib/visits/rules-remarks";

export type RemarkSaid = { id: string; quote: string; before: string; words: string; author: string };

/** What was said, with each remark at its sentence; where the sentence is gone, the remark brings its quote along. */
export function AccountText({ text, remarks }: { text: string; remarks: readonly RemarkSaid[] }) {
  const { pieces, gone } = atSentences(text, remarks);
  return (
    <>
      <div className="max-w-[38em] whitespace-pre-wrap">
        {pieces.map((piece) => (
          <Fragment key={piece.start}>
            {piece.remarks.length > 0 ? <mark className={marked}>{piece.text}</mark> : piece.text}
            {piece.remarks.map((remark) => <RemarkNote key={remark.id} remark={remark} />)}
          </Fragment>
        ))}
        {pieces.length === 0 && "（没有写）"}
      </div>
      {gone.map((remark) => <RemarkNote key={remark.id} remark={remark} gone />)}
    </>
  );
}

export const marked = "rounded-sm bg-warn-bg text-ink underline decoration-warn decoration-2 underline-offset-4";

export function RemarkNote({ remark, gone = false }: { remark: RemarkSaid; gone?: boolean }) {
  return (
    <span role="note" aria-label={`${remark.author} 的批注`} className="my-1 block max-w-[38em] border-l-4 border-l-warn bg-warn-bg px-2.5 py-1">
      {gone && <span className="block text-sm text-ink-2">原句已改：<q>{remark.quote}</q></span>}
      {remark.words}<span className="text-sm text-ink-2"> —— {remark.author}</span>
    </span>
  );
}
