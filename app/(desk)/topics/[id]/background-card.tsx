import { Card } from "@/app/_ui/card";
import { FactsList } from "@/app/_ui/facts-list";
import type { Topic } from "@/lib/topics/reads";

/** What it is about, in the words of whoever opened it. */
export function BackgroundCard({ topic }: { topic: Topic }) {
  return (
    <Card title="背景">
      <FactsList facts={[
        { label: "牵头部门", value: topic.leadDepartment },
        { label: "范围", value: topic.villages.length > 0 ? topic.villages.map(({ name }) => name).join("、") : "全镇" },
        { label: "从哪天起", value: topic.startedOn },
        { label: "最近进展", value: topic.heardOn },
      ]} />
      <p className="measure mt-2 break-words whitespace-pre-line">{topic.background || <span className="text-ink-2">还没有写背景</span>}</p>
    </Card>
  );
}
