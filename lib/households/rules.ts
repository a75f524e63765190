import type { Day } from "@/lib/kernel/day";

/** 张** — a surname and no more, whatever the name's length. */
export const maskHouseholder = (name: string): string => `${Array.from(name)[0] ?? ""}**`;

/** 李* */
export const maskMember = (name: string): string => `${Array.from(name)[0] ?? ""}*`;

/** Under 14 a child is counted and not named. */
export const isMinor = (birthYear: number | undefined, today: Day): boolean =>
  birthYear !== undefined && Number(today.slice(0, 4)) - birthYear < 14;
