import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import { readPhoto, sweepPhotos } from "@/db/photo-files";
import { tables } from "@/db/schema";
import type { Store } from "@/db/store";
import type { Id } from "@/lib/kernel/id";
import type { Desk } from "./desk";

/** The picture of a photo that this person may see and that has come. */
export async function pictureOf(desk: Desk, id: Id<"photo">): Promise<Buffer | undefined> {
  const { photos } = desk.see;
  const [photo] = await desk.select({ file: photos.file }).from(photos).where(and(eq(photos.id, id), eq(photos.state, "kept")));
  return photo?.file ? readPhoto(photo.file) : undefined;
}

/** Once at the start, before anybody writes: what a power cut left between a file and its row. */
export async function sweepPictures(store: Store, before: Date): Promise<number> {
  const { photos } = tables;
  const rows = await store.read.select({ file: photos.file }).from(photos).where(isNotNull(photos.file));
  const known = new Set(rows.map(({ file }) => file));
  return sweepPhotos((name) => known.has(name), before);
}
