import { lengthOf, plain } from "@/lib/kernel/text";

/** Two characters are a word in Chinese; fewer find everything, more than thirty find nothing. */
export const shortest = 2;
export const longest = 30;

/** What was typed, as the keys and the texts are kept: plain, small, single blanks. */
export const asked = (text: string): string => plain(text).toLowerCase().replace(/\s+/g, " ").trim();

export const isAskable = (text: string): boolean => {
  const length = lengthOf(asked(text));
  return length >= shortest && length <= longest;
};

export const wordsOf = (text: string): string[] => asked(text).split(" ").filter(Boolean);

/** One LIKE pattern a word, to be used with `escape '\'`: what the person typed stands for itself. */
export const patternsOf = (text: string): string[] =>
  wordsOf(text).map((word) => `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`);

export type Snippet = { before: string; hit: string; after: string };

/** The words around the first hit, so that one sees why a text was found. */
export function snippetOf(account: string, text: string): Snippet {
  const flat = account.replace(/\s+/g, " ");
  const small = flat.toLowerCase();
  const word = wordsOf(text).find((w) => small.includes(w)) ?? "";
  const at = Math.max(0, small.indexOf(word));
  const [before, after] = [Array.from(flat.slice(0, at)), Array.from(flat.slice(at + word.length))];
  return {
    before: (before.length > 10 ? "…" : "") + before.slice(-10).join(""),
    hit: flat.slice(at, at + word.length),
    after: after.slice(0, 24).join("") + (after.length > 24 ? "…" : ""),
  };
}
