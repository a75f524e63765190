import * as z from "zod/mini";
import type { Day } from "./day";
import type { Id } from "./id";
import { lengthOf, plain } from "./text";

/*
 * What forms ask for. It stands apart from what it asks for, so that a page that only shows a day or a word
 * does not carry the library that checks them.
 */

export const idSchema = <Kind extends string>(message = "页面上的编号不对，刷新后再试") =>
  z.uuidv7(message) as unknown as z.ZodMiniType<Id<Kind>, string>;

export const daySchema = z.iso.date("选择日期") as unknown as z.ZodMiniType<Day, string>;

/** A day on which something began; an earlier one is a slip of the hand, 0206 for 2026. */
export const startDaySchema = daySchema.check(z.refine((d) => d >= "2000-01-01", "日期早得不像真的，看看年份"));

/** One word of a closed vocabulary. */
export const chosen = <Value extends string>({ values, missing }: { values: [Value, ...Value[]]; missing: string }) => z.enum(values, missing);

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
