import { lengthOf } from "@/lib/kernel/text";
import { PHOTOS_A_VISIT } from "@/lib/photos/rules";
import type { VisitInput } from "@/lib/visits/forms";
import { PROPOSALS_A_VISIT } from "@/lib/visits/rules-form";
import { headingWords } from "@/lib/words/heading";
import { atmosphere, matter, notDone, slot, topicChip, visitKind } from "@/lib/words/visit";

/*
 * One visit, two tellings. What differs is told field by field; each field goes to one side or, where it can, keeps both.
 */
export type Side = "mine" | "theirs" | "both";
export type Difference = { key: string; title: string; mine: string; theirs: string; prose: boolean; canBoth: boolean; usual: Side };
type Part = Partial<VisitInput>;
type Field = {
  key: string;
  title: string;
  says: (visit: VisitInput) => string;
  part: (visit: VisitInput) => Part;
  both?: (mine: VisitInput, theirs: VisitInput) => Part;
};

const union = <T>(mine: readonly T[] | undefined, theirs: readonly T[] | undefined, most: number, as: (one: T) => string = String): T[] =>
  [...new Map([...(theirs ?? []), ...(mine ?? [])].map((one) => [as(one), one])).values()].slice(0, most);
const counted = (all: readonly unknown[] | undefined, one: string): string => (all?.length ? `${all.length} ${one}` : "");
const saidOf = ({ kind, topic = null, says }: NonNullable<VisitInput["proposals"]>[number]): string => `${headingWords({ kind, topic })}：${says}`;
const isFirm = ({ kind }: VisitInput): boolean => kind === "enterprise";

const fields: readonly Field[] = [
  {
    key: "account", title: "一句话记录", says: (v) => v.account, part: (v) => ({ account: v.account }),
    both: (mine, theirs) => ({ account: [theirs.account, mine.account].filter(Boolean).join("\n") }),
  },
  {
    key: "topics", title: "谈了什么", says: (v) => (v.topics ?? []).map((one) => topicChip.label(one)).join("、"),
    part: (v) => ({ topics: [...(v.topics ?? [])].sort() }), both: (mine, theirs) => ({ topics: union(mine.topics, theirs.topics, topicChip.values.length) }),
  },
  { key: "notDone", title: "没走成", says: (v) => (v.notDone ? notDone.label(v.notDone) : ""), part: (v) => ({ notDone: v.notDone ?? null }) },
  {
    key: "matter", title: "要办的事", says: (v) => [v.matter && matter.label(v.matter), v.problemTitle].filter(Boolean).join("："),
    part: (v) => ({ matter: v.matter ?? null, problemTitle: v.problemTitle }),
  },
  { key: "kind", title: "方式", says: (v) => visitKind.label(v.kind), part: (v) => ({ kind: v.kind }) },
  { key: "day", title: "日期", says: (v) => `${v.visitedOn} ${slot.label(v.slot)}`, part: (v) => ({ visitedOn: v.visitedOn, slot: v.slot }) },
  { key: "nextVisitOn", title: "下次走访", says: (v) => v.nextVisitOn ?? "", part: (v) => ({ nextVisitOn: v.nextVisitOn ?? null }) },
  { key: "atmosphere", title: "谈得怎么样", says: (v) => (v.atmosphere ? atmosphere.label(v.atmosphere) : ""), part: (v) => ({ atmosphere: v.atmosphere ?? null }) },
  {
    key: "nextSteps", title: "下一步", says: (v) => (v.nextSteps ?? []).map((step) => step.words).join("；"),
    part: (v) => ({ nextSteps: (v.nextSteps ?? []).map(({ side, words, dueOn = null }) => ({ side, words, dueOn })) }),
    both: (mine, theirs) => ({ nextSteps: union(mine.nextSteps, theirs.nextSteps, 6, (step) => step.words) }),
  },
  {
    key: "companions", title: "同行的人", says: (v) => counted(v.companionIds, "人"), part: (v) => ({ companionIds: [...(v.companionIds ?? [])].sort() }),
    both: (mine, theirs) => ({ companionIds: union(mine.companionIds, theirs.companionIds, 10) }),
  },
  {
    key: "proposals", title: "户情有变化", says: (v) => (v.proposals ?? []).map(saidOf).join("；"),
    part: (v) => ({ proposals: (v.proposals ?? []).map(({ kind, topic = null, says }) => ({ kind, topic, says })) }),
    both: (mine, theirs) => ({ proposals: union(mine.proposals, theirs.proposals, PROPOSALS_A_VISIT, saidOf) }),
  },
  {
    key: "photos", title: "照片", says: (v) => counted(v.photoIds, "张"), part: (v) => ({ photoIds: [...(v.photoIds ?? [])].sort() }),
    both: (mine, theirs) => ({ photoIds: union(mine.photoIds, theirs.photoIds, PHOTOS_A_VISIT) }),
  },
  { key: "place", title: "位置", says: (v) => (v.place ? `${v.place.lat.toFixed(3)}, ${v.place.lng.toFixed(3)}` : ""), part: (v) => ({ place: v.place ?? null }) },
];

/** Whose door it is, as each side names it: a visit knows only numbers. */
const doorField = (mineAt: string, theirsAt: string, mine: VisitInput): Field => ({
  key: "door", title: "走访哪一户", says: (v) => (v === mine ? mineAt : theirsAt),
  // Between a household and a firm, the kind of visit goes with the door.
  part: (v) => (isFirm(v) ? { kind: v.kind, householdId: null, enterpriseId: v.enterpriseId ?? null } : { householdId: v.householdId ?? null, enterpriseId: null }),
});

const fieldsFor = (mine: VisitInput, theirs: VisitInput, mineAt: string, theirsAt: string): Field[] => {
  const crosses = isFirm(mine) !== isFirm(theirs);
  return [doorField(mineAt, theirsAt, mine), ...fields.filter(({ key }) => !(crosses && key === "kind"))];
};

const differs = ({ part }: Field, mine: VisitInput, theirs: VisitInput) => JSON.stringify(part(mine)) !== JSON.stringify(part(theirs));

/** What differs, and what is usually done about it: nothing written is dropped, and of two states the server's stands. */
export function differences(mine: VisitInput, theirs: VisitInput, mineAt = "", theirsAt = ""): Difference[] {
  return fieldsFor(mine, theirs, mineAt, theirsAt).filter((field) => differs(field, mine, theirs)).map((field) => {
    const [ours, others] = [field.says(mine), field.says(theirs)];
    const prose = field.key === "account";
    const fits = !prose || lengthOf(field.both!(mine, theirs).account ?? "") <= 300;
    const canBoth = Boolean(field.both && ours && others && fits);
    const usual = !ours ? "theirs" : !others ? "mine" : canBoth ? "both" : prose ? "mine" : "theirs";
    return { key: field.key, title: field.title, mine: ours, theirs: others, prose, canBoth, usual };
  });
}

/** The visit as it was picked, field by field; where nothing differs it is the same on both sides. */
export function picked(mine: VisitInput, theirs: VisitInput, picks: Readonly<Record<string, Side>>): VisitInput {
  const parts = fieldsFor(mine, theirs, "", "").map((field) => {
    const side = picks[field.key] ?? "mine";
    return side === "both" && field.both ? field.both(mine, theirs) : field.part(side === "theirs" ? theirs : mine);
  });
  const whole = parts.reduce<VisitInput>((visit, part) => ({ ...visit, ...part }), mine);
  // A household's visit cannot stay a visit to a firm.
  return isFirm(whole) && !whole.enterpriseId ? { ...whole, kind: isFirm(mine) ? theirs.kind : mine.kind } : whole;
}
