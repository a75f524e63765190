import { useEffect, useState } from "react";
import { Keyed } from "./keyed";
import type { Taken } from "./use-answers";

const SECONDS = 10;

/** 「已通过 李某 · 撤销(8)」: ten seconds on the screen; the server waits a little longer for a slow signal. */
export function UndoBar({ taken, takeBack, forget }: { taken: Taken; takeBack: () => void; forget: () => void }) {
  const [left, setLeft] = useState(SECONDS);
  useEffect(() => {
    const tick = setInterval(() => setLeft((seconds) => seconds - 1), 1000);
    return () => clearInterval(tick);
  }, []);
  useEffect(() => {
    if (left <= 0) forget();
  }, [left, forget]);
  return (
    <div className="flex items-center justify-between gap-2 rounded-1 bg-ok-bg px-3 text-ok">
      <span role="status" className="truncate">{taken.words}</span>
      <Keyed shortcut="Z" variant="quiet" size="row" onClick={takeBack}>撤销({Math.max(left, 0)})</Keyed>
    </div>
  );
}
