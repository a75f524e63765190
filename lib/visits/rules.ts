import { Refusal } from "@/lib/kernel/refusal";
import { type Verdict, type VisitMove, visitState, type VisitState } from "@/lib/words/visit";

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

/** Another visit to the same door so soon is worth a word before it is saved. */
export const SOON_DAYS = 3;

/** Hours a mentor has, counted on working days; after that the office counts it as waiting too long. */
export const REVIEW_HOURS = 48;

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
