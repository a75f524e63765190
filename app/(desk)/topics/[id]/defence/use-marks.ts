"use client";
import { useEffect, useState, useSyncExternalStore } from "react";
import { type Answer, MarkQueue } from "./mark-queue";

const PATIENCE = 8_000;
const EVERY = 4_000;

type Asked = { me: string; defenceId: string; criterionIds: readonly string[]; saved: readonly (readonly [string, number])[] };

/** My marks at one defence: on the screen at once, on the server as soon as it can be reached. */
export function useMarks({ me, defenceId, criterionIds, saved }: Asked) {
  const [queue] = useState(() => new MarkQueue(`marks:${me}:${defenceId}`, saved, ({ criterionId, points }) => post({ defenceId, criterionId, points }), sessionRest));
  const marks = useSyncExternalStore(queue.subscribe, queue.snapshot, queue.snapshot);
  const known = criterionIds.join(" ");
  useEffect(() => queue.takeUp(known.split(" ")), [queue, known]);

  const waits = marks.waiting.size > 0;
  useEffect(() => {
    if (!waits) return;
    const again = () => void (document.visibilityState === "visible" && queue.send());
    addEventListener("online", again);
    document.addEventListener("visibilitychange", again);
    const timer = setInterval(again, EVERY);
    return () => {
      removeEventListener("online", again);
      document.removeEventListener("visibilitychange", again);
      clearInterval(timer);
    };
  }, [queue, waits]);
  return { ...marks, mark: (criterionId: string, points: number) => queue.mark(criterionId, points) };
}

const sessionRest = (): Storage | undefined => (typeof window === "undefined" ? undefined : window.sessionStorage);

/** It arrives even when the page is left; who does not answer within eight seconds is not there. */
async function post(form: { defenceId: string; criterionId: string; points: number }): Promise<Answer | undefined> {
  const signal = AbortSignal.timeout(PATIENCE);
  const asked = { method: "POST", keepalive: true, headers: { "Content-Type": "application/json" }, body: JSON.stringify(form), signal };
  const response = await fetch("/api/v1/marks", asked).catch(() => undefined);
  return (await response?.json().catch(() => undefined)) as Answer | undefined;
}
