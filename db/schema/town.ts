import { dayMark } from "@/lib/words/calendar";
import { bool, dayCol, id, instant, oneOf, str, table, uniqueIndex, word } from "../columns";

/** The town itself: one row. `demo` puts 「示例数据」 on every page. */
export const town = table("town", {
  id: id<"town">(),
  name: str("name").notNull(),
  demo: bool("demo").notNull(),
  foundedAt: instant("founded_at").notNull(),
});

/** 放假与调休: the days that are not what their weekday says. */
export const dayMarks = table(
  "day_marks",
  {
    id: id<"dayMark">(),
    day: dayCol("day").notNull(),
    mark: word("mark", dayMark.values).notNull(),
    name: str("name").notNull(),
  },
  (t) => [uniqueIndex("day_marks_day").on(t.day), oneOf("day_marks_mark", t.mark, dayMark.values)],
);
