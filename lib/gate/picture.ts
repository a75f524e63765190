import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import { tables } from "@/db/schema";
import { photoFiles, topicFiles } from "@/db/sealed-files";
import type { Store } from "@/db/store";
import type { Id } from "@/lib/kernel/id";
import type { Desk } from "./desk";

/** The picture of a photo that this person may see and that has come. */
export async function pictureOf(desk: Desk, id: Id<"photo">): Promise<Buffer | undefined> {
  const { photos } = desk.see;
  const [photo] = await desk.select({ file: photos.file }).from(photos).where(and(eq(photos.id, id), eq(photos.state, "kept")));
  return photo?.file ? photoFiles.read(photo.file) : undefined;
}

/** One version of a 成果材料 that this person may see, as it was sent. */
export async function paperOf(desk: Desk, topicId: Id<"topic">, id: Id<"deliverableVersion">) {
  const { deliverableVersions: v } = desk.see;
  const [version] = await desk.select({ name: v.name, kind: v.kind, file: v.file }).from(v).where(and(eq(v.id, id), eq(v.topicId, topicId)));
  const bytes = version && (await topicFiles.read(version.file));
  return bytes && { name: version.name, kind: version.kind, bytes };
}

/** Once at the start, before anybody writes: what a power cut left between a file and its row. */
export async function sweepPictures(store: Store, before: Date): Promise<number> {
  const { photos, deliverableVersions: v } = tables;
  const pictures = await store.read.select({ file: photos.file }).from(photos).where(isNotNull(photos.file));
  const papers = await store.read.select({ file: v.file }).from(v);
  return (await photoFiles.sweep(among(pictures), before)) + (await topicFiles.sweep(among(papers), before));
}

function among(rows: readonly { file: string | null }[]): (name: string) => boolean {
  const known = new Set(rows.map(({ file }) => file));
  return (name) => known.has(name);
}
