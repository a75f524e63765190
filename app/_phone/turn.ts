import type { Shelf } from "./shelf";

const NAME = "qinglan-sender";
/** Pictures have a turn of their own: while a heavy one is on its way, words still go. */
export const PHOTOS = "qinglan-photos";
const me = Math.random().toString(36).slice(2);
const LEASE = 90_000;

/**
 * One sender at a time, across all tabs of this browser: Web Locks, or a lease in the phone's database where the page
 * is no secure context. Whoever finds it taken leaves the work to the holder.
 */
export async function inTurn(shelf: Shelf, work: () => Promise<void>, now = Date.now(), holder = me, name = NAME): Promise<boolean> {
  if (typeof navigator !== "undefined" && "locks" in navigator)
    return navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock) await work();
      return lock !== null;
    });
  if (!(await shelf.lease(name, holder, now, now + LEASE))) return false;
  try {
    await work();
  } finally {
    await shelf.lease(name, holder, now, 0);
  }
  return true;
}
