import { refuse } from "./refusals";

/** The text of a .csv, whichever program saved it: UTF-8 with or without BOM, "Unicode text", GBK or GB18030. */
export function decoded(bytes: Uint8Array): string {
  const text = unmarked(bytes) ?? (bytes.includes(0) ? undefined : (utf8(bytes) ?? read("gb18030", bytes)));
  if (text === undefined) throw bytes.includes(0) ? refuse.notTable() : refuse.encoding();
  if (/^\s*(<|%PDF-|\{\\rtf)/.test(text)) throw /^\s*</.test(text) ? refuse.webPage() : refuse.notTable();
  return text;
}

function read(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** UTF-16 as Excel's "Unicode text" has it; only its byte order mark gives it away. */
function unmarked(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return read("utf-16le", bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return read("utf-16be", bytes);
  return undefined;
}

/** A short GBK text can happen to be well-formed UTF-8, in scripts nobody here writes: then GBK is believed. */
function utf8(bytes: Uint8Array): string | undefined {
  const text = read("utf-8", bytes);
  if (text === undefined || /\p{Script=Han}/u.test(text) || !/[^\u0000-\u007f]/.test(text)) return text;
  const other = read("gb18030", bytes);
  return other !== undefined && /\p{Script=Han}/u.test(other) ? other : text;
}
