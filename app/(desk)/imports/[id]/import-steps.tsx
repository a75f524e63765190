import { classes } from "@/app/_ui/classes";
import { Glyph } from "@/app/_ui/glyph";
import type { ImportState } from "@/lib/words/import";

const steps = ["下载模板", "选文件", "自动配列", "预检", "导入"];

/** The five steps of an import, and which of them it is at. */
export function ImportSteps({ state, running }: { state: ImportState; running: boolean }) {
  const at = state === "checked" && !running ? 3 : 4;
  const isOver = state === "done" || state === "undone";
  return (
    <ol aria-label="导入的步骤" className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {steps.map((step, place) => {
        const done = place < at || isOver;
        const here = place === at && !isOver;
        return (
          <li key={step} aria-current={here ? "step" : undefined}
            className={classes("inline-flex items-center gap-1", here ? "font-semibold text-primary" : "text-ink-2")}>
            <Glyph shape={done ? "check" : here ? "half" : "ring"} />
            {place + 1} {step}
            {done && <span className="sr-only">（已完成）</span>}
          </li>
        );
      })}
    </ol>
  );
}
