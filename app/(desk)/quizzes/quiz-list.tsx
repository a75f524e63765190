import { type Column, List, type Row } from "@/app/_ui/list";
import { dayOf } from "@/lib/kernel/calendar";
import { shortDay } from "@/lib/kernel/day";
import type { QuizLine, QuizView } from "@/lib/quizzes/reads";
import { spokenResult } from "@/lib/quizzes/rules";
import { appealSaid, standingSaid } from "./standing";

const columns: Column[] = [
  { head: "状态", card: "mark" }, { head: "考核对象", card: "title", room: "some", opens: true }, { head: "单位", room: "some" }, { head: "考官", named: true, room: "rest" },
  { head: "结果", card: "line" }, { head: "申诉", card: "mark" }, { head: "怎么定的" }, { head: "安排日", card: "aside" }, { head: "抽户日", named: true },
];
/** Views in which nothing has come out yet have no column for it. */
const without: Partial<Record<QuizView, readonly string[]>> = { going: ["结果", "申诉"], examine: ["结果", "申诉"], unfinished: ["结果", "申诉"], own: ["单位"] };

/** By when it was planned, whatever came out. An auditor goes straight to how it was drawn. */
export function QuizList({ rows, view, me, verifies }: { rows: readonly QuizLine[]; view: QuizView; me: string; verifies: boolean }) {
  const lines = rows.map((quiz): Row => ({
    href: `/quizzes/${quiz.id}${verifies && quiz.drawnAt ? "/verify" : ""}`,
    cells: [
      standingSaid(quiz.standing), quiz.examineeId === me ? "我的考核" : quiz.examinee, quiz.department, [quiz.examiner, quiz.second].filter(Boolean).join("、"),
      quiz.result ? spokenResult(quiz.result) : "", quiz.appeal ? appealSaid(quiz.appeal) : "", quiz.byPlan ? "计划抽出" : "党建办指定",
      shortDay(dayOf(quiz.plannedAt)), quiz.drawnAt ? shortDay(dayOf(quiz.drawnAt)) : "",
    ],
  }));
  const kept = columns.map(({ head }) => !without[view]?.includes(head));
  const narrowed = lines.map((row) => ({ ...row, cells: row.cells.filter((_, place) => kept[place]) }));
  return <List caption="考核" columns={columns.filter((_, place) => kept[place])} rows={narrowed} />;
}
