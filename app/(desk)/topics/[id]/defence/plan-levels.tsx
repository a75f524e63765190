"use client";
import type { FieldErrors } from "react-hook-form";
import { Button } from "@/app/_ui/button";
import { Fieldset } from "@/app/_ui/fieldset";
import type { DefenceInput } from "@/lib/defences/forms";
import type { PlanState } from "./plan-criteria";

const [FEWEST, MOST] = [2, 5];

/** 档次 from the best: a word and the points it stands for. They are kept with the first criterion, and hold for all. */
export function PlanLevels({ form, errors }: { form: PlanState; errors: FieldErrors<DefenceInput> }) {
  const levels = form.watch("criteria.0.levels");
  const set = (next: typeof levels) => form.setValue("criteria.0.levels", next, { shouldDirty: true });
  const amiss = errors.criteria?.[0]?.levels;
  const ofLines = levels.map((_, n) => amiss?.[n]?.label?.message ?? amiss?.[n]?.points?.message).find(Boolean);
  const said = amiss?.message ?? amiss?.root?.message ?? ofLines;
  return (
    <Fieldset legend="档次" id="levels" hint="从高到低，每个评分项都用这几档；评委可以再加减 1 分" error={said}>
      <ol className="grid gap-1.5">
        {levels.map((_, n) => (
          <li key={n} className="grid grid-cols-[minmax(0,1fr)_6rem_auto] items-center gap-2">
            <input aria-label={`档次 ${n + 1}`} {...form.register(`criteria.0.levels.${n}.label`)} />
            <span className="flex items-center gap-1"><input type="number" inputMode="numeric" aria-label={`档次 ${n + 1} 的分值`} {...form.register(`criteria.0.levels.${n}.points`, { valueAsNumber: true })} />分</span>
            <Button size="row" variant="quiet" disabled={levels.length <= FEWEST} aria-label={`删去档次 ${n + 1}`} onClick={() => set(levels.filter((_one, at) => at !== n))}>删去</Button>
          </li>
        ))}
      </ol>
      {levels.length < MOST && <Button size="row" className="mt-2" onClick={() => set([...levels, { label: "", points: 0 }])}>加一档</Button>}
    </Fieldset>
  );
}
