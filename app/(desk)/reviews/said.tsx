"use client";
import { Fragment, type KeyboardEvent, type RefObject } from "react";
import { anchorAt, type Anchor, atSentences, type Piece } from "@/lib/visits/rules-remarks";
import { marked, RemarkNote } from "../visits/account-text";
import type { SheetRemark } from "./sheet";

type Props = {
  text: string;
  remarks: readonly SheetRemark[];
  /** Where a remark may be written; nothing once it is answered. */
  pick?: ((anchor: Anchor) => void) | undefined;
  change: (remark: SheetRemark) => void;
  box: RefObject<HTMLDivElement | null>;
};

/** The account, each sentence a place for a remark: a tap on the phone, a click or a key at the desk. */
export function Said({ text, remarks, pick, change, box }: Props) {
  const { pieces, gone } = atSentences(text, remarks);
  if (text === "") return <p>（没有写）</p>;
  return (
    <>
      <div ref={box} className="max-w-[38em] whitespace-pre-wrap lg:text-lg lg:leading-relaxed">
        {pieces.map((piece) => (
          <Fragment key={piece.start}>
            <Sentence piece={piece} pick={pick && (() => pick(anchorAt(text, piece.start, piece.text)))} />
            {piece.remarks.map((remark) => <Written key={remark.id} remark={remark} change={change} />)}
          </Fragment>
        ))}
      </div>
      {gone.map((remark) => <RemarkNote key={remark.id} remark={remark} gone />)}
    </>
  );
}

const place = "cursor-pointer rounded-sm hover:bg-primary-bg max-lg:flex max-lg:min-h-tap max-lg:items-center";

function Sentence({ piece, pick }: { piece: Piece<SheetRemark>; pick: (() => void) | undefined }) {
  const look = piece.remarks.length > 0 ? marked : "";
  if (!pick) return <span className={look}>{piece.text}</span>;
  const press = () => {
    if (document.getSelection()?.isCollapsed !== false) pick();
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    pick();
  };
  return <span role="button" tabIndex={0} data-sentence={piece.start} title="给这一句写批注" className={`${place} ${look}`} onClick={press} onKeyDown={key}>{piece.text}</span>;
}

/** Mine, not sent yet, can be changed; everybody's that was sent stands. */
function Written({ remark, change }: { remark: SheetRemark; change: (remark: SheetRemark) => void }) {
  if (!remark.mine) return <RemarkNote remark={remark} />;
  return (
    <button type="button" onClick={() => change(remark)} aria-label={`改批注：${remark.words}`}
      className="my-1 block min-h-tap w-full border-l-4 border-l-primary bg-primary-bg px-2.5 py-1 text-left text-base lg:min-h-8">
      {remark.words}<span className="text-sm text-ink-2"> · 还没发出，只有你看得到</span>
    </button>
  );
}

/** What is selected inside the account, with what stands before it; otherwise the only sentence there is. */
export function selectedIn(box: HTMLElement | null, text: string): Anchor | undefined {
  const selection = document.getSelection();
  const quote = selection?.toString().trim() ?? "";
  const from = selection && selection.rangeCount > 0 ? selection.getRangeAt(0).startContainer : null;
  const begins = (from instanceof Element ? from : from?.parentElement)?.closest<HTMLElement>("[data-sentence]");
  const at = quote && box?.contains(from) ? text.indexOf(quote, Number(begins?.dataset.sentence ?? 0)) : -1;
  if (at >= 0) return anchorAt(text, at, quote);
  const { pieces } = atSentences(text, []);
  return pieces.length === 1 ? anchorAt(text, 0, text) : undefined;
}
