import chineseDays from "chinese-days";
import { type Day, dayAfter, weekdayOf } from "./day";

/** The days of a year that the state has announced to be other than their weekday; none of a year the library does not know. */
export function announcedDays(year: number) {
  const marks: { day: Day; mark: "holiday" | "makeup"; name: string }[] = [];
  for (let day = `${year}-01-01` as Day; day <= `${year}-12-31`; day = dayAfter(day, 1)) {
    const { work, name } = chineseDays.getDayDetail(day);
    const weekend = weekdayOf(day) % 6 === 0;
    if (work === weekend) marks.push({ day, mark: work ? "makeup" : "holiday", name: name.split(",")[1] ?? name });
  }
  return marks;
}
