import { pinyin } from "pinyin-pro";

const syllables = (text: string): string[] =>
  pinyin(text, { toneType: "none", type: "array", surname: "head", nonZh: "consecutive", v: true }).map((s) => s.toLowerCase());

/** Sorts as a telephone list does; the text itself at the end keeps homophones apart. */
export const sortKeyOf = (text: string): string => `${syllables(text).join(" ")} ${text}`;

/** What a person may type to find this: the characters, full pinyin, initials. Server side only (84 kB). */
export function searchKeyOf(...texts: string[]): string {
  return texts
    .filter(Boolean)
    .map((text) => {
      const parts = syllables(text);
      return `${text.toLowerCase()} ${parts.join("")} ${parts.map((part) => part[0] ?? "").join("")}`;
    })
    .join(" ");
}
