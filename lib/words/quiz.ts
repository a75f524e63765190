import { type Word, words } from "./word";

/** 考核: planned, its frame frozen, a household drawn, released. `drawn` for longer than a day reads as 未完成 (rules.ts). */
export const quizState = words({ planned: "待考", committed: "待抽户", drawn: "考核中", released: "已出结果", cancelled: "已取消" });
export type QuizState = Word<typeof quizState>;

/** What is asked at the door, each 0 to 3. */
export const quizItem = words({ members: "家庭成员", income: "收入来源", difficulty: "生活难题", door: "找到家门" });
export type QuizItem = Word<typeof quizItem>;

/** How the examinee came to the door. */
export const doorFound = words({ found: "自己找到", helped: "问了人找到", lost: "没找到" }, "选择怎么找到的");
export type DoorFound = Word<typeof doorFound>;

/** What the file held when the household was drawn. */
export const keyState = words({ verified: "有答案", unclear: "不清楚", missing: "没有登记", contested: "说法不一" });
export type KeyState = Word<typeof keyState>;

/** Why another household is drawn; there is no other reason. */
export const redrawReason = words({ nobody_home: "无人在家", empty: "空户", moved_away: "已搬离", unsafe: "不安全" }, "选择为什么换一户");
export type RedrawReason = Word<typeof redrawReason>;

/** 回避: why somebody may not examine somebody; it follows from what stands in the system, nobody declares it. */
export const barred = words({ self: "是本人", pairing: "有结对", village: "在同一个村社", group: "在同一个课题组" });
export type Barred = Word<typeof barred>;

/** 申诉 */
export const appealState = words({ open: "待复核", upheld: "已更正", dismissed: "维持原结果" });
export type AppealState = Word<typeof appealState>;

/** 考核计划 of a quarter: its frame is frozen, then who is examined by whom is drawn. */
export const planState = words({ committed: "待抽取", drawn: "已抽取", cancelled: "已取消" });
export type PlanState = Word<typeof planState>;

/** Who examines whom, as a plan drew it; nobody where all were barred. */
export type PlannedPair = { examineeId: string; examinerId: string | null };

/** Points for one item of a result; null where it did not count. */
export type ItemPoints = Partial<Record<QuizItem, number | null>>;
