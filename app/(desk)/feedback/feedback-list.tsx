import { Badge } from "@/app/_ui/badge";
import { Empty } from "@/app/_ui/empty";
import type { FeedbackLine, FeedbackView } from "@/lib/feedback/reads";
import { clockOf, daysBetween } from "@/lib/kernel/calendar";
import { type Day, spokenDay } from "@/lib/kernel/day";
import { AnswerFormCard } from "./answer-form";
import { pageName } from "./page-names";

type FeedbackListProps = { rows: readonly FeedbackLine[]; view: FeedbackView; today: Day };

const nothing: Record<FeedbackView, { title: string; words: string }> = {
  mine: { title: "你还没有说过什么", words: "对系统、对工作有想法，写在上面。5 个工作日内有答复，答复出现在这里。" },
  open: { title: "没有等着答复的投诉建议", words: "有人写了以后会排在这里，先到期的在最前。" },
  answered: { title: "还没有答复过投诉建议", words: "答复过的会留在这里。" },
};

export function FeedbackList({ rows, view, today }: FeedbackListProps) {
  if (rows.length === 0) return <Empty title={nothing[view].title}>{nothing[view].words}</Empty>;
  return (
    <ul aria-label={view === "mine" ? "我说过的" : "投诉建议"} className="grid gap-2.5">
      {rows.map((line) => (
        <li key={line.id} id={line.id} className="scroll-mt-bar rounded-2 border border-line bg-bg p-3 target:border-primary">
          <p className="mb-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
            <State line={line} today={today} />
            {view !== "mine" && <span className="font-semibold text-ink">{line.author}</span>}
            <span>{clockOf(line.at)}</span>
            {line.page && <span>写自“{pageName(line.page)}”页</span>}
          </p>
          <p className="measure whitespace-pre-wrap">{line.says}</p>
          {line.answer && <Answer line={line} />}
          {view === "open" && <AnswerFormCard feedbackId={line.id} author={line.author} />}
        </li>
      ))}
    </ul>
  );
}

function State({ line, today }: { line: FeedbackLine; today: Day }) {
  if (line.answeredAt) return <Badge tone="ok">已答复</Badge>;
  const left = daysBetween(today, line.dueOn);
  if (left < 0) return <Badge tone="danger">超 {-left} 天没答复</Badge>;
  return left === 0 ? <Badge tone="warn">今天到期</Badge> : <Badge tone="info">{spokenDay(line.dueOn)}前答复</Badge>;
}

function Answer({ line }: { line: FeedbackLine }) {
  return (
    <div className="mt-2 border-l-3 border-ok pl-3">
      <p className="measure whitespace-pre-wrap">{line.answer}</p>
      <p className="text-sm text-ink-2">{line.answeredBy} {line.answeredAt && clockOf(line.answeredAt)} 答复</p>
    </div>
  );
}
