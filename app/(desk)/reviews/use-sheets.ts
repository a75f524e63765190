import { useCallback, useEffect, useRef, useState } from "react";
import { fetchSheet } from "./post";
import type { Sheet } from "./sheet";

/** What has been fetched: the one that is read, and those ahead of it. Null is one that could not be had. */
export function useSheets(first: Sheet | undefined, wanted: readonly (string | undefined)[]) {
  const [kept, setKept] = useState<ReadonlyMap<string, Sheet | null>>(() => new Map<string, Sheet | null>(first ? [[first.id, first]] : []));
  const asked = useRef(new Set<string>(first ? [first.id] : []));
  const keep = useCallback((id: string, sheet: Sheet | null) => setKept((all) => new Map(all).set(id, sheet)), []);

  const fetchAnew = useCallback(async (id: string): Promise<Sheet | undefined> => {
    asked.current.add(id);
    const sheet = await fetchSheet(id);
    keep(id, sheet ?? null);
    return sheet;
  }, [keep]);
  const alter = useCallback((id: string, change: (sheet: Sheet) => Sheet) => {
    setKept((all) => (all.get(id) ? new Map(all).set(id, change(all.get(id)!)) : all));
  }, []);

  const names = wanted.filter((id) => id !== undefined).join(" ");
  useEffect(() => {
    for (const id of names.split(" ")) if (id && !asked.current.has(id)) void fetchAnew(id);
  }, [names, fetchAnew]);
  return { kept, alter, fetchAnew };
}
export type Sheets = ReturnType<typeof useSheets>;
