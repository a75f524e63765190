"use client";
import Search from "lucide-react/icons/search";
import { type MouseEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { SearchPanel } from "@/app/_ui/search-panel";
import { To } from "@/app/_ui/to";

/** In every header: a box that opens the search over the page (Ctrl K), on the phone a glass that leads to its page. */
export function SearchPalette() {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDialogElement>(null);
  const close = () => setOpen(false);

  useEffect(() => {
    if (!open) return box.current?.close();
    if (!box.current?.open) box.current?.showModal();
    box.current?.querySelector("input")?.focus();
  }, [open]);
  useEffect(() => onCtrlK(() => setOpen(true)), []);

  const closeOnVeil = (event: MouseEvent) => event.target === box.current && close();
  return (
    <>
      <To href="/search" aria-label="搜索" className={glass}><Search className="size-5.5" aria-hidden /></To>
      <button type="button" aria-haspopup="dialog" aria-keyshortcuts="Control+K Meta+K" onClick={() => setOpen(true)} className={look}>
        <Search className="size-4" aria-hidden />
        搜索 人/户/村/走访
        <kbd className="ml-auto text-xs">Ctrl K</kbd>
      </button>
      <dialog ref={box} aria-label="搜索" onClose={close} onClick={closeOnVeil} className={sheet}>
        {open && <div className="px-3 pb-3 [--search-top:0px]"><SearchPanel onLeave={close} close={<Button variant="quiet" onClick={close}>关闭</Button>} /></div>}
      </dialog>
    </>
  );
}

function onCtrlK(open: () => void): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing || event.keyCode === 229 || event.altKey || event.shiftKey) return;
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return;
    event.preventDefault();
    open();
  };
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
}

const glass = "inline-flex size-tap items-center justify-center rounded-1 text-ink-2 hover:bg-bg-3 lg:hidden";
const look =
  "hidden min-h-8 w-72 items-center gap-1.5 rounded-1 border border-control bg-bg px-2.5 text-sm text-ink-2 hover:border-primary lg:inline-flex";
const sheet =
  "m-auto mt-[8dvh] max-h-[80dvh] w-full overflow-y-auto rounded-2 border border-line bg-bg-2 text-ink shadow-2 backdrop:bg-veil lg:max-w-2xl";
