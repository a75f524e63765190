import { Card } from "@/app/_ui/card";
import { Empty } from "@/app/_ui/empty";
import { type Column, List, type Row } from "@/app/_ui/list";
import { Notice } from "@/app/_ui/notice";
import type { Desk } from "@/lib/gate/desk";
import { clockOf } from "@/lib/kernel/calendar";
import type { PlanInFull } from "@/lib/quizzes/reads-plans";
import { standingOf } from "@/lib/quizzes/rules";
import { standingSaid } from "../../standing";

const columns: Column[] = [
  { head: "村社", card: "line" }, { head: "考核对象", card: "title", room: "some", opens: true }, { head: "考官", named: true, room: "rest" }, { head: "考核", card: "mark" },
];

/** Who examines whom, village by village and by name; and for whom there was nobody, with the causes. */
export function DrawnPlan({ desk, full: { plan, number, people, lines, holds } }: { desk: Desk; full: PlanInFull }) {
  const [paired, alone] = [lines.filter(({ examinerId }) => examinerId), lines.filter(({ examinerId }) => !examinerId)];
  const rows = paired.map(({ examineeId, examinee, examiner, village, quiz }): Row => ({
    key: examineeId, ...(quiz && { href: `/quizzes/${quiz.id}` }), cells: [village, examinee, examiner, quiz ? standingSaid(standingOf(quiz, desk.now)) : ""],
  }));
  return (
    <>
      {!holds && <Notice tone="danger" title="这份计划有对不上的地方">打开“验证抽取”看是哪一项，先不要按它去考。</Notice>}
      <p className="text-ink-2">{plan.drawnAt && clockOf(plan.drawnAt)} 由数字 {number} 从 {people} 人里抽出 {lines.length} 人，考官已经收到提醒。名单按村社排。</p>
      {rows.length > 0 && <List caption="谁考谁" columns={columns} rows={rows} />}
      {rows.length === 0 && <Empty title="没有一个人有考官">所有考官都要回避。加考官以后另定一份计划。</Empty>}
      {alone.length > 0 && (
        <Card title={`没有可派的考官（${alone.length}）`} flush>
          <ul className="divide-y divide-line">
            {alone.map(({ examineeId, examinee, village, causes }) => (
              <li key={examineeId} className="px-3 py-2"><b>{examinee}</b> <span className="text-ink-2">{village}</span><span className="block text-sm">要回避：{causes.join("、")}</span></li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
