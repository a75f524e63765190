"use client";
import { useEffect, useRef, useState } from "react";

export type Found = { href: string; title: string; note: string; snippet?: { before: string; hit: string; after: string } };
export type FoundGroup = { label: string; rows: Found[] };

export type Answer =
  | { kind: "idle" }
  | { kind: "found"; asked: string; groups: readonly FoundGroup[] }
  | { kind: "trouble"; message: string };

const pause = 200;
const shortest = 2;

/** What is typed becomes a question 200 ms later; an older answer never overtakes a newer one. */
export function useSearch() {
  const [answer, setAnswer] = useState<Answer>({ kind: "idle" });
  const [busy, setBusy] = useState(false);
  const timer = useRef(0);
  const asking = useRef<AbortController>(undefined);

  const stop = () => {
    window.clearTimeout(timer.current);
    asking.current?.abort();
    setBusy(false);
  };
  const send = async (words: string) => {
    const control = (asking.current = new AbortController());
    setBusy(true);
    const heard = await question(words, control.signal);
    if (control.signal.aborted) return;
    setBusy(false);
    setAnswer(heard);
  };
  const ask = (typed: string) => {
    stop();
    const words = typed.trim();
    if (Array.from(words).length < shortest) return setAnswer({ kind: "idle" });
    timer.current = window.setTimeout(() => void send(words), pause);
  };
  useEffect(() => () => (window.clearTimeout(timer.current), asking.current?.abort()), []);
  return { answer, busy, ask };
}

/** By POST, so that nobody's name stands in an address or a log. */
async function question(q: string, signal: AbortSignal): Promise<Answer> {
  try {
    const headers = { "Content-Type": "application/json" };
    const response = await fetch("/api/v1/search", { method: "POST", headers, body: JSON.stringify({ q }), signal });
    // Our own route's answer, worded for people when it is a no.
    const said = (await response.json()) as { groups?: FoundGroup[]; message?: string };
    if (response.ok && said.groups) return { kind: "found", asked: q, groups: said.groups };
    return { kind: "trouble", message: said.message ?? "抱歉，系统没能找完，过一会儿再找" };
  } catch {
    return { kind: "trouble", message: "没能连上服务器，有网后再找" };
  }
}
