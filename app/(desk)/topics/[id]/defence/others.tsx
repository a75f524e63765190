import { LinkButton } from "@/app/_ui/button";
import { To } from "@/app/_ui/to";
import { defenceState, type DefenceState } from "@/lib/words/defence";

type Props = { topicId: string; others: readonly { id: string; heldOn: string; state: DefenceState }[]; mayPlan: boolean };

/** The topic's other defences, and the way to one more. */
export function Others({ topicId, others, mayPlan }: Props) {
  if (others.length === 0 && !mayPlan) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      {others.map(({ id, heldOn, state }) => (
        <To key={id} href={`/topics/${topicId}/defence?held=${id}`} className="link inline-flex min-h-tap items-center">{heldOn} 的答辩（{defenceState.label(state)}）</To>
      ))}
      {mayPlan && <LinkButton href={`/topics/${topicId}/defence?plan=new`}>再安排一场答辩</LinkButton>}
    </div>
  );
}
