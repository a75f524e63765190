const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** Full-width digits, letters and spaces become plain ones; what cannot be seen is taken out. */
export const plain = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (c) => (/[０-９Ａ-Ｚａ-ｚ]/.test(c) ? String.fromCharCode(c.charCodeAt(0) - 0xfee0) : c))
    .replace(/[\u3000\u00a0]/g, " ")
    .replace(invisible, "");

/** How many characters a person would count: a surrogate pair is one. */
export const lengthOf = (text: string): number => Array.from(text).length;

/** 张** — a surname and no more, whatever the name's length. */
export const maskHouseholder = (name: string): string => `${Array.from(name)[0] ?? ""}**`;

/** 李* */
export const maskMember = (name: string): string => `${Array.from(name)[0] ?? ""}*`;

/** 身份证号 is collected nowhere: 18 digits (or 17 and an X), however they are spaced out. */
export const holdsIdNumber = (text: string): boolean => /\d(?:[\s-]*\d){16}[\s-]*[\dXx]/.test(text);
