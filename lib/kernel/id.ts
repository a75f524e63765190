import { v7, validate, version } from "uuid";

declare const kind: unique symbol;

/** A uuidv7 that remembers what it names: an `Id<"visit">` does not fit where an `Id<"person">` is asked for. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind };

/** Minted where the thing is born, in the form, so that a retry over a dropped signal is one visit and not two. */
export const newId = <Kind extends string>(): Id<Kind> => v7() as Id<Kind>;

/** An id out of an address bar: what is not one names nothing. */
export const idFrom = <Kind extends string>(text: string | undefined): Id<Kind> | undefined =>
  validate(text) && version(text!) === 7 ? (text as Id<Kind>) : undefined;

/** The least id that could have been made at or after a moment: ids begin with the millisecond of their making. */
export function idSince<Kind extends string>(moment: Date): Id<Kind> {
  const ms = Math.max(0, moment.getTime()).toString(16).padStart(12, "0");
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7000-8000-000000000000` as Id<Kind>;
}
