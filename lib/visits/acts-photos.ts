import { eq, inArray, or } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import { photoFiles } from "@/db/sealed-files";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";

const { photos } = tables;
type Visit = Row<"visits">;

/** The photos of a visit as its form names them now: new ones are awaited, and what is no longer named goes, file and all. */
export async function attachPhotos(tx: Writer, desk: Desk, visit: Visit, photoIds: readonly Id<"photo">[], fresh: boolean): Promise<void> {
  const named = [...new Set(photoIds)];
  if (fresh && named.length === 0) return;
  const known = await tx.select().from(photos).where(or(eq(photos.visitId, visit.id), inArray(photos.id, named)));
  if (known.some(({ visitId }) => visitId !== visit.id)) throw Refusal.invalid("photoIds", "有一张照片已经在别的日志里。去掉它，重新选一次");
  for (const photo of known) if (!named.includes(photo.id) && photo.state !== "removed") await letGo(tx, desk, photo);
  for (const [position, id] of named.entries()) {
    const photo = known.find((one) => one.id === id);
    if (!photo) await tx.insert(photos).values({ id, visitId: visit.id, authorId: visit.authorId, position, state: "awaited" });
    else if (mayStand(photo)) await tx.update(photos).set({ position, state: photo.file ? "kept" : "awaited" }).where(eq(photos.id, id));
  }
}

/** What its author let go may be named again; what the office took down stays down, and is known by its print. */
const mayStand = ({ state, bodyHash }: Row<"photos">): boolean => state !== "removed" || bodyHash === null;

async function letGo(tx: Writer, desk: Desk, { id, file }: Row<"photos">): Promise<void> {
  await tx.update(photos).set({ state: "removed", file: null, bodyHash: null, bytes: 0 }).where(eq(photos.id, id));
  if (file) desk.afterwards(() => photoFiles.drop(file));
}

/** Of a draft that is thrown away. */
export async function dropPhotosOf(tx: Writer, desk: Desk, visitId: Id<"visit">): Promise<void> {
  const gone = await tx.delete(photos).where(eq(photos.visitId, visitId)).returning({ file: photos.file });
  for (const { file } of gone) if (file) desk.afterwards(() => photoFiles.drop(file));
}
