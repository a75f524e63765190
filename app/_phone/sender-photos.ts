import type { Theirs } from "@/app/api/v1/outbox/deliver";
import { type Item, type Picture, type VisitItem, waitingPhotos } from "./item";
import type { Outbox } from "./outbox";
import { type Drained, later, type Resting, settle } from "./sender";

/** Posts one picture; undefined where no answer came in time. */
export type PostPhoto = (photo: { id: string; owner: string; bytes: Picture["bytes"] }) =>
  Promise<{ status: number; message?: string | undefined; otherPerson?: boolean | undefined } | undefined>;

/** A visit that the server does not know is asked for so often before its pictures are given up. */
const MOST_UNKNOWN = 5;

/**
 * Sends the pictures of visits whose words have arrived, one at a time. The server knows a picture by its id and its
 * bytes: sent twice, it is there once. Call it only while holding the pictures' turn.
 */
export async function drainPhotos(outbox: Outbox, post: PostPhoto, now: () => number, hurry = false): Promise<Drained> {
  for (const item of await outbox.items()) {
    if (item.state !== "sent" || !(hurry || item.nextTryAt <= now())) continue;
    for (const photo of waitingPhotos(item)) {
      const ended = await sendOne(outbox, item.id, photo, post, now);
      if (ended === "later") break;
      if (ended !== "next") return ended;
    }
  }
  return "done";
}

type Ended = Exclude<Drained, "done"> | "next" | "later";

async function sendOne(outbox: Outbox, visitId: string, id: string, post: PostPhoto, now: () => number): Promise<Ended> {
  const item = await outbox.item(visitId);
  if (item?.state !== "sent" || !item.photosLeft.includes(id)) return "next"; // taken up again, or sent by another tab
  const bytes = await outbox.picture(id);
  if (!bytes) return refuse(outbox, visitId, id, "这张照片在手机上打不开了");
  const heard = await post({ id, owner: outbox.owner, bytes });
  const { status, message, otherPerson } = heard ?? { status: 0 };
  if (status === 200 || status === 410) return arrived(outbox, item, id);
  if (status === 401 || otherPerson) {
    await note(outbox, visitId, { reason: otherPerson ? (message ?? "") : "登录时间到了，重新登录后会自动发送" });
    return "signed-out";
  }
  const mayStillCome = status === 404 && item.tries < MOST_UNKNOWN;
  if (status >= 400 && status < 500 && status !== 408 && status !== 429 && !mayStillCome) return refuse(outbox, visitId, id, message ?? "系统收不下这张照片");
  await note(outbox, visitId, later(item, now(), heard ? "系统现在忙，过一会儿自动再发" : "没有网络，有网后自动发送"));
  return heard ? "later" : "no-network";
}

async function arrived(outbox: Outbox, { id: visitId, reason, tries }: Item, id: string): Promise<Ended> {
  await outbox.dropPicture(id);
  if (reason || tries) await note(outbox, visitId, { reason: "", tries: 0, nextTryAt: 0 });
  return "next";
}

async function refuse(outbox: Outbox, visitId: string, id: string, why: string): Promise<Ended> {
  const item = await outbox.item(visitId);
  await note(outbox, visitId, { unwanted: { ...item?.unwanted, [id]: why } });
  return "next";
}

/** Read again first: meanwhile its author may have gone on writing, and that is theirs. */
async function note(outbox: Outbox, visitId: string, change: Partial<Resting>): Promise<void> {
  const item = await outbox.item(visitId);
  if (item?.state === "sent") await outbox.keep({ ...item, ...change });
}

/** What is here gives way to what the server has. Pictures that are waited for there still go, and need no words for it. */
export async function giveWay(outbox: Outbox, item: VisitItem, theirs: Theirs): Promise<void> {
  const here = await outbox.shelf.photoIds(item.id);
  const stay = here.filter((id) => theirs.visit.photoIds?.includes(id));
  if (stay.length === 0) return outbox.remove(item.id);
  await settle(outbox, item, { state: "sent", reason: "", theirs: null, tries: 0, nextTryAt: 0, photosLeft: stay }, { ...item, visit: theirs.visit });
}
