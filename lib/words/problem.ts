import { type Word, words } from "./word";

/** 问题: raised by a visit, meeting, exam or firm, and carried until somebody other than the handler has called back. */
export const problemState = words({
  collected: "待受理",
  triaged: "已受理",
  assigned: "已交办",
  accepted: "已签收",
  in_progress: "办理中",
  answered: "待核",
  callback: "回访",
  closed: "已销号",
  refused: "已退单",
  extended: "已延期",
  suspended: "已挂起",
  redo: "重办",
  closed_unresolved: "已办结未解决",
});
export type ProblemState = Word<typeof problemState>;
