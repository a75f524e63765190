import { eq } from "drizzle-orm";
import { pairsAt, tally } from "@/lib/exhibitions/rules";
import { startOf } from "@/lib/kernel/calendar";
import type { Id } from "@/lib/kernel/id";
import { type Row, tables } from "../schema";
import { mulberry32, seedFrom } from "./material/chance";
import type { ExhibitionMaterial } from "./material/exhibitions";
import type { TopicsContext } from "./topics";

type Context = TopicsContext & { topicIds: ReadonlyMap<string, Id<"topic">>; voters: readonly Id<"person">[] };

/** 展演 with its stage, and the ballots of those of `voters` who have voted so far. Counted once it is over. */
export async function holdExhibitions(context: Context, materials: readonly ExhibitionMaterial[]): Promise<void> {
  const { tx, now, topicIds, voters, workdayAgo } = context;
  for (const { title, venue, state, heldAgo, exhibits, ballots } of materials) {
    const heldOn = workdayAgo(heldAgo);
    const closedAt = state === "closed" ? new Date(startOf(heldOn).getTime() + 17 * 3_600_000) : null;
    const [made] = await tx.insert(tables.exhibitions).values({ title, venue, heldOn, state, closedAt }).returning();
    const { id: exhibitionId } = made!;
    const rows = exhibits.map(({ topic, ...shown }, place) => ({ exhibitionId, topicId: topicIds.get(topic)!, place, ...shown }));
    const stage = await tx.insert(tables.exhibits).values(rows).returning();
    const cast = voters.slice(0, ballots).map((personId, i) => ({ exhibitionId, personId, picks: picksOf(i, stage), at: closedAt ?? now }));
    await tx.insert(tables.ballots).values(cast);
    if (closedAt) await count(context, stage, cast);
  }
}

/** Whatever ids were drawn, the same voter chooses the same sides. */
function picksOf(voter: number, stage: readonly Row<"exhibits">[]) {
  const next = mulberry32(seedFrom(`${voter}`));
  return pairsAt(voter, stage.map(({ id }) => id)).map(([a, b]) => (next() < 0.5 ? { chosen: a, other: b } : { chosen: b, other: a }));
}

async function count({ tx }: Context, stage: readonly Row<"exhibits">[], cast: readonly Pick<Row<"ballots">, "picks">[]): Promise<void> {
  const counted = tally(stage.map(({ id }) => id), cast.map(({ picks }) => picks));
  for (const { id } of stage) await tx.update(tables.exhibits).set(counted.get(id)!).where(eq(tables.exhibits.id, id));
}
