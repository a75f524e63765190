import type { Mark } from "@/lib/topics/rules-year";

type State = Mark["state"];

export const markWords: Record<State, string> = { closed: "过了", waived: "免查过了", due: "期限", late: "过了期限" };

/** A shape each, so that paper and grey screens tell them apart. */
export function Shape({ state }: { state: State }) {
  if (state === "closed") return <circle r="6" className="fill-ok" />;
  if (state === "waived") return <path d="M0-7 7 0 0 7-7 0Z" className="fill-bg stroke-ok" strokeWidth="2" />;
  if (state === "late") return <path d="M0-7 7.5 6H-7.5Z" className="fill-danger" />;
  return <circle r="5" className="fill-bg stroke-primary" strokeWidth="2" />;
}

export function Legend() {
  return (
    <div className="max-lg:hidden">
      <ul aria-label="图例" className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-2">
        {(["closed", "waived", "due", "late"] as const).map((state) => (
          <li key={state} className="inline-flex items-center gap-1.5">
            <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden><Shape state={state} /></svg>{markWords[state]}
          </li>
        ))}
        <li className="inline-flex items-center gap-1.5">
          <svg width="18" height="18" aria-hidden><line x1="9" x2="9" y1="0" y2="18" className="stroke-ink" strokeWidth="2" strokeDasharray="4 3" /></svg>今天
        </li>
      </ul>
    </div>
  );
}
