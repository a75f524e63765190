import { type Word, words } from "./word";

/** A day that is not what its weekday says. */
export const dayMark = words({ holiday: "放假", makeup: "调休上班" });
export type DayMark = Word<typeof dayMark>;
