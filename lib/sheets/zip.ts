import * as yauzl from "yauzl";
import type { Refusal } from "@/lib/kernel/refusal";

/** What a zip may be, and how its faults are worded for the person who picked it. */
export type ZipRule = {
  most: { entries: number; unpackedBytes: number; ratio: number };
  /** Of a name in small letters: why it may not be in there, if it may not. */
  faultOf: (name: string) => Refusal | undefined;
  refuse: Record<"broken" | "bomb" | "locked" | "strange", () => Refusal>;
};

/** Judges a zip by its list of contents alone: when this answers with the names, nothing has been inflated yet. */
export async function contentsOf(bytes: Uint8Array, { most, faultOf, refuse }: ZipRule): Promise<Set<string>> {
  const entries = await entriesOf(bytes, most.entries, refuse.broken);
  if (entries.length > most.entries) throw refuse.bomb();
  const names = new Set<string>();
  let unpacked = 0;
  for (const entry of entries) {
    const name = entry.fileName.toLowerCase();
    const fault = faultOf(name) ?? (names.has(name) ? refuse.strange() : undefined);
    if (fault) throw fault;
    names.add(name);
    if (entry.isEncrypted()) throw refuse.locked();
    if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw refuse.strange();
    unpacked += entry.uncompressedSize;
  }
  if (unpacked > most.unpackedBytes || unpacked > most.ratio * bytes.length) throw refuse.bomb();
  return names;
}

const opened = (bytes: Uint8Array) => yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));

async function entriesOf(bytes: Uint8Array, most: number, broken: () => Refusal): Promise<yauzl.Entry[]> {
  const found: yauzl.Entry[] = [];
  try {
    for await (const entry of (await opened(bytes)).eachEntry()) if (found.push(entry) > most) break;
  } catch {
    throw broken();
  }
  return found;
}

/** The text of some small parts of a zip that was judged; together they may not be longer than `most`. */
export async function partsOf(bytes: Uint8Array, wanted: (name: string) => boolean, most: number, { refuse }: ZipRule): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  let left = most;
  try {
    const zip = await opened(bytes);
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      if (!wanted(name)) continue;
      if ((left -= entry.uncompressedSize) < 0) break; // an entry that lies about its size does not inflate
      const chunks: Buffer[] = [];
      for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
      parts.set(name, Buffer.concat(chunks).toString("utf8"));
    }
  } catch {
    throw refuse.broken();
  }
  if (left < 0) throw refuse.bomb();
  return parts;
}
