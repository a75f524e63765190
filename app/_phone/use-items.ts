"use client";
import { useEffect, useState } from "react";
import type { Item } from "./outbox";
import { myOutbox, onChange } from "./phone";

/** Everything of mine on this phone, and whether it outlives this page; undefined until it is known. */
export function useItems(): { items: Item[]; lasting: boolean } | undefined {
  const [found, setFound] = useState<{ items: Item[]; lasting: boolean }>();
  useEffect(() => {
    let gone = false;
    const look = async () => {
      const outbox = await myOutbox();
      const items = await outbox.items();
      if (!gone) setFound({ items, lasting: outbox.shelf.lasting });
    };
    const again = () => void look().catch(() => undefined);
    again();
    const stop = onChange(again);
    return () => {
      gone = true;
      stop();
    };
  }, []);
  return found;
}
