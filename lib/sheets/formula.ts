import { plain } from "@/lib/kernel/text";

/** What a spreadsheet program would take for the start of a formula, once it is typed in or opened from a .csv. */
const opensFormula = /^[ \u00a0\u3000']*[=+\-@\t\r\n\0＝＋－＠]/;

/** Text no spreadsheet will calculate: a leading ' says "this is text". What only looks guarded gets another. */
export function guarded(text: string): string {
  const writable = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
  return opensFormula.test(plain(writable)) || opensFormula.test(writable) ? `'${writable}` : writable;
}

/** Undoes `guarded`, so that rows handed back as a workbook read as they were. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && opensFormula.test(text.slice(1)) ? text.slice(1) : text;
