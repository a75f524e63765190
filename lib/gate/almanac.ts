import { tables } from "@/db/schema";
import type { Reader } from "@/db/store";
import type { Almanac } from "@/lib/kernel/calendar";

/** The office's table of holidays and make-up days, for a desk or inside a deed; a few dozen rows everybody may see. */
export async function almanacOf(at: Pick<Reader, "select">): Promise<Almanac> {
  const { dayMarks } = tables;
  const marks = await at.select({ day: dayMarks.day, mark: dayMarks.mark }).from(dayMarks);
  return new Map(marks.map(({ day, mark }) => [day, mark]));
}
