import { Check } from "@/app/_ui/check";
import { keyWords } from "./use-keys";

/** 键位表, and the switch that turns single keys off. */
export function KeysPanel({ on, turn }: { on: boolean; turn: (on: boolean) => void }) {
  return (
    <div className="grid gap-3">
      <dl className="grid grid-cols-[5.5rem_1fr] gap-y-1.5">
        {keyWords.map(([key, words]) => (
          <div key={key} className="contents"><dt><kbd className="rounded-sm border border-control px-1.5 whitespace-nowrap">{key}</kbd></dt><dd>{words}</dd></div>
        ))}
      </dl>
      <p className="text-sm text-ink-2">打字和选字的时候按键都不起作用；每个按键都有按钮</p>
      <Check label="用单个按键批阅" checked={on} onChange={(event) => turn(event.target.checked)} />
    </div>
  );
}
