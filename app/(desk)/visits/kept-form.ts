"use client";
import { useEffect, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { VisitInput } from "@/lib/visits/forms";

type Kept = { at: number; values: VisitInput };

/**
 * Keeps what is being typed in this tab, so that a session that ends, a reload or a wrong tap loses nothing: it comes
 * back after signing in. It lives in sessionStorage, under the person's own id, and goes when the tab does.
 */
export function useKeptForm<Out>(form: UseFormReturn<VisitInput, unknown, Out>, keepAs: string) {
  const key = keyOf(keepAs);
  const [restored, setRestored] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const kept = read(key);
    const opened = form.getValues();
    const sameDoor = !opened.householdId || opened.householdId === kept?.values.householdId;
    if (kept && sameDoor && (kept.values.version ?? 0) === (opened.version ?? 0)) {
      form.reset(kept.values, { keepDefaultValues: true });
      // The browser's store is only there after the first paint: this one extra render is what it costs.
      // eslint-disable-next-line react-hooks/set-state-in-effect
      setRestored(true);
    }
    const subscription = form.watch(() => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => keep(key, form.getValues()), 400);
    });
    const atOnce = () => document.visibilityState === "hidden" && keep(key, form.getValues());
    document.addEventListener("visibilitychange", atOnce);
    return () => {
      subscription.unsubscribe();
      document.removeEventListener("visibilitychange", atOnce);
    };
  }, [form, key]);

  const restart = () => {
    clearTimeout(timer.current);
    forgetKept(keepAs);
    form.reset();
    setRestored(false);
  };
  return { restored, restart, here: () => location.pathname + location.search };
}

const keyOf = (keepAs: string) => `ql-visit:${keepAs}`;

/** Once it is stored elsewhere nothing of it stays in the tab. A write still pending finds the form already blank. */
export const forgetKept = (keepAs: string) => sessionStorage.removeItem(keyOf(keepAs));

function read(key: string): Kept | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "") as Kept;
  } catch {
    return undefined;
  }
}

/** A door alone is chosen again faster than it is recognised; words are worth keeping. */
function keep(key: string, values: VisitInput) {
  const worth = values.account !== "" || values.notDone || values.matter || (values.topics?.length ?? 0) > 0;
  if (worth) sessionStorage.setItem(key, JSON.stringify({ at: Date.now(), values } satisfies Kept));
}
