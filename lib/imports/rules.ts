/** An import can be undone as a whole for so many days. */
export const UNDO_DAYS = 7;

/** A check nobody carried out, and what the file said, are forgotten after a day. */
export const CHECK_HOURS = 24;

export const PAGE = 20;

type Counts = { added: number; updated: number; skipped: number; errors: number };

/** What 导入 will write. */
export const goodRows = ({ added, updated }: Counts): number => added + updated;

/** 「新增 1,184 · 更新 3 · 跳过 0 · 错误 16」 */
export const countWords = ({ added, updated, skipped, errors }: Counts): string =>
  [["新增", added], ["更新", updated], ["跳过", skipped], ["错误", errors]].map(([word, count]) => `${word} ${count!.toLocaleString("zh-CN")}`).join(" · ");
