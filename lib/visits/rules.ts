import { diffWordsWithSpace } from "diff";
import { Refusal } from "@/lib/kernel/refusal";
import { matter, type Matter, notDone, type NotDone, type ParkedState, slot, type Slot, topicChip, type TopicChip, type Verdict, visitKind, type VisitKind, type VisitMove, visitState, type VisitState } from "@/lib/words/visit";

/** The life of a 走访日志, drawn once: from which states a move may leave, and where it leads. */
export const moves: Record<VisitMove, { from: readonly (VisitState | null)[]; to: VisitState }> = {
  save: { from: [null, "draft", "returned"], to: "draft" },
  submit: { from: [null, "draft"], to: "submitted" },
  resubmit: { from: ["returned"], to: "submitted" },
  recall: { from: ["submitted"], to: "draft" },
  approve: { from: ["submitted"], to: "approved" },
  return: { from: ["submitted"], to: "returned" },
  pass_on: { from: ["submitted"], to: "submitted" },
  reassign: { from: ["submitted"], to: "submitted" },
  unlock: { from: ["approved"], to: "returned" },
  undo: { from: ["approved", "returned"], to: "submitted" },
};

export const mayMove = (from: VisitState | null, move: VisitMove): boolean => moves[move].from.includes(from);

/** The state a move leads to. Throws a conflict that names the state it found. */
export function moved(from: VisitState | null, move: VisitMove): VisitState {
  if (mayMove(from, move)) return moves[move].to;
  throw Refusal.conflict(`这条走访日志现在是“${from ? visitState.label(from) : "还没有存"}”，不能这样做。刷新看看最新的情况`);
}

export const moveOf: Record<Verdict, VisitMove> = { approve: "approve", return: "return", pass_on: "pass_on" };

/** Office and 转交 always say why; a mentor says why when asking for more. */
export const needsNote = (verdict: Verdict, isMentor: boolean): boolean => verdict !== "approve" || !isMentor;

/** What was kept for a lost door and is not settled yet. */
export const waitsParked = ["parked", "handed"] as const satisfies readonly ParkedState[];

/** Hours a mentor has, counted on working days; after that the office counts it as waiting too long. */
export const REVIEW_HOURS = 48;

/** How long a verdict can be taken back. The screen offers it for ten seconds; the signal takes its time. */
export const UNDO_GRACE_MS = 60_000;

/** Without a stand-in the office takes over after so many working days; nobody is away for longer at once. */
export const AWAY_DAYS = 3;
export const AWAY_MOST = 60;

const phone = /(?<!\d)1[3-9]\d{9}(?!\d)/g;
const idCard = /(?<!\d)\d{17}[\dXx](?!\d)/g;
const account = /(?<!\d)\d{16,19}(?!\d)/g;

/** What a reader outside the review gets: telephone, identity and account numbers blotted out. */
export const blot = (text: string): string =>
  text.replace(idCard, "［证件号］").replace(phone, "［电话］").replace(account, "［账号］");

/** The phrases a reviewer starts with; each may be changed. */
export const firstPresets: readonly string[] = [
  "这件事发生多久了？影响有多大？",
  "户里的态度怎么样？补一句原话",
  "有没有联系过网格员或村里？",
  "打算怎么办、什么时候办？补上下一步",
  "上次说的那件事有结果了吗？",
  "是谁反映的？写清是户主还是家人",
  "地点写具体一点，方便后面去看",
  "要不要上报成问题？想一想再定",
];

/** What a resubmission changed, word by word: Chinese has no spaces, so the words are the segmenter's. */
export const changesBetween = (before: string, after: string) =>
  diffWordsWithSpace(before, after, { intlSegmenter: new Intl.Segmenter("zh", { granularity: "word" }) })
    .map(({ value, added, removed }) => ({ value, kind: added ? "added" : removed ? "removed" : "kept" }) as const);

type Called = { firm: string | null; maskedName: string | null; householder?: string | null };
/** Where a visit went, as people call it: 「陈** 户」 or the firm. Hand it the householder only where the name may stand in full. */
export const doorName = ({ firm, maskedName, householder }: Called): string => {
  const name = householder ?? maskedName;
  return firm ?? (name ? `${name} 户` : "农户");
};

type Place = { lat: number; lng: number };

/** A place as it is kept, "30.065,120.212", and back. */
export const pointOf = ({ lat, lng }: Place): string => `${lat.toFixed(3)},${lng.toFixed(3)}`;
export function placeIn(point: string): Place {
  const [lat = 0, lng = 0] = point.split(",").map(Number);
  return { lat, lng };
}

type Told = {
  kind: VisitKind; visitedOn: string; slot: Slot; village: string; door: string; author: string; companions: readonly string[];
  notDone: NotDone | null; topics: readonly TopicChip[]; account: string; matter: Matter | null; nextSteps: readonly { words: string; dueOn?: string | null | undefined }[];
};

/** One tap of text for whatever other system wants it: nothing is typed twice. */
export function visitText(visit: Told): string {
  const who = [visit.author, ...visit.companions].join("、");
  const lines = [
    `${visit.visitedOn} ${slot.label(visit.slot)}　${visitKind.label(visit.kind)}　${visit.village}　${visit.door}`,
    `走访人：${who}`,
    visit.notDone ? `未走成：${notDone.label(visit.notDone)}` : `谈话内容：${visit.topics.map(topicChip.label).join("、")}`,
    visit.account,
    visit.matter && `要办的事：${matter.label(visit.matter)}`,
    ...visit.nextSteps.map((step) => `下一步：${step.words}${step.dueOn ? `（${step.dueOn} 前）` : ""}`),
  ];
  return lines.filter(Boolean).join("\n");
}
