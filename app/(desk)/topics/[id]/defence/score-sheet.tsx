"use client";
import { ActionRow } from "@/app/_ui/action-row";
import { Notice } from "@/app/_ui/notice";
import { To } from "@/app/_ui/to";
import { spokenPoints, totalOf, unmarked } from "@/lib/defences/rules";
import type { Id } from "@/lib/kernel/id";
import type { Asked } from "./asked";
import { CriterionMarks } from "./criterion-marks";
import { HandIn } from "./hand-in";
import { useMarks } from "./use-marks";

type Props = { me: string; defenceId: string; topicId: string; criteria: readonly Asked[]; saved: readonly (readonly [Id<"criterion">, number])[]; again: boolean };

/** 评分表 under a judge's thumb: every tap is kept at once, and says so when it is not. */
export function ScoreSheet({ me, defenceId, topicId, criteria, saved, again }: Props) {
  const { points, waiting, cut, signedOut, no, mark } = useMarks({ me, defenceId, criterionIds: criteria.map(({ id }) => id), saved });
  const unsaved = cut ? waiting.size : 0;
  return (
    <div className="grid gap-2 lg:max-w-3xl">
      {again && <Notice tone="warn" title="评分表退回来了">分数还是你上次打的，改好再交一次。</Notice>}
      {no && <Notice tone="danger" title="这个分数没有记下">{no}。<a href="">刷新这一页</a></Notice>}
      {signedOut && <Notice tone="warn" title="登录时间到了">分数还在这页上，<a href={`/sign-in?callbackUrl=${encodeURIComponent(`/topics/${topicId}/defence`)}`}>重新登录</a>后接着存。</Notice>}
      {criteria.map((one) => (
        <CriterionMarks key={one.id} asked={one} points={points.get(one.id)} unsaved={cut && waiting.has(one.id)} mark={(value) => mark(one.id, value)} />
      ))}
      <ActionRow>
        <Running criteria={criteria} points={points} unsaved={unsaved} going={waiting.size > 0} />
        <HandIn defenceId={defenceId} criteria={criteria} points={points} waits={waiting.size} />
      </ActionRow>
      <p className="text-sm text-ink-2">每点一下就存一次，交以前都能改。交了以后才看得到其他评委的评分。<To href={`/topics/${topicId}`}>看课题和材料</To></p>
    </div>
  );
}

type RunningProps = { criteria: readonly Asked[]; points: ReadonlyMap<string, number>; unsaved: number; going: boolean };

/** How far I am, in points and in words; a screen reader hears when something waits and when it is kept. */
function Running({ criteria, points, unsaved, going }: RunningProps) {
  const marked = new Map(criteria.flatMap(({ id }) => (points.has(id) ? [[id, points.get(id)!] as const] : [])));
  const missing = unmarked(criteria, marked).length;
  const total = totalOf(criteria.map((one) => ({ ...one, required: false })), marked);
  const state = unsaved > 0 ? `${unsaved} 项还没存上` : going ? "正在存" : marked.size > 0 ? "都存上了" : "还没有评";
  return (
    <div className="min-w-[7.5em] leading-tight">
      <p className="text-xl font-semibold" aria-label={total === undefined ? "还没有总分" : `${missing > 0 ? "到现在" : "总分"} ${spokenPoints(total)}`}>
        {total === undefined ? "--" : spokenPoints(total)}{missing > 0 && total !== undefined && <span className="text-sm font-normal text-ink-2"> 到现在</span>}
      </p>
      <p role="status" className={unsaved > 0 ? "text-sm text-warn" : "text-sm text-ink-2"}>{unsaved > 0 && <span aria-hidden>◐ </span>}{state}</p>
    </div>
  );
}
