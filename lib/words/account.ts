import { type Word, words } from "./word";

/** What can be done with an account now. 未开通: nobody has used its activation code yet. */
export const accountState = words({ unopened: "未开通", active: "正常", locked: "已锁定", disabled: "已停用" });
export type AccountState = Word<typeof accountState>;
