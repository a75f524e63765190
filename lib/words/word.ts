/** One closed vocabulary: the values stored, their Chinese labels, and what is said where none was chosen. */
export function words<const Labels extends Record<string, string>>(labels: Labels, missing = "选一项") {
  type Value = keyof Labels & string;
  const values = Object.keys(labels) as [Value, ...Value[]];
  return {
    values,
    missing,
    label: (value: Value): string => labels[value]!,
    /** A word out of an address bar, or nothing. */
    from: (text: string | undefined): Value | undefined => values.find((value) => value === text),
    options: values.map((value) => ({ value, label: labels[value]! })),
  };
}

export type Word<W extends { values: readonly string[] }> = W["values"][number];
