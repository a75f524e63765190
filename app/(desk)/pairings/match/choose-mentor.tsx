"use client";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { type Learner, type Material, reasonsOf } from "@/lib/pairings/rules-match";
import { type Choice, choicesFor, judged, type Judged, type Move, movedBy, type Pair, type Plan } from "@/lib/pairings/rules-plan";
import { differenceWords, weightNames } from "./gap";

type Props = { mentee: Learner; material: Material; plan: Plan; now: Judged; onMove: (move: Move) => void; onLeave: (id: string) => void };
type Weighed = Choice & { then: Judged };

/** 换导师: every mentor with a place to give, by name, and by how much each would change the whole. */
export function ChooseMentor({ mentee, material, plan, now, onMove, onLeave }: Props) {
  const [weighed] = useState<Weighed[]>(() => choicesFor(material, plan, mentee.id).map((choice) => ({ ...choice, then: judged(material, movedBy(plan, choice)) })));
  const [at, setAt] = useState("");
  const chosen = at === "" ? undefined : weighed[Number(at)];
  const mine = now.pairs.find((pair) => pair.mentee.id === mentee.id);
  return (
    <div className="grid gap-3">
      <p>{mine ? `现在配给 ${mine.mentor.name}。${sumWords(mine)}` : "现在没有配上导师"}</p>
      <Field label="导师">
        <select value={at} onChange={(event) => setAt(event.target.value)}>
          <option value="">选择导师</option>
          {weighed.map((one, place) => <option key={`${one.mentorId} ${one.swapId ?? ""}`} value={place} disabled={!!one.barred}>{optionWords(one, now, !!mine)}</option>)}
        </select>
      </Field>
      {chosen && <After move={chosen} />}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" data-close={chosen && ""} disabled={!chosen} onClick={() => chosen && onMove(chosen)}>{mine ? "换成这位导师" : "配给这位导师"}</Button>
        {mine && <Button data-close onClick={() => onLeave(mentee.id)}>先不安排 {mentee.name}</Button>}
      </div>
    </div>
  );
}

function optionWords({ mentor, swap, barred, then }: Weighed, now: Judged, placed: boolean): string {
  const who = mentor.department ? `${mentor.name}（${mentor.department}）` : mentor.name;
  if (barred) return `${who} · ${barred.why}，要再提到青蓝结对里单独提`;
  const how = swap ? (placed ? `和 ${swap.name} 对调` : `换下 ${swap.name}`) : mentor.load > 0 ? `在带 ${mentor.load} 名` : "有名额";
  return `${who} · ${how} · 合计${differenceWords(then.total - now.total)}`;
}

/** What the one and, where two change places, the other would then have. */
function After({ move: { then, menteeId, swapId } }: { move: Weighed }) {
  const touched = then.pairs.filter(({ mentee }) => mentee.id === menteeId || mentee.id === swapId);
  const out = then.left.find(({ mentee }) => mentee.id === swapId);
  return (
    <ul className="grid gap-1.5" role="status">
      {touched.map((pair) => <li key={pair.mentee.id}>{pair.mentee.name} 和 {pair.mentor.name}：{reasonsOf(pair.parts)}。<span className="text-ink-2">{sumWords(pair)}</span></li>)}
      {out && <li>{out.mentee.name} 就没有导师了</li>}
    </ul>
  );
}

/** 「差距 45：想学 30、村社 15」 */
function sumWords({ cost, parts }: Pair): string {
  const counted = parts.filter((part) => part.cost > 0).map((part) => `${weightNames[part.of]} ${part.cost}`);
  return counted.length > 0 ? `差距 ${cost}：${counted.join("、")}` : "没有差距";
}
