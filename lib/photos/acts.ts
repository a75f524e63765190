import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { tables } from "@/db/schema";
import { photoFiles } from "@/db/sealed-files";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { cleaned } from "./cleaned";
import type { RemovePhotoForm } from "./forms";
import { keptThisMonth, myPhoto } from "./reads";
import { MOST_A_MONTH } from "./rules";

const { photos } = tables;

let last: Promise<unknown> = Promise.resolve();
/** One picture at a time, however many phones come back at once: a decoder is never in anybody's way. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  return mine;
}

/**
 * Takes in a picture that its visit named before. The same picture again is the same photo; another one under its id is
 * refused. `removed` says that nobody waits for it any more.
 */
export const keepPhoto = (desk: Desk, id: Id<"photo">, bytes: Uint8Array): Promise<"kept" | "removed"> =>
  inTurn(async () => {
    const photo = await myPhoto(desk, id);
    if (!photo) throw Refusal.notFound("这张照片");
    const bodyHash = createHash("sha256").update(bytes).digest("hex");
    if (photo.state === "removed") return "removed";
    if (photo.state === "awaited") await take(desk, id, bytes, bodyHash);
    else if (photo.bodyHash !== bodyHash) throw Refusal.conflict("系统里这个位置已经是另一张照片。去掉这张，重新选一次");
    return "kept";
  });

/** The file first: a row never points at nothing, and a file without a row is swept away. */
async function take(desk: Desk, id: Id<"photo">, bytes: Uint8Array, bodyHash: string): Promise<void> {
  const picture = await cleaned(bytes);
  if ((await keptThisMonth(desk)) + picture.length > MOST_A_MONTH)
    throw Refusal.forbidden("这个月的照片已满 200 MB。下个月再传，或不加照片，文字不受影响");
  const file = await photoFiles.write(picture);
  const kept = desk.change("photo.keep", id, async (tx) => {
    const [done] = await tx.update(photos).set({ state: "kept", file, bodyHash, bytes: picture.length, receivedAt: desk.now })
      .where(and(eq(photos.id, id), eq(photos.state, "awaited"))).returning({ id: photos.id });
    if (!done) throw Refusal.conflict("这张照片刚在别处改过。刷新看看最新的情况");
  });
  await kept.catch(async (error: unknown) => {
    await photoFiles.drop(file);
    throw error;
  });
}

/** The office takes a picture down and says why; its print stays, so that it does not come back. */
export async function removePhoto(desk: Desk, { photoId, reason }: RemovePhotoForm): Promise<void> {
  await desk.together((d) => d.change("photo.remove", photoId, async (tx, { state, file }) => {
    if (state !== "kept" || !file) throw Refusal.conflict("这张照片还没有传到，或已经删除");
    await tx.update(photos).set({ state: "removed", file: null, bytes: 0 }).where(eq(photos.id, photoId));
    d.afterwards(() => photoFiles.drop(file));
  }, reason));
}
