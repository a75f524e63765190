import { type Criterion, type Points, reckon, totalOf } from "@/lib/defences/rules";
import { addDays, dayOf, startOf } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { type Row, tables } from "../schema";
import { criteria, type DefenceMaterial, levels } from "./material/defences";
import type { TopicsContext } from "./topics";

type Context = TopicsContext & { secondId: Id<"person">; topicIds: ReadonlyMap<string, Id<"topic">> };
type Marked = { points: readonly (number | null)[]; submittedAt: Date | null; reopened?: { at: Date; why: string } };
const clock = (day: Day, hour: number, minute = 0): Date => new Date(startOf(day).getTime() + (hour * 60 + minute) * 60_000);

/** 答辩, each as far as it has come; its totals are reckoned here as they are in the town. */
export async function holdDefences(context: Context, materials: readonly DefenceMaterial[]): Promise<void> {
  for (const material of materials) await holdDefence(context, material);
}

async function holdDefence(context: Context, material: DefenceMaterial): Promise<void> {
  const { tx, topicIds, workdayAgo, officeId, secondId } = context;
  const { heldAgo, state, rule, quorum } = material;
  const topicId = topicIds.get(material.topic)!;
  const heldOn = workdayAgo(heldAgo);
  const openedAt = state === "preparing" ? null : clock(heldOn, 14);
  const published = state === "published" && { closedAt: clock(heldOn, 16), closedById: officeId, publishedAt: clock(addDays(heldOn, 1), 9), publishedById: secondId };
  const [defence] = await tx.insert(tables.defences).values({ topicId, heldOn, rule, quorum, state, openedAt, ...published }).returning();
  const totals = await score(context, defence!, material);
  if (published) {
    const { total, rule: used, counted, spread } = reckon(rule, totals);
    await tx.insert(tables.results).values({ defenceId: defence!.id, round: 1, total, rule: used, counted, spread, at: published.closedAt, publishedAt: published.publishedAt, publishedById: published.publishedById });
  }
  for (const question of material.questions) await ask(context, { defenceId: defence!.id, topicId, at: clock(heldOn, 15, 40) }, question);
}

/** Criteria, seats and sheets; the totals of those that are in. */
async function score(context: Context, { id: defenceId, heldOn }: Row<"defences">, material: DefenceMaterial): Promise<number[]> {
  const { tx, ids } = context;
  const scale = await tx.insert(tables.criteria)
    .values(criteria.map(([name, weight, required], place) => ({ defenceId, place, name, weight, required, levels }))).returning();
  const seated = await tx.insert(tables.seats).values(material.seats.map((judge, at) => ({ defenceId, personId: ids.get(judge)!, number: at + 1 }))).returning();
  const totals: number[] = [];
  for (const [at, { judge, points, sent, before }] of material.sheets.entries()) {
    const { id: seatId, personId } = seated.find((one) => one.personId === ids.get(judge))!;
    const seat = { defenceId, seatId, personId, openedAt: clock(heldOn, 14) };
    if (before) await fillIn(context, scale, seat, 1, { points: before.points, submittedAt: clock(heldOn, 14, 50), reopened: { at: clock(heldOn, 15), why: before.why } });
    const total = totalOf(scale, await fillIn(context, scale, seat, before ? 2 : 1, { points, submittedAt: sent === false ? null : clock(heldOn, 15, 7 * at) }));
    if (total !== undefined && sent !== false) totals.push(total);
  }
  return totals;
}

type Seat = { defenceId: Id<"defence">; seatId: Id<"seat">; personId: Id<"person">; openedAt: Date };

async function fillIn({ tx, officeId }: Context, scale: readonly Criterion[], { openedAt, ...seat }: Seat, round: number, { points, submittedAt, reopened }: Marked): Promise<Points> {
  const again = reopened && { reopenedAt: reopened.at, reopenedById: officeId, reopenedWhy: reopened.why };
  const [sheet] = await tx.insert(tables.sheets).values({ ...seat, round, submittedAt, ...again }).returning();
  const at = submittedAt ?? openedAt;
  const marked = scale.flatMap(({ id }, i) => (points[i] === null ? [] : [{ sheetId: sheet!.id, criterionId: id, points: points[i]!, at }]));
  await tx.insert(tables.marks).values(marked);
  return new Map(marked.map(({ criterionId, points: given }) => [criterionId, given]));
}

type Asked = { defenceId: Id<"defence">; topicId: Id<"topic">; at: Date };

async function ask({ tx, ids, now }: Context, asked: Asked, { by, words, owner, dueIn, answer }: DefenceMaterial["questions"][number]): Promise<void> {
  const ownerId = ids.get(owner)!;
  const dueOn = addDays(dayOf(now), dueIn);
  const answered = answer && { answer, answeredAt: clock(addDays(dueOn, -2), 11), answeredById: ownerId };
  await tx.insert(tables.questions).values({ ...asked, askedById: ids.get(by)!, words, ownerId, dueOn, ...answered });
}
