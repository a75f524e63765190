import { type Word, words } from "./word";

/** 提醒: what happened that somebody has to look at. Never that something was read, clicked or not opened. */
export const noticeKind = words({
  visit_returned: "走访日志请你补充",
  visit_remarked: "走访日志有批注",
  visit_unlocked: "走访日志已解锁",
  parked_handed: "有走访日志转交给你",
  parked_settled: "存着的走访有了结果",
  stand_in: "由你代批阅",
  pairing_proposed: "提议你做导师",
  pairing_answered: "导师答复了结对",
  pairing_changed: "结对有变化",
  agreement_waiting: "结对协议等你确认",
  coached: "有新的帮带记录",
  assessed: "有了月度评价",
  review_handed: "有走访日志转来批阅",
  absence_entered: "党建办登记了你不在的日子",
  first_talk_due: "结对还没有第一次帮带",
  talk_due: "好些天没有帮带记录",
  assessment_due: "上个月的评价等你写",
  assessment_replied: "学员回复了月度评价",
  topic_joined: "你进了课题组",
  topic_moved: "课题有变化",
  scoring_waits: "答辩等你评分",
  follow_up_given: "答辩提问由你跟进",
  result_published: "答辩结果公布了",
  quiz_planned: "有一次考核由你来考",
  redraw_asked: "有人请你同意换一户",
  quiz_released: "考核出结果了",
  appeal_made: "有考核申诉等人复核",
  appeal_decided: "申诉有了结果",
  fact_waits: "户情有新说法等你核对",
});
export type NoticeKind = Word<typeof noticeKind>;

/** What a notice leads to. */
export const noticeSubject = words({ visit: "走访日志", parked: "存着的走访", absence: "代批阅", pairing: "结对", topic: "课题", defence: "答辩", quiz: "考核", household: "农户" });
export type NoticeSubject = Word<typeof noticeSubject>;

/** A channel beyond the app: ids and counts only. */
export const channel = words({ wecom: "企业微信", dingtalk: "钉钉" });
export type Channel = Word<typeof channel>;

export const deliveryState = words({ waiting: "等待发出", sent: "已发出", given_up: "没能发出" });
export type DeliveryState = Word<typeof deliveryState>;
