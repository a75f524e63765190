import { pinyin } from "pinyin-pro";

/** Reading one name takes a tenth of a millisecond, and ten thousand households share a few surnames and villages. */
const known = new Map<string, string[]>();
const MOST_KNOWN = 2000;

/** 林晓 → lin, xiao. A surname is read as a surname. */
export function syllablesOf(text: string): string[] {
  const before = known.get(text);
  if (before) return before;
  const read = pinyin(text, { toneType: "none", type: "array", surname: "head", nonZh: "consecutive", v: true }).map((s) => s.toLowerCase());
  if (known.size >= MOST_KNOWN) known.clear();
  if (text.length <= 20) known.set(text, read);
  return read;
}

/** Sorts as a telephone list does; the text itself at the end keeps homophones apart. */
export const sortKeyOf = (text: string): string => `${syllablesOf(text).join(" ")} ${text}`;

/** What a person may type to find this: the characters, full pinyin, initials. Server side only (84 kB). */
export function searchKeyOf(...texts: string[]): string {
  return texts
    .filter(Boolean)
    .map((text) => {
      const parts = syllablesOf(text);
      return `${text.toLowerCase()} ${parts.join("")} ${parts.map((part) => part[0] ?? "").join("")}`;
    })
    .join(" ");
}
