import { type Word, words } from "./word";

/** How a person serves a place: the village, one grid of it, or one household. */
export const serving = words({ village: "联村", grid: "网格", household: "包户" }, "选择做什么");
export type Serving = Word<typeof serving>;
