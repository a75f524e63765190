/*
 * Where a remark stands: at a piece of the account, known by its words and by what stood before them, so that it finds
 * its place again after a line was added above. Imports nothing: the desk draws with it in the browser.
 */
export type Anchor = { quote: string; before: string };

/** How much of what stands before a quote is kept to tell it from its like. */
const BEFORE = 12;

/** A text cut after each full stop; together the pieces are the text again. */
export const sentencesOf = (text: string): string[] => text.match(/[^。！？!?；;\n]*[。！？!?；;\n]+["”』」）)]*|[^。！？!?；;\n]+$/g) ?? [];

/** What is kept of a piece that begins at `start`. */
export const anchorAt = (text: string, start: number, quote: string): Anchor => ({ quote, before: text.slice(Math.max(0, start - BEFORE), start) });

/** Where the quote stands now: the place whose words before are most like those kept; nowhere once it was rewritten. */
export function placeOf(text: string, { quote, before }: Anchor): number | undefined {
  if (quote === "") return undefined;
  let [best, most] = [-1, -1];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const alike = sameEnd(text.slice(0, at), before);
    if (alike > most) [best, most] = [at, alike];
  }
  return best < 0 ? undefined : best;
}

function sameEnd(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n++;
  return n;
}

export type Piece<R> = { text: string; start: number; remarks: R[] };

/** The sentences with the remarks that begin in each, and those whose sentence is gone. */
export function atSentences<R extends Anchor>(text: string, remarks: readonly R[]): { pieces: Piece<R>[]; gone: R[] } {
  let start = 0;
  const pieces = sentencesOf(text).map((sentence): Piece<R> => {
    const piece = { text: sentence, start, remarks: [] };
    start += sentence.length;
    return piece;
  });
  const gone: R[] = [];
  for (const remark of remarks) {
    const at = placeOf(text, remark);
    const home = at === undefined ? undefined : pieces.findLast((piece) => piece.start <= at);
    if (home) home.remarks.push(remark);
    else gone.push(remark);
  }
  return { pieces, gone };
}
