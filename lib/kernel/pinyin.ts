import { pinyin } from "pinyin-pro";

/** 林晓 → lin, xiao. A surname is read as a surname. */
export const syllablesOf = (text: string): string[] =>
  pinyin(text, { toneType: "none", type: "array", surname: "head", nonZh: "consecutive", v: true }).map((s) => s.toLowerCase());

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
