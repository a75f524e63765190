import { Badge } from "@/app/_ui/badge";
import { Card } from "@/app/_ui/card";
import { FactsList } from "@/app/_ui/facts-list";
import type { Desk } from "@/lib/gate/desk";
import { clockOf, dayOf } from "@/lib/kernel/calendar";
import { spokenDay } from "@/lib/kernel/day";
import type { QuizInFull } from "@/lib/quizzes/reads-one";
import { countingItems, fullOfItem, tookPart } from "@/lib/quizzes/rules";
import { quizItem } from "@/lib/words/quiz";
import { appealSaid } from "../standing";
import { DecideAppeal, MakeAppeal } from "./appeal-forms";
import type { Part } from "./part";

type Props = { desk: Desk; full: QuizInFull; part: Part };

/** 申诉: what may be asked, was asked, and was answered. */
export function AppealCard({ desk, full, part }: Props) {
  const { quiz, appeal, names } = full;
  if (part === "auditor") return null;
  if (!appeal) return <Unasked desk={desk} full={full} part={part} />;
  return (
    <Card title="申诉" aside={<Badge {...appealSaid(appeal.state)} />}>
      <FactsList facts={[
        { label: "哪几项", value: appeal.items.map(quizItem.label).join("、") },
        { label: "理由", value: <span className="whitespace-pre-line">{appeal.words}</span> },
        { label: "提出", value: `${names(quiz.examineeId)} ${clockOf(appeal.at)}` },
        ...(appeal.decidedAt ? [
          { label: "答复", value: <span className="whitespace-pre-line">{appeal.why}</span> },
          { label: "复核的人", value: `${names(appeal.decidedById)} ${clockOf(appeal.decidedAt)}` },
        ] : []),
      ]} />
      {appeal.state === "open" && <Open desk={desk} full={full} appeal={appeal} />}
    </Card>
  );
}

function Open({ desk, full: { quiz, results: [now] }, appeal }: Omit<Props, "part"> & { appeal: NonNullable<QuizInFull["appeal"]> }) {
  if (!desk.may("appeal.decide", appeal)) return <p className="mt-2.5 text-ink-2">由党建办没参加这次考核的人复核，答复了会提醒。</p>;
  if (tookPart(desk.me.id, quiz) || !now) return <p className="mt-2.5 text-ink-2">你是这次的考官，由党建办另一位同事复核。</p>;
  const lines = appeal.items.map((item) => ({ item, points: now.items[item] ?? 0 }));
  return <div className="mt-3"><DecideAppeal appealId={appeal.id} lines={lines} full={fullOfItem(now)} /></div>;
}

function Unasked({ desk, full: { quiz, results: [now] }, part }: Props) {
  const { appealUntil } = quiz;
  const counting = now ? countingItems(now) : [];
  if (part !== "examinee" || !appealUntil || counting.length === 0) return null;
  const until = spokenDay(dayOf(appealUntil));
  if (appealUntil < desk.now) return <p className="text-sm text-ink-2">申诉到 {until}，已经过了期限。</p>;
  return (
    <Card title="对结果有不同意见">
      <p className="mb-3">{until}前可以申诉一次，由党建办没参加这次考核的人复核。申诉不会让分数变低。</p>
      <MakeAppeal quizId={quiz.id} items={counting} />
    </Card>
  );
}
