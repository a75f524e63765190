import { type Word, words } from "./word";

/** 结对 is proposed by the office, accepted by the mentor, may rest for a while, and ends. */
export const pairingState = words({ proposed: "待导师答复", declined: "没有结成", active: "在带", paused: "暂停", ended: "已结束" });
export type PairingState = Word<typeof pairingState>;

/** Whether it ever gave a mentor their part: what is only proposed, or was declined, never did. */
export const hasHeld = (state: PairingState): boolean => state !== "proposed" && state !== "declined";
/** The same, as a list to ask a database with. */
export const heldStates: PairingState[] = pairingState.values.filter(hasHeld);

export const pairingMove = words({
  propose: "提出结对",
  open: "结对",
  accept: "接受结对",
  decline: "没有接受",
  pause: "暂停结对",
  resume: "恢复结对",
  end: "结束结对",
});
export type PairingMove = Word<typeof pairingMove>;

/** 帮带目标, by area. */
export const goalArea = words({ thought: "思想", work: "业务", conduct: "作风", people: "群众工作" });
export type GoalArea = Word<typeof goalArea>;

/** 帮带六法 */
export const coachingMethod = words(
  { case_study: "案例分析", assignment: "布置作业", hands_on: "放手实践", on_site: "现场教学", role_play: "情景模拟", debrief: "复盘提高" },
  "选一种帮带方法",
);
export type CoachingMethod = Word<typeof coachingMethod>;

export const pairSide = words({ mentor: "导师", mentee: "学员" });
export type PairSide = Word<typeof pairSide>;

/** 月度评价, in words; the number is only their place. */
export const assessmentLevel = words({ "5": "进步明显", "4": "稳步向前", "3": "达到要求", "2": "有些吃力", "1": "需要多帮一把" }, "选一档");
export type AssessmentLevel = Word<typeof assessmentLevel>;
/** 合适程度, as each side says it when the pairing has ended. */
export const fitLevel = words({ "5": "很合适", "4": "合适", "3": "一般", "2": "不太合适", "1": "不合适" }, "选合不合适");
