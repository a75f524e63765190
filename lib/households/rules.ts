import * as z from "zod/mini";
import { cleaned } from "@/lib/kernel/ask";
import type { Day } from "@/lib/kernel/day";
import { lengthOf, plain } from "@/lib/kernel/text";
import type { Kinship } from "@/lib/words/household";

/** Under 14 a child is counted and not named. */
export const isMinor = (birthYear: number | undefined, today: Day): boolean =>
  birthYear !== undefined && Number(today.slice(0, 4)) - birthYear < 14;

export { unclear } from "@/lib/words/heading";

/** After so many days a fact is to be checked at the door. */
export const checkAfterDays = 180;

/** How long a masked field stays open for whoever gave a reason. */
export const unmaskMinutes = 10;

/** 「今天」「昨天」「12 天前」 */
export const sinceWords = (days: number): string => (days <= 0 ? "今天" : days === 1 ? "昨天" : `${days} 天前`);

type Somebody = { kinship: Kinship; name: string };

/** A file has one 户主: whoever bears the new name takes the place, and who held it before stays in the family. */
export function householderAmong<M extends Somebody>(members: readonly M[], name: string): { rises?: M; renamed?: M; yields?: M } {
  const holder = members.find((member) => member.kinship === "householder");
  const heir = members.find((member) => member.kinship !== "householder" && member.name === name);
  if (heir) return { rises: heir, ...(holder && { yields: holder }) };
  return holder ? { renamed: holder } : {};
}

export const bare = (text: string) => plain(text).replace(/[\s\-—]/g, "");

/** 户号: short, without blanks, unique in its village. */
export const codeSchema = cleaned(80, "户号最多 20 个字", (text) => plain(text).replace(/\s+/g, ""), "填写户号").check(
  z.refine((text) => text !== "", "填写户号"),
  z.refine((text) => lengthOf(text) <= 20, "户号最多 20 个字"),
  z.refine((text) => /^[\p{L}\p{N}\-_]*$/u.test(text), "户号里只能有文字、数字和短横线"),
);

const isPhone = (digits: string) => /^1\d{10}$/.test(digits) || /^0\d{9,11}$/.test(digits);
/** A mobile number, or a landline with its area code; empty is allowed. */
export const phoneSchema = cleaned(60, "只填一个号码", bare).check(z.superRefine((digits, ctx) => {
  if (digits === "" || isPhone(digits)) return;
  const message = /^\d*$/.test(digits) && digits.startsWith("1")
    ? `手机号是 11 位数字，现在是 ${digits.length} 位`
    : "手机号是 11 位数字，座机要带区号，如 0571 82000000";
  ctx.addIssue({ code: "custom", message });
}));
