"use client";
import { sizes } from "@/app/_ui/look";
import { useLook } from "@/app/_ui/look-store";

const after = { standard: "large", large: "huge", huge: "standard" } as const;

/** One press, one size larger; after the largest the standard again. In every header. */
export function SizeButton() {
  const { size, chooseSize } = useLook();
  const next = after[size];
  return (
    <button type="button" onClick={() => chooseSize(next)} title={`字号：${sizes[size]}，点一下换成${sizes[next]}`}
      aria-label={`字号：${sizes[size]}，换成${sizes[next]}`}
      className="inline-flex min-h-tap min-w-tap items-center justify-center rounded-1 text-ink-2 hover:bg-bg-3">
      <span aria-hidden>
        <span className="text-xs">字</span>
        <span className="text-lg leading-none font-semibold">字</span>
      </span>
    </button>
  );
}
