import type { Shelf } from "./shelf";

const NAME = "qinglan-sender";
/** Pictures have a turn of their own: while a heavy one is on its way, words still go. */
export const PHOTOS = "qinglan-photos";
const me = Math.random().toString(36).slice(2);
const LEASE = 90_000;
const RENEWED = 30_000;

type How = { now?: () => number; holder?: string; name?: string };

/**
 * One sender at a time, across all tabs of this browser: Web Locks, or a lease in the phone's database where the page
 * is no secure context. Whoever finds it taken leaves the work to the holder.
 */
export async function inTurn(shelf: Shelf, work: () => Promise<void>, { now = Date.now, holder = me, name = NAME }: How = {}): Promise<boolean> {
  if (typeof navigator !== "undefined" && "locks" in navigator)
    return navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock) await work();
      return lock !== null;
    });
  const lease = (length: number) => shelf.lease(name, holder, now(), length && now() + length);
  if (!(await lease(LEASE))) return false;
  // A thin line takes longer than a lease lasts: it is held for as long as the work goes on.
  const clock = setInterval(() => void lease(LEASE).catch(() => undefined), RENEWED);
  try {
    await work();
  } finally {
    clearInterval(clock);
    await lease(0);
  }
  return true;
}
