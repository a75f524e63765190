import * as z from "zod/mini";
import { chosen, daySchema, idSchema, written } from "@/lib/kernel/ask";
import { dayFrom } from "@/lib/kernel/day";
import { dayMark } from "@/lib/words/calendar";
import { RUN_DAYS, runOf, YEARS, yearOf } from "./rules";

const words = `只录 ${YEARS.first} 到 ${YEARS.last} 年的日子，看看年份`;
const isKnown = (year: number) => year >= YEARS.first && year <= YEARS.last;
const markedDay = daySchema.check(z.refine((day) => isKnown(yearOf(day)), words));

export const MarkDaysForm = z
  .strictObject({
    mark: chosen(dayMark),
    name: written("名称", 20, 1, "写一写是什么节日"),
    firstOn: markedDay,
    /** Left empty for one day alone. */
    lastOn: z.union([z.literal(""), markedDay]),
  })
  .check(z.superRefine(({ firstOn, lastOn }, ctx) => {
    if (!dayFrom(firstOn)) return;
    const say = (message: string) => ctx.addIssue({ code: "custom", path: ["lastOn"], message });
    if (lastOn && lastOn < firstOn) say("最后一天不能早于第一天");
    else if (runOf({ firstOn, lastOn }).length > RUN_DAYS) say(`一次最多录 ${RUN_DAYS} 天，更长的分几次录`);
  }));
export type MarkDaysForm = z.output<typeof MarkDaysForm>;
export type MarkDaysInput = z.input<typeof MarkDaysForm>;

export const UnmarkDayForm = z.strictObject({ dayMarkId: idSchema<"dayMark">() });
export type UnmarkDayForm = z.output<typeof UnmarkDayForm>;

export const FillYearForm = z.strictObject({ year: z.int(words).check(z.refine(isKnown, words)) });
export type FillYearForm = z.output<typeof FillYearForm>;
