import type { Refusal } from "@/lib/kernel/refusal";
import { limits } from "./limits";
import { refuse } from "./refusals";
import { contentsOf } from "./zip";

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
  const names = await contentsOf(bytes, { most: limits, faultOf, refuse });
  if (!names.has("[content_types].xml") || !hasWorkbook(names)) throw refuse.notTable();
}

/** Roots a workbook from Excel, WPS, LibreOffice or a phone has; anything else came in by another hand. */
const known = /^(\[content_types\]\.xml$|_rels\/|docprops\/|docmetadata\/|xl\/|customxml\/)/;
const macros = /vbaproject|^xl\/(macrosheets|dialogsheets|activex|ctrlprops)\//;

function faultOf(name: string): Refusal | undefined {
  if (macros.test(name)) return refuse.macros();
  if (name.startsWith("xl/externallinks/")) return refuse.links();
  return known.test(name) ? undefined : refuse.strange();
}

const hasWorkbook = (names: Set<string>) => [...names].some((name) => /^xl\/workbook\w*\.xml$/.test(name));
