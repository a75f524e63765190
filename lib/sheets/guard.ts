import * as yauzl from "yauzl";
import { limits } from "./limits";
import { refuse } from "./refusals";

export type Kind = "xlsx" | "xls" | "text";

const startsWith = (bytes: Uint8Array, ...magic: number[]) => magic.every((byte, at) => bytes[at] === byte);

/** What a file is, by what stands in it. Its name is only what somebody called it. */
export function kindOf(bytes: Uint8Array): Kind {
  if (bytes.length === 0) throw refuse.empty();
  if (bytes.length > limits.fileBytes) throw refuse.large(bytes.length);
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return "xlsx";
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return "xls";
  return "text";
}

/** Judges a zip by its list of contents alone: when this returns, nothing has been inflated yet. */
export async function checkZip(bytes: Uint8Array): Promise<void> {
  const entries = await entriesOf(bytes);
  if (entries.length > limits.entries) throw refuse.bomb();
  const names = new Set<string>();
  let unpacked = 0;
  for (const entry of entries) {
    checkName(entry.fileName.toLowerCase(), names);
    if (entry.isEncrypted()) throw refuse.locked();
    if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw refuse.strange();
    unpacked += entry.uncompressedSize;
  }
  if (unpacked > limits.unpackedBytes || unpacked > limits.ratio * bytes.length) throw refuse.bomb();
  if (!names.has("[content_types].xml") || !hasWorkbook(names)) throw refuse.notTable();
}

async function entriesOf(bytes: Uint8Array): Promise<yauzl.Entry[]> {
  const found: yauzl.Entry[] = [];
  try {
    const zip = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    for await (const entry of zip.eachEntry()) if (found.push(entry) > limits.entries) break;
  } catch {
    throw refuse.broken();
  }
  return found;
}

/** Roots a workbook from Excel, WPS, LibreOffice or a phone has; anything else came in by another hand. */
const known = /^(\[content_types\]\.xml$|_rels\/|docprops\/|docmetadata\/|xl\/|customxml\/)/;
const macros = /vbaproject|^xl\/(macrosheets|dialogsheets|activex|ctrlprops)\//;

function checkName(name: string, names: Set<string>): void {
  if (macros.test(name)) throw refuse.macros();
  if (name.startsWith("xl/externallinks/")) throw refuse.links();
  if (!known.test(name) || names.has(name)) throw refuse.strange();
  names.add(name);
}

const hasWorkbook = (names: Set<string>) => [...names].some((name) => /^xl\/workbook\w*\.xml$/.test(name));
