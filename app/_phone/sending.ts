import { stayIfAlone, turnedOut } from "./leaving";
import { heard } from "./lock";
import { askAfterParked } from "./parked";
import { myOutbox, outboxHere, theShelf } from "./phone";
import { drain, type Drained, type Post } from "./sender";
import { drainPhotos, type PostPhoto } from "./sender-photos";
import { inTurn, PHOTOS } from "./turn";

const post: Post = async (envelope) => {
  const asked = fetch("/api/v1/outbox", {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(envelope), signal: AbortSignal.timeout(30_000),
  });
  const answer = await asked.catch(() => undefined);
  const said = await saidBy<{ ok: false; revoked?: boolean }>(answer);
  if (said?.revoked) await turnedOut();
  else if (answer?.status === 401) await stayIfAlone();
  const outbox = outboxHere();
  if (answer?.ok && said && outbox) await heard(theShelf(), outbox.owner);
  return answer && { status: said ? answer.status : NOT_OURS, answer: said ?? { ok: false } };
};

/** A page of somebody else's (a gate of the network, a notice of repairs) is no answer, whatever number it bears. */
const NOT_OURS = 503;
export async function saidBy<Said extends { ok: boolean }>(answer: Response | undefined): Promise<Said | undefined> {
  const said = (await answer?.json().catch(() => undefined)) as Partial<Said> | undefined;
  return typeof said?.ok === "boolean" && said.ok === answer?.ok ? (said as Said) : undefined;
}

const postPhoto: PostPhoto = async ({ id, owner, bytes }) => {
  const headers = { "content-type": "image/jpeg", "x-qinglan-owner": owner };
  const asked = fetch(`/api/v1/photos/${id}`, { method: "POST", headers, body: bytes, signal: AbortSignal.timeout(120_000) });
  const answer = await asked.catch(() => undefined);
  const said = await saidBy<{ ok: boolean; message?: string; otherPerson?: boolean }>(answer);
  return answer && { message: said?.message, otherPerson: said?.otherPerson, status: said ? answer.status : NOT_OURS };
};

/** Sends what is due, unless another tab is at it. `hurry` does not wait for a back-off to pass. */
export async function send(hurry = false): Promise<Drained | "busy"> {
  const outbox = await myOutbox();
  let ended = "busy" as Drained | "busy";
  await inTurn(outbox.shelf, async () => {
    await outbox.sink();
    ended = await drain(outbox, post, Date.now, hurry);
    if (ended === "done") await askAfterParked(outbox, post, Date.now, hurry);
  });
  // After the words, and in a turn of their own: a heavy picture on a thin line does not hold up the next visit.
  if (ended === "done") await inTurn(outbox.shelf, async () => void (await drainPhotos(outbox, postPhoto, Date.now, hurry)), { name: PHOTOS });
  return ended;
}

/** Sends on opening, when the network or the page comes back, and every minute. Returns how to stop. */
export function keepSending(): () => void {
  const try_ = () => void send().catch(() => undefined);
  const hurried = () => void send(true).catch(() => undefined);
  const seen = () => document.visibilityState === "visible" && try_();
  window.addEventListener("online", hurried);
  document.addEventListener("visibilitychange", seen);
  const clock = setInterval(try_, 60_000);
  try_();
  return () => {
    window.removeEventListener("online", hurried);
    document.removeEventListener("visibilitychange", seen);
    clearInterval(clock);
  };
}
