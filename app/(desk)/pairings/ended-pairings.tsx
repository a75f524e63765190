import { Pager } from "@/app/_ui/pager";
import { To } from "@/app/_ui/to";
import type { endedPairings } from "@/lib/pairings/reads";
import { addressOf } from "../people/people-address";

type Props = { ended: Awaited<ReturnType<typeof endedPairings>>; paged: boolean };

/** Folded away until somebody asks; open when they are turning its pages. */
export function EndedPairings({ ended: { pairings, next }, paged }: Props) {
  if (pairings.length === 0) return null;
  return (
    <details open={paged} className="rounded-2 border border-line bg-bg px-3">
      <summary className="min-h-tap content-center font-semibold">已结束的结对</summary>
      <ul className="divide-y divide-line border-t border-line">
        {pairings.map((pairing) => (
          <li key={pairing.id} className="flex min-h-row flex-wrap items-center gap-x-3">
            <To href={`/pairings/${pairing.id}`} className="link inline-flex min-h-row items-center underline">{pairing.mentee} · 导师 {pairing.mentor}</To>
            <span className="text-sm text-ink-2">
              {pairing.state === "declined" ? `${pairing.endedOn} 没有结成` : `${pairing.startedOn} 至 ${pairing.endedOn}`}{pairing.reason && ` · ${pairing.reason}`}
            </span>
          </li>
        ))}
      </ul>
      <Pager nextHref={next && addressOf("/pairings", { after: next })} firstHref={paged ? "/pairings" : undefined} />
    </details>
  );
}
