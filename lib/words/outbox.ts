import { type Word, words } from "./word";

/** Where something captured on the phone stands, as 待发送 says it: never more than is known. */
export const itemState = words({
  draft: "草稿",
  queued: "待发送",
  sending: "发送中",
  sent: "已送达",
  rejected: "没有收下",
  conflict: "两边不一样",
});
export type ItemState = Word<typeof itemState>;

/** Says that 退出登录 was pressed without a network: the server ends the session before it answers anything else. */
export const leavingCookie = "ql-leaving";
