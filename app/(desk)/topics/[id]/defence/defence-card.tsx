import type { Said } from "@/app/_ui/badge";
import { Badge } from "@/app/_ui/badge";
import { Card } from "@/app/_ui/card";
import { To } from "@/app/_ui/to";
import { defencesOf } from "@/lib/defences/reads";
import type { Desk } from "@/lib/gate/desk";
import { spokenDay } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { defenceState, type DefenceState } from "@/lib/words/defence";

const looks: Record<DefenceState, Omit<Said, "word">> = { preparing: { tone: "neutral" }, open: { tone: "info" }, closed: { tone: "warn" }, published: { tone: "ok" } };
export const stateOf = (state: DefenceState): Said => ({ ...looks[state], word: defenceState.label(state) });

/** The topic's latest defence in one line, on the topic's own page. */
export async function DefenceCard({ desk, topicId }: { desk: Desk; topicId: Id<"topic"> }) {
  const [latest] = await defencesOf(desk, topicId);
  const office = desk.me.is("office");
  if (!latest && !office) return null;
  const verb = !latest ? "安排答辩" : desk.me.judges(latest.id) && latest.state === "open" ? "去评分" : latest.state === "published" ? "看成绩" : "看答辩";
  return (
    <Card title="答辩" aside={<To href={`/topics/${topicId}/defence`} className="link inline-flex min-h-tap items-center">{verb}</To>}>
      {latest ? <p className="flex flex-wrap items-center gap-x-2">{spokenDay(latest.heldOn)} <Badge {...stateOf(latest.state)} /></p> : <p className="text-ink-2">还没有安排。</p>}
    </Card>
  );
}
