/** How many signs must be put in, taken out or changed to make one word the other. */
function distance(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, i) => i + 1);
  a.forEach((sign, i) => {
    let [left, corner] = [i + 1, i];
    row = row.map((above, j) => {
      left = Math.min(above + 1, left + 1, corner + (sign === b[j] ? 0 : 1));
      corner = above;
      return left;
    });
  });
  return row.at(-1) ?? a.length;
}

/** The known name most like the one written, if any is like it at all. */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  const signs = Array.from(written).slice(0, 40);
  let best: { name: string; far: number } | undefined;
  for (const name of known) {
    const far = distance(signs, Array.from(name));
    if (!best || far < best.far) best = { name, far };
  }
  return best && best.far < Math.max(signs.length, Array.from(best.name).length) ? best.name : undefined;
}

/** 「最接近的是 东岭村」, to stand at the end of how to mend it. */
export const nearestWords = (written: string, known: Iterable<string>): string => {
  const name = nearest(written, known);
  return name ? `，最接近的是“${name}”` : "";
};
