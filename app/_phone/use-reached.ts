"use client";
import { useEffect, useState } from "react";
import { useOnline } from "./use-online";

const AGAIN = 20_000;

/** Whether the server answers, asked for as long as it does not: a phone with bars may still reach nothing. */
export function useReached(): boolean {
  const online = useOnline();
  const [answered, setAnswered] = useState(false);
  useEffect(() => {
    if (!online || answered) return undefined;
    let gone = false;
    const ask = async () => {
      const answer = await fetch("/api/health", { cache: "no-store", signal: AbortSignal.timeout(8_000) }).catch(() => undefined);
      if (!gone && answer?.ok) setAnswered(true);
    };
    void ask();
    const clock = setInterval(() => void ask(), AGAIN);
    return () => {
      gone = true;
      clearInterval(clock);
    };
  }, [online, answered]);
  return online && answered;
}
