"use client";
import { useState } from "react";
import { tickItem } from "../actions";

type Props = { topicId: string; itemId: string; words: string; ticked: boolean; by?: string | undefined };

/** One line of a gate's list: a press ticks it or takes the tick back. */
export function TickBox({ topicId, itemId, words, ticked, by }: Props) {
  const [state, setState] = useState<{ busy: boolean; no?: string | undefined }>({ busy: false });
  const press = async () => {
    setState({ busy: true });
    const outcome = await tickItem({ topicId, itemId, ticked: !ticked }).catch(() => undefined);
    setState({ busy: false, no: outcome?.ok ? undefined : (outcome?.message ?? "没能连上服务器，过一会儿再试") });
  };
  return (
    <>
      <label className="flex min-h-tap items-center gap-2.5">
        <input type="checkbox" checked={state.busy ? !ticked : ticked} aria-disabled={state.busy} onChange={() => void (state.busy || press())} />
        <span className="min-w-0">{words}{by && <span className="ml-2 text-sm whitespace-nowrap text-ink-2">{by}</span>}</span>
      </label>
      {state.no && <p role="alert" className="text-danger">▲ {state.no}</p>}
    </>
  );
}
