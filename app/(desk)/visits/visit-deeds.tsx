import { LinkButton } from "@/app/_ui/button";
import type { Desk } from "@/lib/gate/desk";
import { type VisitInFull } from "@/lib/visits/reads-one";
import { myPresets } from "@/lib/visits/reads-reviews";
import { mayMove, visitText } from "@/lib/visits/rules";
import { CopyText } from "./copy-text";
import { DiscardDraft, Recall, Reassign, Unlock } from "./deed-buttons";
import { ReviewPanel } from "./review-panel";

/** What this person may do with this visit now, and nothing else. */
export async function VisitDeeds({ desk, full }: { desk: Desk; full: VisitInFull }) {
  const { visit } = full;
  const mine = visit.authorId === desk.me.id;
  const at = { visitId: visit.id, version: visit.version };
  const reviews = !mine && mayMove(visit.state, "approve") && desk.may("visit.approve", visit);
  const open = mine && (visit.state === "draft" || visit.state === "returned");
  return (
    <>
      {reviews && <ReviewPanel {...at} presets={await myPresets(desk)} asOffice={!desk.me.mentors(visit.authorId) && !desk.me.standsIn(visit)} passable={visit.reviewerId !== null} />}
      <div className="flex flex-wrap gap-2.5">
        {open && <LinkButton variant="primary" href={`/visits/${visit.id}/edit`}>{visit.state === "draft" ? "接着写" : "补充日志"}</LinkButton>}
        {mine && mayMove(visit.state, "recall") && <Recall {...at} />}
        {mine && visit.state === "draft" && !visit.submittedAt && <DiscardDraft {...at} />}
        {mine && <CopyText text={textOf(full)} />}
        {visit.state === "submitted" && !visit.reviewerId && desk.may("visit.reassign", visit) && <Reassign {...at} />}
        {mayMove(visit.state, "unlock") && desk.may("visit.unlock", visit) && <Unlock {...at} />}
      </div>
    </>
  );
}

const textOf = ({ visit, village, household, householder, firm, author, companions, nextSteps, account }: VisitInFull) =>
  visitText({
    ...visit, account, village: village.name, author: author.name, companions: companions.map((c) => c.name), nextSteps,
    door: firm?.name ?? `${householder?.name ?? household?.maskedName ?? ""}户`,
  });
