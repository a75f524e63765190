import { leavingCookie } from "@/lib/words/leaving";
import { letGoOfPapers } from "./exams";
import { unlearn } from "./lock";
import { isUnsent } from "./item";
import { channel, LEFT, type Outbox } from "./outbox";
import { myOutbox, outboxHere, shut, theShelf } from "./phone";

/**
 * Before signing out: what was sent is forgotten, and with `drop` what was not sent too; nothing opens here by a 口令
 * any more. The rest stays, sealed. Other tabs of this browser are told to go.
 */
export async function leave(unsent: "keep" | "drop"): Promise<void> {
  await letGo(await myOutbox(), unsent);
  await unlearn(theShelf());
  shut();
  channel()?.postMessage(LEFT);
}

async function letGo(outbox: Outbox, unsent: "keep" | "drop"): Promise<void> {
  for (const item of await outbox.items()) if (unsent === "drop" || !isUnsent(item)) await outbox.remove(item.id);
  await letGoOfPapers(outbox);
}

/** Nobody answers: the server ends the session before it answers this browser anything else. */
export function markLeaving(): void {
  document.cookie = `${leavingHere()}=1; path=/; max-age=2592000; samesite=lax${overHttps() ? "; secure" : ""}`;
}
export const isLeaving = (): boolean => document.cookie.split("; ").some((one) => one.startsWith(`${leavingHere()}=`));
const overHttps = (): boolean => location.protocol === "https:";
const leavingHere = (): string => leavingCookie(overHttps());

/** Every word in this page's memory goes with the page; the way back ends at the door too. */
export function toTheDoor(then = ""): void {
  parting = true;
  location.replace(`/sign-in${then && `?callbackUrl=${then}`}`);
}

let [parting, staying] = [false, false];
/** Nobody is signed in any more, and the page is still there for the words that rest in it alone. */
export const isStaying = (): boolean => staying;

/** The session was ended by somebody: this phone is to open nothing by itself. Unsent words stay, sealed. */
export async function turnedOut(): Promise<void> {
  await unlearn(theShelf());
  channel()?.postMessage(LEFT);
  await goOrStay("/outbox");
}

/** Signed out: what rests on the phone rests there, but words that rest in this page alone would go with it. */
export async function goOrStay(then = ""): Promise<void> {
  if (!(await stayIfAlone())) toTheDoor(then);
}

export async function stayIfAlone(): Promise<boolean> {
  const outbox = outboxHere();
  staying = outbox !== undefined && (await outbox.alone()).length > 0;
  if (staying) outbox?.changed();
  return staying;
}

/** The browser asks before it lets go of a page in which words rest that are nowhere else. Returns how to stop. */
export function guard(): () => void {
  const asked = (event: BeforeUnloadEvent) => !parting && event.preventDefault();
  window.addEventListener("beforeunload", asked);
  return () => window.removeEventListener("beforeunload", asked);
}
