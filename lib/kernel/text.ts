import * as z from "zod/mini";

const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** Full-width digits, letters and spaces become plain ones; what cannot be seen is taken out. */
export const plain = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (c) => (/[０-９Ａ-Ｚａ-ｚ]/.test(c) ? String.fromCharCode(c.charCodeAt(0) - 0xfee0) : c))
    .replace(/[\u3000\u00a0]/g, " ")
    .replace(invisible, "");

/** How many characters a person would count: a surrogate pair is one. */
export const lengthOf = (text: string): number => Array.from(text).length;

/** A short text of which counts what `clean` leaves. */
export const cleaned = (max: number, tooLong: string, clean: (text: string) => string, missing?: string) =>
  z.pipe(z.string(missing).check(z.maxLength(max, tooLong)), z.transform(clean));

/** Words a person wrote: cleaned, trimmed, counted as people count, with a message that says by how much. */
export const written = (label: string, max: number, min = 0, missing = `写一写${label}`) =>
  cleaned(max * 4, `${label}最多 ${max} 字`, (text) => plain(text).replace(/\r\n?/g, "\n").trim(), missing).check(
    z.superRefine((text, ctx) => {
      const length = lengthOf(text);
      if (length < min) ctx.addIssue(min === 1 ? missing : `${label}至少 ${min} 个字，现在 ${length} 个`);
      if (length > max) ctx.addIssue(`${label}最多 ${max} 字，现在 ${length} 字，删 ${length - max} 字`);
    }),
  );

/** A person's name: 2–20 characters, no digits, no white space inside. */
export const nameSchema = cleaned(80, "姓名最多 20 个字", (text) => plain(text).replace(/\s+/g, ""), "填写姓名").check(
  z.refine((text) => lengthOf(text) >= 2 && lengthOf(text) <= 20, "姓名是 2 到 20 个字"),
  z.refine((text) => /^[\p{L}\p{M}·•．.]+$/u.test(text), "姓名里只能有文字和间隔号“·”"),
);

/** 张** — a surname and no more, whatever the name's length. */
export const maskHouseholder = (name: string): string => `${Array.from(name)[0] ?? ""}**`;

/** 李* */
export const maskMember = (name: string): string => `${Array.from(name)[0] ?? ""}*`;

/** 身份证号 is collected nowhere: 18 digits (or 17 and an X), however they are spaced out. */
export const holdsIdNumber = (text: string): boolean => /\d(?:[\s-]*\d){16}[\s-]*[\dXx]/.test(text);
