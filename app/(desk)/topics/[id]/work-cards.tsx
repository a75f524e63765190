import type { Desk } from "@/lib/gate/desk";
import { idFrom } from "@/lib/kernel/id";
import type { Topic } from "@/lib/topics/reads";
import { firstOf } from "../../people/people-address";
import { DeliverablesCard } from "./deliverables-card";
import { EvidenceCard } from "./evidence-card";
import { MilestonesCard } from "./milestones-card";
import { NotesCard } from "./notes-card";

type Props = { desk: Desk; topic: Topic; asked: Record<string, string | string[] | undefined> };

/** The group's work; of it a judge reads the papers alone. Notes and evidence turn their pages apart. */
export function WorkCards({ desk, topic, asked }: Props) {
  return (
    <>
      <MilestonesCard desk={desk} topic={topic} />
      <DeliverablesCard desk={desk} topic={topic} />
      <NotesCard desk={desk} topic={topic} after={idFrom<"topicNote">(firstOf(asked.note))} />
      <EvidenceCard desk={desk} topic={topic} after={idFrom<"topicEvidence">(firstOf(asked.evidence))} />
    </>
  );
}
