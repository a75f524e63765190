import { factKind, type FactKind, type FactTopic, factTopic } from "./household";
import { type FileKind, fileKind } from "./practice";

/* What a household's file is kept under. */

/** Somebody asked and could not learn it: as good an answer as any other, and one to ask about again. */
export const unclear = "不清楚";

/** The headings each kind of fact may stand under. */
export const topicsOf = {
  income: ["farming", "outside_work", "local_work", "business", "pension", "breeding", "rent", "other"],
  difficulty: ["employment", "eldercare", "schooling", "housing", "neighbours", "travel", "other"],
  door: ["door"],
} as const satisfies Record<FactKind, readonly FactTopic[]>;

export const belongsTo = (kind: FactKind, topic: FactTopic): boolean =>
  (topicsOf[kind] as readonly FactTopic[]).includes(topic);

export type Heading = { kind: FileKind; topic: FactTopic | null };

/** 家庭成员 has no headings of its own; everything else stands under one. */
export const standsUnder = ({ kind, topic }: Heading): boolean => (kind === "members" ? topic === null : topic !== null && belongsTo(kind, topic));

/** 「收入来源·务农」「家庭成员」「找门说明」 */
export const headingWords = ({ kind, topic }: Heading): string =>
  kind === "members" || kind === "door" || !topic ? fileKind.label(kind) : `${fileKind.label(kind)}·${factTopic.label(topic)}`;

/** Everything something can be said of, in the order of the file. */
export const headings: readonly Heading[] = [
  { kind: "members", topic: null },
  ...factKind.values.flatMap((kind) => topicsOf[kind].map((topic) => ({ kind, topic }))),
];

export const isSameHeading = (a: Heading, b: Heading): boolean => a.kind === b.kind && a.topic === b.topic;
