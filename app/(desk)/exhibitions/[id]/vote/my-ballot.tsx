import type { ReactNode } from "react";
import { Notice } from "@/app/_ui/notice";
import type { ExhibitRow } from "@/lib/exhibitions/reads";
import type { Pick } from "@/lib/words/topic";

type Props = { stage: readonly ExhibitRow[]; picks: readonly Pick[]; action: ReactNode };

/** What one has chosen oneself; nobody else is shown it. */
export function MyBallot({ stage, picks, action }: Props) {
  const titleOf = (id: string) => stage.find((one) => one.id === id)?.title ?? "撤下的节目";
  return (
    <div className="grid gap-3">
      <Notice tone="ok" title="选票交好了">只有你自己看得到选了什么。结束以后一起计票。</Notice>
      <ul className="divide-y divide-line rounded-2 border border-line bg-bg">
        {picks.map(({ chosen, other }) => (
          <li key={`${chosen}${other}`} className="px-3 py-2">选了 <b>{titleOf(chosen)}</b><span className="block text-sm text-ink-2">和它比的是 {titleOf(other)}</span></li>
        ))}
      </ul>
      <div>{action}</div>
    </div>
  );
}
