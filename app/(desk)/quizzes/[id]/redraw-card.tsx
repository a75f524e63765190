import { Card } from "@/app/_ui/card";
import { Notice } from "@/app/_ui/notice";
import type { QuizInFull } from "@/lib/quizzes/reads-one";
import { MOST_DRAWS } from "@/lib/quizzes/rules-draw";
import { redrawReason } from "@/lib/words/quiz";
import { DrawNumber } from "./draw-form";
import type { Part } from "./part";
import { AnswerRedraw, AskRedraw } from "./redraw-forms";

type Props = { full: QuizInFull; part: Part };

/** A redraw that was allowed and whose new number has not been typed. */
export const redrawDue = ({ draws, redraws }: QuizInFull): boolean =>
  redraws.some(({ drawId, allowed }) => allowed && drawId === draws.at(-1)?.id);

/** 换一户, while it goes on: asked for, waiting for a second person, allowed, or no more to be had. */
export function RedrawCard({ full, part }: Props) {
  const { quiz, draws, redraws, names } = full;
  const last = draws.at(-1);
  const ofLast = redraws.filter(({ drawId }) => drawId === last?.id);
  const open = ofLast.find(({ decidedAt }) => !decidedAt);
  if (open) return <Open full={full} part={part} redraw={open} />;
  if (redrawDue(full)) return part === "leads"
    ? <Card title="再抽一户"><p className="mb-3">换一户已经同意。当场再想一个数字，从剩下的户里抽。</p><DrawNumber quizId={quiz.id} version={quiz.version} again /></Card>
    : <Notice title="已经同意换一户">等 {names(quiz.examinerId)} 输入新的数字。</Notice>;
  if (part !== "leads") return null;
  const refused = ofLast.find(({ allowed }) => allowed === false);
  return (
    <>
      {refused && <Notice title={`${names(refused.decidedById)} 没有同意换户`}>考这一户。真的考不成的，过了 24 小时记为未完成，不算 0 分。</Notice>}
      {draws.length >= MOST_DRAWS && <p className="text-ink-2">已经换过 {MOST_DRAWS - 1} 次，不能再换。考不成的，过了 24 小时记为未完成。</p>}
    </>
  );
}

/** The button in the page's head, while another household may be asked for. */
export function RedrawButton({ full: { standing, draws, redraws, sheets, quiz }, part }: Props) {
  const last = draws.at(-1);
  const asked = redraws.some(({ drawId, decidedAt, allowed }) => drawId === last?.id && (!decidedAt || allowed));
  if (part !== "leads" || standing !== "drawn" || asked || sheets.length > 0 || draws.length >= MOST_DRAWS) return null;
  return <AskRedraw quizId={quiz.id} left={MOST_DRAWS - draws.length} />;
}

function Open({ full: { names, quiz }, part, redraw }: Props & { redraw: QuizInFull["redraws"][number] }) {
  const why = `${redrawReason.label(redraw.reason)}${redraw.words && `，${redraw.words}`}`;
  if (part !== "second" && part !== "office")
    return <Notice title="等第二个人同意换一户">原因：{why}。{quiz.secondExaminerId ? `${names(quiz.secondExaminerId)} 或党建办` : "党建办"}同意以后，再输入新的数字。</Notice>;
  return (
    <Notice tone="warn" title={`${names(redraw.askedById)} 请求换一户`}>
      <p>原因：{why}。考官在现场等着；同意以后由考官输入新的数字，不同意就考这一户。</p>
      <AnswerRedraw redrawId={redraw.id} />
    </Notice>
  );
}
