import { Card } from "@/app/_ui/card";
import { DialogButton } from "@/app/_ui/dialog";
import { type ExhibitionRow, type ExhibitRow, topicsToShow } from "@/lib/exhibitions/reads";
import type { Desk } from "@/lib/gate/desk";
import { Press } from "../../pairings/press";
import { closeExhibition, openVote } from "../actions";
import { EnterExhibit, ReviseExhibition } from "../exhibition-forms";

type Props = { desk: Desk; exhibition: ExhibitionRow; stage: readonly ExhibitRow[] };

/** What the office does before the audience is asked. */
export async function Preparing({ desk, exhibition, stage }: Props) {
  const { id: exhibitionId, title, heldOn, venue } = exhibition;
  const topics = await topicsToShow(desk, exhibitionId);
  return (
    <Card title="筹备" className="no-print">
      <div className="grid gap-3">
        <div className="flex flex-wrap gap-2">
          {topics.length > 0 && <DialogButton label="添加节目" title="添加节目" variant={stage.length < 2 ? "primary" : "secondary"}><EnterExhibit exhibitionId={exhibitionId} topics={topics} /></DialogButton>}
          <DialogButton label="改时间地点" title="改时间地点"><ReviseExhibition exhibition={{ id: exhibitionId, title, heldOn, venue }} /></DialogButton>
        </div>
        {topics.length === 0 && <p className="text-ink-2">没有别的课题可以加：要到了展演节点，或者答辩过。</p>}
        <p className="text-ink-2">开放投票以后，节目和顺序不能再改。投票可以不办，演完直接结束。</p>
        <div className="flex flex-wrap gap-2">
          {stage.length >= 2 && <Press send={openVote} input={{ exhibitionId }} variant="primary">开放投票</Press>}
          <DialogButton label="不办投票，直接结束" title={`结束“${title}”`}>
            <p className="mb-3">结束以后节目不能再改，也不能再开投票。</p>
            <Press send={closeExhibition} input={{ exhibitionId }} variant="danger">结束这场展演</Press>
          </DialogButton>
        </div>
      </div>
    </Card>
  );
}
