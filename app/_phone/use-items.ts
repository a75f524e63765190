"use client";
import { useEffect, useState } from "react";
import { isStaying } from "./leaving";
import type { Item } from "./item";
import { myOutbox, onChange } from "./phone";

type Found = {
  items: Item[]; lasting: boolean; sealing: boolean;
  /** Not sent, and in this page's memory alone. */
  alone: Item[];
  staying: boolean;
};

/** Everything of mine on this phone, and whether it outlives this page; undefined until it is known. */
export function useItems(): Found | undefined {
  const [found, setFound] = useState<Found>();
  useEffect(() => {
    let gone = false;
    const look = async () => {
      const outbox = await myOutbox();
      const [items, alone] = [await outbox.items(), await outbox.alone()];
      if (!gone) setFound({ items, alone, lasting: outbox.shelf.lasting, sealing: outbox.sealing, staying: isStaying() });
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
