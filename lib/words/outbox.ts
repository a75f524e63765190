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
