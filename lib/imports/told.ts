import * as z from "zod/mini";

/** What is wrong with one cell, and how to mend it. `at` is its place in the row; -1 when the file has no such column. */
const Fault = z.object({ at: z.number(), column: z.string(), reason: z.string(), mend: z.string() });
export type Fault = z.infer<typeof Fault>;

/** What the check has to say of one row: kept beside it as JSON. It repeats nothing of what a cell holds. */
const Told = z.object({ faults: z.array(Fault), changes: z.array(z.string()), notes: z.array(z.string()) });
export type Told = z.infer<typeof Told>;

export const toldFrom = (text: string): Told => (text ? Told.parse(JSON.parse(text)) : { faults: [], changes: [], notes: [] });

/** The cells of a row as they are kept. */
export const cellsFrom = (text: string): string[] => z.array(z.string()).parse(JSON.parse(text));

/** The head of a file, kept as the import's line 0. */
const Head = z.object({ header: z.array(z.string()), mapping: z.array(z.string()) });
export type Head = z.infer<typeof Head>;
export const headFrom = (text: string): Head => Head.parse(JSON.parse(text));

/** A cell as a sentence quotes it. */
export const quoted = (value: string): string => {
  const signs = Array.from(value.replace(/\s+/g, " "));
  return signs.length > 24 ? `${signs.slice(0, 24).join("")}…` : signs.join("");
};

/** 「第 7 行「出生年月」是 1985.13，月份只能是 1–12」 */
export const faultWords = (line: number, { at, column, reason }: Fault, cells: readonly string[]): string => {
  const value = quoted(cells[at] ?? "");
  return `第 ${line} 行「${column}」${value ? `是 ${value}，` : ""}${reason}`;
};

/** What stands where an ID number stood. It is taken out before anything is stored. */
export const BLOT = "［身份证号已去掉］";
const idNumber = /\d(?:[\s-]*\d){16}[\s-]*[\dXx]/g;
export const blotted = (text: string): string => text.replace(idNumber, BLOT);
export const unblotted = (text: string): string => text.replaceAll(BLOT, "");
