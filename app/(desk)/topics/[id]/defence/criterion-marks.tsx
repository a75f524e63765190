"use client";
import { Badge } from "@/app/_ui/badge";
import { classes } from "@/app/_ui/classes";
import type { Asked } from "./asked";

type Props = { asked: Asked; points: number | undefined; unsaved: boolean; mark: (points: number) => void };

/** One 评分项: its levels as big buttons, and one point more or less. */
export function CriterionMarks({ asked: { id, name, weight, required, levels }, points, unsaved, mark }: Props) {
  const at = points === undefined ? undefined : (levels.find((level) => level.points <= points) ?? levels.at(-1));
  return (
    <section aria-labelledby={id} className="grid gap-2 rounded-2 border border-line bg-bg p-2">
      <div className="flex min-h-tap items-center gap-2">
        <h2 id={id} className="min-w-0 flex-1 text-base leading-tight">
          {name} <span className="text-sm font-normal whitespace-nowrap text-ink-2">占 {weight}%{!required && "，选评"}</span>
          {unsaved && <> <Badge tone="warn" word="还没存上" /></>}
        </h2>
        {points !== undefined && <Stepper name={name} points={points} mark={mark} />}
      </div>
      <div role="group" aria-label={`${name}的档次`} className={classes("grid gap-1.5", columns[levels.length])}>
        {levels.map((level) => (
          <button key={level.label} type="button" aria-pressed={level === at} onClick={() => mark(level.points)} className={classes(choice, level === at && chosen)}>
            <span className="text-sm leading-tight">{level.label}</span>
            <span className="leading-tight">{level.points}</span>
          </button>
        ))}
      </div>
    </section>
  );
}

/** The number itself, between one less and one more. */
function Stepper({ name, points, mark }: { name: string; points: number; mark: (points: number) => void }) {
  return (
    <span className="flex flex-none items-center">
      <button type="button" aria-label={`${name}减 1 分`} disabled={points === 0} onClick={() => mark(points - 1)} className={step}>−1</button>
      <span className="min-w-[2.25em] text-center text-lg font-semibold" aria-label={`${name} ${points} 分`}>{points}</span>
      <button type="button" aria-label={`${name}加 1 分`} disabled={points === 100} onClick={() => mark(points + 1)} className={step}>+1</button>
    </span>
  );
}

/** One row of them, however large the letters: five are the most there are, and each is still wider than a thumb. */
const columns: Record<number, string> = { 2: "grid-cols-2", 3: "grid-cols-3", 4: "grid-cols-4", 5: "grid-cols-5" };
const step = "min-h-tap min-w-tap rounded-1 border border-control bg-bg text-sm hover:bg-primary-bg disabled:border-line disabled:text-ink-2";
const choice = "grid min-h-13 min-w-0 content-center justify-items-center rounded-1 border border-control bg-bg px-0.5 py-1 hover:bg-primary-bg";
const chosen = "border-primary bg-primary-bg font-semibold text-primary shadow-[inset_0_0_0_1px_var(--color-primary)]";
