import type { NoticeKind, NoticeSubject } from "@/lib/words/notice";

type Sort = {
  /** Why it came to this person: every notice says so. */
  why: string;
  /** The deed it waits for, and goes with. What waits for none only tells something, and goes when its reader has seen it. */
  deed?: string;
};

const author = "你是这条走访日志的作者";
const ofGroup = "你在这个课题组里";
const ofPair = "你在这段结对里";

const sorts: Record<NoticeKind, Sort> = {
  visit_returned: { why: author, deed: "补充日志" },
  visit_remarked: { why: author },
  visit_unlocked: { why: author, deed: "补充日志" },
  parked_handed: { why: "这户现在由你联系", deed: "处理走访" },
  parked_settled: { why: "这条走访是你写的" },
  stand_in: { why: "对方不在的日子选了你" },
  pairing_proposed: { why: "党建办提名了你", deed: "答复结对" },
  pairing_answered: { why: "这份结对是你提出的" },
  pairing_changed: { why: ofPair },
  agreement_waiting: { why: ofPair, deed: "确认协议" },
  coached: { why: "你是这段结对的学员" },
  assessed: { why: "你是这段结对的学员" },
  review_handed: { why: "这条现在由你批阅", deed: "批阅日志" },
  absence_entered: { why: "那几天由你批阅的日志转给别人" },
  first_talk_due: { why: "这一对结对 10 天了还没有帮带记录，双方和党建办都会收到" },
  talk_due: { why: "这一对 14 天没有新的帮带记录，双方和党建办都会收到" },
  assessment_due: { why: "你是这段结对的导师", deed: "写评价" },
  assessment_replied: { why: "这份月度评价是你写的" },
  topic_joined: { why: ofGroup },
  topic_moved: { why: ofGroup },
  scoring_waits: { why: "你是这场答辩的评委", deed: "交评分" },
  follow_up_given: { why: "这条提问由你跟进", deed: "答复提问" },
  result_published: { why: "你在课题组里，或是这场的评委" },
  quiz_planned: { why: "你是这次考核的考官", deed: "抽户考核" },
  redraw_asked: { why: "换一户要第二个人同意", deed: "答复换户" },
  quiz_released: { why: "考的是你，或是你带的学员" },
  appeal_made: { why: "申诉由党建办里没参加考核的人复核", deed: "复核申诉" },
  appeal_decided: { why: "这份申诉和你有关" },
  fact_waits: { why: "这户的户情由你维护", deed: "核对户情" },
};

export const whyOf = (kind: NoticeKind): string => `因为${sorts[kind].why}`;
export const deedOf = (kind: NoticeKind): string | undefined => sorts[kind].deed;

const mended: readonly NoticeKind[] = ["visit_returned", "visit_unlocked"];
const ofMonths: readonly NoticeKind[] = ["assessed", "assessment_due", "assessment_replied"];

const places = { parked: "parked", pairing: "pairings", topic: "topics", quiz: "quizzes", household: "households" } as const;

/** Where it is dealt with: what its author has to mend opens for writing. */
export function placeOf(kind: NoticeKind, subject: NoticeSubject, subjectId: string): string {
  if (subject === "absence") return "/reviews";
  if (kind === "review_handed") return `/reviews?visit=${subjectId}`;
  if (ofMonths.includes(kind)) return `/pairings/${subjectId}#months`;
  if (subject === "visit") return `/visits/${subjectId}${mended.includes(kind) ? "/edit" : ""}`;
  if (subject === "defence" || kind === "follow_up_given") return `/topics/${subjectId}/defence`;
  return `/${places[subject]}/${subjectId}`;
}
