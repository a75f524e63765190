import type { Desk } from "@/lib/gate/desk";
import { clockOf, dayOf } from "@/lib/kernel/calendar";
import { spokenDay } from "@/lib/kernel/day";
import { type QuizAsk, quizAsks } from "@/lib/quizzes/reads-home";
import { redrawReason } from "@/lib/words/quiz";
import { Wait, WaitList, WaitNothing } from "./wait-list";

const SHOWN = 6;

/** 今天考谁, and whatever else exams ask of me; nothing at all where they ask nothing. */
export async function QuizHome({ desk }: { desk: Desk }) {
  const asks = (await quizAsks(desk)).filter(({ kind }) => kind !== "redraw" || !desk.me.is("office"));
  const only = desk.me.roles.every((role) => role === "examiner");
  if (asks.length === 0 && !only) return null;
  return (
    <div className={desk.me.is("office") || only ? undefined : "lg:max-w-4xl"}>
      <WaitList title={only || asks.some(({ kind }) => kind === "examine") ? "今天考谁" : "考核"}>
        {asks.slice(0, SHOWN).map((ask) => <Line key={`${ask.kind} ${ask.quizId}`} ask={ask} />)}
        {asks.length > SHOWN && <Wait title={`另有 ${asks.length - SHOWN} 件`} verb="看全部" what="考核" href="/quizzes" />}
        {asks.length === 0 && <WaitNothing>现在没有要你考的。党建办安排以后会提醒你。</WaitNothing>}
      </WaitList>
    </div>
  );
}

/** Before the office's list, for somebody stands at a door and waits; the rest comes after it. */
export async function RedrawHome({ desk }: { desk: Desk }) {
  const asks = (await quizAsks(desk)).filter(({ kind }) => kind === "redraw");
  return asks.length > 0 && <WaitList title="考官等你答复">{asks.map((ask) => <Line key={ask.quizId} ask={ask} />)}</WaitList>;
}

function Line({ ask }: { ask: QuizAsk }) {
  const { title, verb, meta } = saidOf(ask);
  return <Wait title={title} verb={verb} what={title} meta={meta} href={`/quizzes/${ask.quizId}`} />;
}

function saidOf({ kind, name, state, reason, until }: QuizAsk): { title: string; verb: string; meta: string } {
  if (kind === "redraw") return { title: `考 ${name}：请求换一户`, verb: "去答复", meta: `${reason ? redrawReason.label(reason) : ""}，考官在现场等` };
  if (kind === "appeal") return { title: `${name} 的考核申诉`, verb: "去复核", meta: "等党建办没参加这次考核的人复核" };
  if (kind === "result") return { title: "你的考核出结果了", verb: "看结果", meta: until ? `有不同意见的，${spokenDay(dayOf(until))}前可以申诉一次` : "" };
  if (state === "drawn") return { title: `考 ${name}`, verb: "去考核", meta: until ? `抽好户了，${clockOf(until)} 前考完` : "" };
  return { title: `考 ${name}`, verb: "去抽户", meta: state === "committed" ? "范围定了，等你输入数字" : "到了现场再准备抽户" };
}
