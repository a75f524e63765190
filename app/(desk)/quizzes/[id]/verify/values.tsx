import type { Desk } from "@/lib/gate/desk";
import { clockOf } from "@/lib/kernel/calendar";
import { doorWords } from "@/lib/quizzes/reads-doors";
import type { QuizVerified } from "@/lib/quizzes/reads-verify";
import { hash, idValue, type Value } from "./values-card";

/** What is still missing before everything can be compared; nothing once it is released. */
export function waitsFor(desk: Desk, { quiz, frame, secret }: QuizVerified): string | undefined {
  if (quiz.state === "planned" || quiz.state === "cancelled") return "还没有冻结抽户范围，没有可核对的。";
  if (!frame) return quiz.state === "released" ? "范围、密钥和抽到的户只给考核对象、考官、党建办和审计员核对；你能看到两串指纹。" : "考完以后，你可以在这里核对这次抽户。密钥在考完后公开。";
  return secret ? undefined : "密钥在考完后公开，公开以后这里再核对密钥和抽到的户。";
}

export async function valuesOf(desk: Desk, { quiz, frame, secret, draws }: QuizVerified): Promise<Value[]> {
  const doors = await doorWords(desk, draws);
  const later = quiz.state === "released" ? "不给你看" : "密钥在考完后公开";
  return [
    idValue("考核编号", quiz.id),
    hash("范围指纹", quiz.frameHash),
    { label: "能抽的户", value: quiz.frameSize === null ? "还没有冻结" : `${quiz.frameSize} 户` },
    hash("密钥指纹", quiz.secretHash),
    { label: "冻结的时间", value: quiz.committedAt ? clockOf(quiz.committedAt) : "还没有" },
    ...draws.map((draw) => ({
      label: `第 ${draw.attempt} 次`,
      value: <><p>数字 <code>{draw.number}</code> · {clockOf(draw.drawnAt)}</p>{doors.has(draw.householdId ?? "") && <p>{doors.get(draw.householdId ?? "")}</p>}<code className="block text-xs break-all text-ink-2 sm:text-sm">{draw.householdId}</code></>,
    })),
    hash("密钥", secret?.secret, later),
    ...(frame ? [{ label: "范围全文", value: <Frame text={frame.text} /> }] : []),
  ];
}

/** Line for line as it was hashed; a narrow phone breaks the lines, the file below does not. */
const Frame = ({ text }: { text: string }) => (
  <details>
    <summary className="link flex min-h-tap cursor-pointer items-center">看 {text.trim().split("\n").length} 行</summary>
    <pre className="max-h-80 overflow-auto text-xs leading-normal break-all whitespace-pre-wrap">{text}</pre>
  </details>
);
