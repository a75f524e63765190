import { isUnsent } from "./item";
import type { Outbox } from "./outbox";
import type { SealedPhoto, SealedRow } from "./shelf";

/*
 * 备份文件: what was not sent, sealed as it rests on the phone, so that it can be carried to another browser. Only its
 * author's key opens it: in anybody else's hands it says how many there are and nothing more.
 */

type Kept<Row extends { iv: Uint8Array; bytes: ArrayBuffer }> = Omit<Row, "iv" | "bytes"> & { iv: string; bytes: string };
export type Rescue = { kind: "qinglan-outbox"; version: 1; owner: string; madeAt: number; items: Kept<SealedRow>[]; photos: Kept<SealedPhoto>[] };
/** How many came back, how many stand newer here already, and how many did not open. */
export type Rescued = { back: number; newer: number; shut: number };

export async function rescueFile(outbox: Outbox, now = Date.now()): Promise<Rescue> {
  if (!outbox.sealing) throw new Error("nothing here is sealed");
  const all = await outbox.shelf.rows(outbox.owner);
  const photos = (await Promise.all(all.map(({ id }) => outbox.shelf.photos(id)))).flat();
  const rows = all.filter((row) => isUnsent(row) || photos.some(({ visitId }) => visitId === row.id));
  return { kind: "qinglan-outbox", version: 1, owner: outbox.owner, madeAt: now, items: rows.map(written), photos: photos.map(written) };
}

/** Nothing here is written over by what is older, or just as old. */
export async function takeIn(outbox: Outbox, text: string): Promise<Rescued | "unreadable" | "another's"> {
  const file = fileIn(text);
  if (!file) return "unreadable";
  if (file.owner !== outbox.owner) return "another's";
  const counted: Rescued = { back: 0, newer: 0, shut: 0 };
  for (const item of file.items) counted[await takeInOne(outbox, item, file).catch(whyNot)] += 1;
  outbox.changed();
  return counted;
}

/** What cannot even be read does not open; a phone that is full is another matter. */
function whyNot(error: unknown): "shut" {
  if (error instanceof DOMException && error.name === "QuotaExceededError") throw error;
  return "shut";
}

async function takeInOne(outbox: Outbox, item: Kept<SealedRow>, { photos }: Rescue): Promise<keyof Rescued> {
  const row: SealedRow = { ...read(item), state: item.state === "sending" ? "queued" : item.state };
  if (!(await outbox.opens(row))) return "shut";
  const here = await outbox.shelf.row(row.id);
  if (here && (here.savedAt >= row.savedAt || here.owner !== row.owner)) return "newer";
  const pictures = photos.filter(({ visitId }) => visitId === row.id).map(read);
  await outbox.shelf.put(row, pictures);
  return "back";
}

function fileIn(text: string): Rescue | undefined {
  try {
    const file = JSON.parse(text) as Partial<Rescue> | null;
    const whole = file?.kind === "qinglan-outbox" && file.version === 1 && Array.isArray(file.items) && Array.isArray(file.photos);
    return whole ? (file as Rescue) : undefined;
  } catch {
    return undefined;
  }
}

const written = <Row extends { iv: Uint8Array; bytes: ArrayBuffer }>(row: Row) => ({ ...row, iv: base64(row.iv), bytes: base64(new Uint8Array(row.bytes)) });
const read = <Row extends { iv: string; bytes: string }>(row: Row) => ({ ...row, iv: bytesOf(row.iv), bytes: bytesOf(row.bytes).buffer });

const PIECE = 0x8000;
function base64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
