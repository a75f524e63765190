"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Pick } from "@/lib/topics/reads-pick";

export type Picks = { asked: string; picks: readonly Pick[]; trouble?: string };

const PAUSE = 200;

/** Visits and problems to name as 佐证: at first one's latest, then what the words find; an older answer never overtakes a newer. */
export function usePicks(topicId: string) {
  const [found, setFound] = useState<Picks>();
  const timer = useRef(0);
  const asking = useRef<AbortController>(undefined);

  const send = useCallback(async (q: string) => {
    asking.current?.abort();
    const control = (asking.current = new AbortController());
    const answer = await question(topicId, q, control.signal);
    if (!control.signal.aborted) setFound(answer);
  }, [topicId]);
  const ask = (typed: string) => {
    window.clearTimeout(timer.current);
    const q = typed.trim();
    if (Array.from(q).length === 1) return;
    timer.current = window.setTimeout(() => void send(q), PAUSE);
  };

  useEffect(() => {
    timer.current = window.setTimeout(() => void send(""), 0);
    return () => (window.clearTimeout(timer.current), asking.current?.abort());
  }, [send]);
  return { found, ask };
}

async function question(topicId: string, q: string, signal: AbortSignal): Promise<Picks> {
  try {
    const response = await fetch(`/api/v1/topics/${topicId}/evidence`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ q }), signal });
    // Our own route's answer, worded for people when it is a no.
    const said = (await response.json()) as { picks?: Pick[]; message?: string };
    return said.picks ? { asked: q, picks: said.picks } : { asked: q, picks: [], trouble: said.message ?? "抱歉，系统没能找完，过一会儿再找" };
  } catch {
    return { asked: q, picks: [], trouble: "没能连上服务器，有网后再找" };
  }
}
