import { and, eq } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import { Refusal } from "@/lib/kernel/refusal";
import { stageOf } from "./acts";
import type { BallotForm, ExhibitionAt } from "./forms";
import { answers, pairsFor, tally } from "./rules";

const { ballots, exhibitions, exhibits } = tables;

/** From now on the stage stands: every ballot is about the same exhibits. */
export const openVote = (desk: Desk, { exhibitionId }: ExhibitionAt): Promise<void> =>
  desk.change("exhibition.open", exhibitionId, async (tx, { state }) => {
    if (state === "closed") throw Refusal.conflict("这场展演已经结束");
    if (state === "voting") throw Refusal.conflict("已经在投票了");
    if ((await stageOf(tx, exhibitionId)).length < 2) throw Refusal.conflict("至少有两个节目，观众才有得选");
    await tx.update(exhibitions).set({ state: "voting" }).where(eq(exhibitions.id, exhibitionId));
  });

/** Counted here and nowhere before: until this deed there is no count anywhere. Without a vote, it is simply over. */
export const closeExhibition = (desk: Desk, { exhibitionId }: ExhibitionAt): Promise<void> =>
  desk.change("exhibition.close", exhibitionId, async (tx, { state }) => {
    if (state === "closed") throw Refusal.conflict("这场展演已经结束");
    const stage = await stageOf(tx, exhibitionId);
    const cast = await tx.select({ picks: ballots.picks }).from(ballots).where(eq(ballots.exhibitionId, exhibitionId));
    const counted = tally(stage.map(({ id }) => id), cast.map(({ picks }) => picks));
    for (const { id } of stage) await tx.update(exhibits).set(counted.get(id)!).where(eq(exhibits.id, id));
    await tx.update(exhibitions).set({ state: "closed", closedAt: desk.now }).where(eq(exhibitions.id, exhibitionId));
  });

/** 投票: one ballot a person. Sent twice, it is one; what it is asked about follows from who votes. */
export async function castBallot(desk: Desk, form: BallotForm): Promise<void> {
  if (desk.me.is("admin", "auditor")) throw Refusal.forbidden("系统管理员和审计员不参加投票");
  await desk.begin("ballot.cast", async (tx) => {
    if (await isCast(tx, desk, form)) return undefined;
    const [exhibition] = await tx.select().from(exhibitions).where(eq(exhibitions.id, form.exhibitionId));
    refuseUnlessVoting(exhibition);
    const voter = { id: desk.me.id, topicIds: desk.me.everTopicIds };
    const asked = pairsFor(voter, form.exhibitionId, await stageOf(tx, form.exhibitionId));
    if (!answers(form.picks, asked)) throw Refusal.conflict("这张选票和问你的几对对不上，刷新后再选");
    const [made] = await tx.insert(ballots).values({ ...form, personId: desk.me.id, at: desk.now }).onConflictDoNothing().returning();
    if (!made) throw Refusal.conflict("这张选票对不上，刷新后再选");
    return made;
  });
}

async function isCast(tx: Writer, { me }: Desk, { id, exhibitionId }: BallotForm): Promise<boolean> {
  const [mine] = await tx.select({ id: ballots.id }).from(ballots).where(and(eq(ballots.exhibitionId, exhibitionId), eq(ballots.personId, me.id)));
  if (mine && mine.id !== id) throw Refusal.conflict("你已经投过票了，一人投一次");
  return !!mine;
}

function refuseUnlessVoting(exhibition: Row<"exhibitions"> | undefined): void {
  if (!exhibition) throw Refusal.notFound("这场展演");
  if (exhibition.state === "preparing") throw Refusal.conflict("还没有开始投票");
  if (exhibition.state === "closed") throw Refusal.conflict("投票已经结束，这张选票没有计入");
}
