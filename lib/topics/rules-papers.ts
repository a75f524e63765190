import { plain } from "@/lib/kernel/text";
import type { DefenceState } from "@/lib/words/defence";
import { fileKind, type FileKind } from "@/lib/words/topic";

/** 成果材料: what one file may be, what one person may send in a month, and how many papers and versions one can keep in view. */
export const MOST_BYTES = 20 * 1024 * 1024;
export const MOST_A_MONTH = 200 * 1024 * 1024;
export const MOST_PAPERS = 30;
export const MOST_VERSIONS = 50;

/** While judges score, what they read stays as it is. */
export const lockingStates = ["open", "closed"] as const satisfies readonly DefenceState[];

export const tooLarge = (bytes: number): string => `这个文件 ${megabytes(bytes)}，超过 20 MB。压缩里面的图片，或分成几个文件再传`;

/** 「3.2 MB」, 「18 kB」 */
export const megabytes = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} kB`;

/** What a file's name ends in, in small letters; none where nothing does. */
const endingOf = (name: string): string | undefined => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase();

const endings: Record<FileKind, readonly string[]> = {
  docx: ["docx"], pptx: ["pptx"], xlsx: ["xlsx"], pdf: ["pdf"], jpg: ["jpg", "jpeg"], png: ["png"], webp: ["webp"],
};
export const ACCEPTED = Object.values(endings).flat().map((ending) => `.${ending}`).join(",");

/** What is said where a name promises something else than stands in the file. */
export function misnamed(name: string, kind: FileKind): string | undefined {
  const ending = endingOf(name);
  if (!ending || endings[kind].includes(ending)) return undefined;
  return `文件名是 .${ending}，内容其实是“${fileKind.label(kind)}”。把文件名改成 .${kind} 结尾再传`;
}

const reserved = /[\u0000-\u001f\\/:*?"<>|]/g;
const LONGEST = 80;

/** A name any computer will take: no path, nothing that cannot be seen, and the ending that is true. */
export function cleanName(name: string, kind: FileKind): string {
  const last = plain(name).toWellFormed().split(/[\\/]/).at(-1)!.replace(reserved, " ").replace(/\s+/g, " ").trim();
  const ending = endingOf(last);
  const base = (ending ? last.slice(0, -ending.length - 1) : last).replace(/^[.\s]+|[.\s]+$/g, "");
  return `${Array.from(base).slice(0, LONGEST).join("") || "材料"}.${ending && endings[kind].includes(ending) ? ending : kind}`;
}

/** RFC 5987: what a header may carry of a Chinese name. */
export const inHeader = (name: string): string => encodeURIComponent(name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
