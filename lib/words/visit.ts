import { type Word, words } from "./word";

/** 走访: a call on one household or firm. */
export const visitKind = words(
  { household_day: "日访", night_talk: "夜访", enterprise: "企业走访" },
  "选择日访、夜访或企业走访",
);
export type VisitKind = Word<typeof visitKind>;

/** 走访日志 is written by its author, handed in, and answered by the mentor. */
export const visitState = words({ draft: "草稿", submitted: "待批阅", returned: "已退回", approved: "已通过" });
export type VisitState = Word<typeof visitState>;

export const verdict = words({ approve: "通过", return: "请补充", pass_on: "转交" }, "选择通过、请补充或转交");
export type Verdict = Word<typeof verdict>;

export const slot = words({ morning: "上午", afternoon: "下午", evening: "晚上" }, "选择时段");
export type Slot = Word<typeof slot>;

export const topicChip = words(
  {
    neighbours: "邻里矛盾",
    eldercare: "养老就医",
    livelihood: "就业收入",
    environment: "环境建设",
    safety: "安全隐患",
    other: "其他",
  },
  "选一项谈了什么",
);
export type TopicChip = Word<typeof topicChip>;

/** 有没有要办的事: never prefilled, so that the answer is honest. */
export const matter = words({ none: "没有", report: "有，要上报", solved: "当场解决" }, "选择有没有要办的事");
export type Matter = Word<typeof matter>;

export const atmosphere = words({ warm: "融洽", plain: "一般", tense: "有情绪" });
export type Atmosphere = Word<typeof atmosphere>;

/** Why a visit that was meant did not happen; it is a record all the same. */
export const notDone = words({
  nobody_home: "无人在家",
  inconvenient: "不便接待",
  moved_away: "已搬离",
  wrong_address: "地址不符",
  weather: "天气",
  errand: "临时任务",
});
export type NotDone = Word<typeof notDone>;

export const side = words({ ours: "我方", theirs: "对方" });
export type Side = Word<typeof side>;

/** What happened to a visit, as its history tells it. */
export const visitMove = words({
  save: "存为草稿",
  submit: "提交",
  resubmit: "补充后再交",
  recall: "撤回",
  approve: "通过",
  return: "请补充",
  pass_on: "转交",
  reassign: "改派批阅人",
  unlock: "解锁",
  undo: "收回批阅",
});
export type VisitMove = Word<typeof visitMove>;

/** A photo is named by its visit first and follows when the signal allows. */
export const photoState = words({ awaited: "还没传到", kept: "已传到", removed: "已删除" });
export type PhotoState = Word<typeof photoState>;

/** 存着的走访日志: handed in by somebody who may no longer write at that door; neither lost nor let through. */
export const parkedState = words({ parked: "等待处理", handed: "已转交", admitted: "已补收", declined: "没有补收", withdrawn: "作者已撤回" });
export type ParkedState = Word<typeof parkedState>;

/** A reviewer's remark at a sentence, kept to themselves until the batch is sent. */
export const commentState = words({ pending: "待发出", sent: "已发给作者" });
export type CommentState = Word<typeof commentState>;
