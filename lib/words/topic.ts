import type { Id } from "@/lib/kernel/id";
import { type Word, words } from "./word";

/** 节点, in the order a topic passes them. 转化回看 comes twice: three and six months after it was concluded. */
export const gate = words({
  approved: "立项",
  kickoff: "开题",
  midterm: "中期",
  defence: "答辩",
  exhibition: "展演",
  concluded: "结题",
  followup3: "转化回看 3 个月",
  followup6: "转化回看 6 个月",
}, "选一个节点");
export type Gate = Word<typeof gate>;

/** What a person is in a 课题组. */
export const topicPart = words({ leader: "组长", member: "组员", adviser: "指导老师" }, "选在组里做什么");
export type TopicPart = Word<typeof topicPart>;

export const topicMove = words({ open: "立了课题", close: "过了节点", waive: "免查过了节点", reopen: "退回节点", stop: "中止课题", resume: "恢复课题" });
export type TopicMove = Word<typeof topicMove>;

export const deliverableKind = words({ plan: "开题方案", report: "调研报告", slides: "答辩材料", data: "数据附表", other: "其他材料" }, "选一种材料");
export type DeliverableKind = Word<typeof deliverableKind>;

/** What a file is by what stands in it; its name is only what somebody called it. */
export const fileKind = words({ docx: "Word 文档", pptx: "演示文稿", xlsx: "Excel 表格", pdf: "PDF", jpg: "JPG 图片", png: "PNG 图片", webp: "WebP 图片" });
export type FileKind = Word<typeof fileKind>;

/** 展演 */
export const exhibitForm = words({ data_comparison: "数据对比", role_play: "情景模拟", other: "其他形式" }, "选一种形式");
export type ExhibitForm = Word<typeof exhibitForm>;

export const exhibitionState = words({ preparing: "筹备中", voting: "正在投票", closed: "已结束" });
export type ExhibitionState = Word<typeof exhibitionState>;

/** What somebody in the audience chose of two. */
export type Pick = { chosen: Id<"exhibit">; other: Id<"exhibit"> };
