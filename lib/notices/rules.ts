import type { NoticeKind, NoticeSubject } from "@/lib/words/notice";

type Sort = {
  /** Why it came to this person: every notice says so. */
  why: string;
  /** It only tells something, and goes when its reader has seen it; what waits for a deed goes with the deed. */
  informs: boolean;
};

const author = "你是这条走访日志的作者";
const ofPair = "你在这段结对里";

const sorts: Record<NoticeKind, Sort> = {
  visit_returned: { why: author, informs: false },
  visit_remarked: { why: author, informs: true },
  visit_unlocked: { why: author, informs: false },
  parked_handed: { why: "这户现在由你联系", informs: false },
  parked_settled: { why: "这条走访是你写的", informs: true },
  stand_in: { why: "选了你代批阅", informs: true },
  pairing_proposed: { why: "提议由你做导师", informs: false },
  pairing_answered: { why: "这份结对是你提出的", informs: true },
  pairing_changed: { why: ofPair, informs: true },
  agreement_waiting: { why: ofPair, informs: false },
  coached: { why: "你是这段结对的学员", informs: true },
  assessed: { why: "你是这段结对的学员", informs: true },
};

export const whyOf = (kind: NoticeKind): string => `因为${sorts[kind].why}`;
export const informs = (kind: NoticeKind): boolean => sorts[kind].informs;

const mended: readonly NoticeKind[] = ["visit_returned", "visit_unlocked"];

/** Where it is dealt with: what its author has to mend opens for writing. */
export function placeOf(kind: NoticeKind, subject: NoticeSubject, subjectId: string): string {
  if (subject === "absence") return "/reviews";
  if (subject === "visit") return `/visits/${subjectId}${mended.includes(kind) ? "/edit" : ""}`;
  return subject === "parked" ? `/parked/${subjectId}` : `/pairings/${subjectId}`;
}
