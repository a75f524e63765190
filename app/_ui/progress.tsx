import { useId } from "react";

/** How far a long work is: a bar and its figures, 「1,184 / 1,200」. */
export function Progress({ label, done, of }: { label: string; done: number; of: number }) {
  const id = useId();
  return (
    <div className="grid gap-1">
      <div className="flex justify-between gap-2 text-sm">
        <label htmlFor={id}>{label}</label>
        <span>{done.toLocaleString("zh-CN")} / {of.toLocaleString("zh-CN")}</span>
      </div>
      <progress id={id} value={done} max={of} />
    </div>
  );
}
