"use client";
import { useEffect, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Chips } from "@/app/_ui/chips";
import { Field } from "@/app/_ui/field";
import { MOST_MINUTES } from "@/lib/quizzes/rules-sheet";
import { doorFound } from "@/lib/words/quiz";
import type { Held, Mark } from "./use-exam";

type Props = {
  held: Held | undefined;
  errors: { found: string | undefined; minutes: string | undefined };
  change: (part: Partial<Held["sheet"]>, setOutAt?: number | null) => void;
  mark: (part: Partial<Mark>) => void;
};

const minutesSince = (at: number, now = Date.now()): number => Math.min(MOST_MINUTES, Math.max(0, Math.round((now - at) / 60_000)));

/** 找到家门: 出发 and 到了 time the way, over a reload and a closed page; minutes may be typed instead. */
export function ExamDoor({ held, errors, change, mark }: Props) {
  const setOutAt = held?.setOutAt ?? null;
  const minutes = held?.sheet.minutes ?? null;
  const typed = (text: string) => change({ minutes: /\d/.test(text) ? Number(text.normalize("NFKC").replace(/\D/g, "")) : null }, null);
  const choose = (value: string) => {
    const found = doorFound.from(value) ?? null;
    change({ found });
    if (found === "lost") mark({ points: 0, wrongKey: false });
  };
  return (
    <div className="grid gap-2.5 px-1">
      <div className="flex items-end gap-2">
        <Field label="用了几分钟" id="minutes" optional error={errors.minutes} className="w-36">
          <input inputMode="numeric" enterKeyHint="done" autoComplete="off" value={minutes ?? ""} onChange={(event) => typed(event.target.value)} />
        </Field>
        {setOutAt === null
          ? <Button onClick={() => change({ minutes: null }, Date.now())}>{minutes === null ? "出发" : "重新出发"}</Button>
          : <Button variant="primary" onClick={() => change({ minutes: minutesSince(setOutAt) }, null)}>到了</Button>}
        {setOutAt !== null && <Walked since={setOutAt} />}
      </div>
      <Chips legend="怎么找到的" name="found" options={doorFound.options} chosen={held?.sheet.found ?? ""} error={errors.found} onChange={(event) => choose(event.target.value)} />
    </div>
  );
}

/** 「已走 3:12」 */
function Walked({ since }: { since: number }) {
  const [now, setNow] = useState(since);
  useEffect(() => {
    const tick = () => setNow(Date.now());
    tick();
    const clock = setInterval(tick, 1_000);
    return () => clearInterval(clock);
  }, [since]);
  const seconds = Math.max(0, Math.floor((now - since) / 1_000));
  return <p className="pb-2.5 whitespace-nowrap text-ink-2 tabular-nums" aria-live="off">已走 {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, "0")}</p>;
}
