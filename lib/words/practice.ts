import { type Word, words } from "./word";

/** What a card, or a proposal for the file, is about. */
export const fileKind = words({ members: "家庭成员", income: "收入来源", difficulty: "生活难题", door: "找门说明" }, "选择哪一类");
export type FileKind = Word<typeof fileKind>;

/** A proposal for the household file: it waits until somebody who keeps the file has decided. */
export const proposalState = words({ open: "待核对", accepted: "已采纳", declined: "没有采纳" });
export type ProposalState = Word<typeof proposalState>;

/** 下一户建议: taken up, or not now. */
export const suggestionAnswer = words({ accepted: "去这户", not_now: "暂不" });
export type SuggestionAnswer = Word<typeof suggestionAnswer>;

/** Why not now. */
export const notNowReason = words({ just_been: "刚去过", nobody_home: "这阵子没人在家", others_go: "别人会去", no_time: "这周排不开", other: "其他" }, "选择为什么暂不");
export type NotNowReason = Word<typeof notNowReason>;
