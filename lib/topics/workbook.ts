import { asc, eq, isNull } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { clockOf } from "@/lib/kernel/calendar";
import type { SheetToWrite } from "@/lib/sheets/write";
import { standingWords } from "./rules";
import { lateness } from "./rules-late";

/** 里程碑 of every topic that I see, as a sheet; nothing of villagers stands in it. */
export async function milestonesSheet(desk: Desk): Promise<SheetToWrite> {
  const { milestones: m, topics: t, people } = desk.see;
  const rows = await desk.select({ topic: t.title, gate: t.gate, stoppedOn: t.stoppedOn, title: m.title, owner: people.name, dueOn: m.dueOn, doneOn: m.doneOn })
    .from(m).innerJoin(t, eq(t.id, m.topicId)).innerJoin(people, eq(people.id, m.ownerId))
    .where(isNull(m.droppedOn)).orderBy(asc(t.searchKey), asc(t.id), asc(m.dueOn), asc(m.id));
  return {
    name: "里程碑",
    columns: [{ title: "课题", width: 16 }, { title: "节点", width: 8 }, { title: "里程碑", width: 18 }, { title: "负责人", width: 5 }, { title: "期限", width: 6 }, { title: "完成日期", width: 6 }, { title: "情况", width: 12 }],
    rows: rows.map(({ topic, gate, stoppedOn, title, owner, dueOn, doneOn }) => [
      topic, stoppedOn ? `${stoppedOn} 中止` : standingWords(gate), title, owner, dueOn, doneOn ?? "", stoppedOn && !doneOn ? "" : lateness({ dueOn, doneOn }, desk.me.today).words,
    ]),
  };
}

/** Who took the figures away, and when. */
export const sourceOf = (desk: Desk): string[][] => [
  ["导出时间", `${desk.me.today} ${clockOf(desk.now).slice(6)}`], ["导出人", desk.me.name], ["范围", "全部课题的里程碑（去掉的不算），已公布的答辩成绩"],
];
