import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import { settleNotices, tell } from "@/lib/gate/notices";
import { type Id, newId } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { recusalCause } from "@/lib/words/defence";
import type { MarkForm, ReopenSheetForm, SubmitSheetForm } from "./forms";
import { recusedAmong } from "./reads-relations";
import { type Points, unmarked } from "./rules";

const { criteria, defences, marks, results, sheets, seats } = tables;

/** One mark of a judge, kept at once. The same one again changes nothing; until the sheet is handed in, another one may take its place. */
export const saveMark = (desk: Desk, { defenceId, criterionId, points }: MarkForm): Promise<void> =>
  desk.together(async (d) => {
    const sheetId = await mySheet(d, defenceId);
    await d.change("sheet.mark", sheetId, async (tx, sheet) => {
      refuseHandedIn(sheet);
      const [asked] = await tx.select({ id: criteria.id }).from(criteria).where(and(eq(criteria.id, criterionId), eq(criteria.defenceId, defenceId)));
      if (!asked) throw Refusal.notFound("这个评分项");
      await keepMark(tx, d, { sheetId, criterionId, points });
    });
  });

async function keepMark(tx: Writer, { now: at }: Desk, mark: Pick<Row<"marks">, "sheetId" | "criterionId" | "points">): Promise<void> {
  await tx.insert(marks).values({ ...mark, at }).onConflictDoUpdate({ target: [marks.sheetId, marks.criterionId], set: { points: mark.points, at } });
}

/** Handed in it stands, as it was confirmed: only now does the judge read the others', and only the office can give it back. */
export const submitSheet = (desk: Desk, { defenceId, marks: confirmed }: SubmitSheetForm): Promise<void> =>
  desk.together(async (d) => {
    const sheetId = await mySheet(d, defenceId);
    await d.change("sheet.submit", sheetId, async (tx, sheet) => {
      refuseHandedIn(sheet);
      const asked = await tx.select().from(criteria).where(eq(criteria.defenceId, defenceId));
      const given = confirmed.filter(({ criterionId }) => asked.some(({ id }) => id === criterionId));
      const missing = unmarked(asked, new Map(given.map(({ criterionId, points }) => [criterionId, points])));
      if (missing.length > 0) throw Refusal.conflict(`还有 ${missing.length} 项没有评：${missing.map(({ name }) => name).join("、")}`);
      for (const { criterionId, points } of given) await keepMark(tx, d, { sheetId, criterionId, points });
      await tx.update(sheets).set({ submittedAt: d.now }).where(and(eq(sheets.id, sheetId), isNull(sheets.submittedAt)));
      const [{ topicId } = { topicId: "" }] = await tx.select({ topicId: defences.topicId }).from(defences).where(eq(defences.id, defenceId));
      await settleNotices(tx, d, "defence", topicId, { kinds: ["scoring_waits"], of: d.me.id });
    });
  });

const refuseHandedIn = ({ submittedAt }: Row<"sheets">): void => {
  if (submittedAt) throw Refusal.conflict("评分表已经交了，不能再改。打错了就告诉党建办，由党建办退回来");
};

export async function pointsOf(tx: Writer, sheetId: Id<"sheet">): Promise<Points> {
  const given = await tx.select({ criterionId: marks.criterionId, points: marks.points }).from(marks).where(eq(marks.sheetId, sheetId));
  return new Map(given.map(({ criterionId, points }) => [criterionId, points]));
}

/** The sheet that stands of mine at a defence where scoring is open, begun with the first mark. Call it inside `together`. */
async function mySheet(desk: Desk, defenceId: Id<"defence">): Promise<Id<"sheet">> {
  const { defences: seenDefences, seats: seenSeats, sheets: seenSheets } = desk.see;
  const [defence] = await desk.select().from(seenDefences).where(eq(seenDefences.id, defenceId));
  const [seat] = await desk.select({ id: seenSeats.id }).from(seenSeats).where(and(eq(seenSeats.defenceId, defenceId), eq(seenSeats.personId, desk.me.id)));
  if (!defence || !seat) throw Refusal.notFound("这张评分表");
  if (defence.state !== "open") throw Refusal.conflict(defence.state === "preparing" ? "还没有开始评分" : "评分已经停止，不能再打分");
  await refuseStopped(desk, defence);
  await refuseRecused(desk, defence);
  const [sheet] = await desk.select({ id: seenSheets.id }).from(seenSheets).where(and(eq(seenSheets.seatId, seat.id), isNull(seenSheets.reopenedAt)));
  return sheet?.id ?? begin(desk, defenceId, seat.id);
}

async function refuseStopped(desk: Desk, { topicId }: Pick<Row<"defences">, "topicId">): Promise<void> {
  const { topics } = desk.see;
  const [topic] = await desk.select({ stoppedOn: topics.stoppedOn }).from(topics).where(eq(topics.id, topicId));
  if (topic?.stoppedOn) throw Refusal.conflict(`这个课题 ${topic.stoppedOn} 中止了，先不评分。党建办恢复后再评`);
}

/** Who had not scored when the others' marks became everybody's does not begin to afterwards. */
async function refuseAfterwards(tx: Writer, defenceId: Id<"defence">): Promise<void> {
  const [published] = await tx.select({ id: results.id }).from(results).where(and(eq(results.defenceId, defenceId), isNotNull(results.publishedAt))).limit(1);
  if (published) throw Refusal.forbidden("这场结果公布过，大家已经看到别人的分，没评过的评委不能再评");
}

async function begin(desk: Desk, defenceId: Id<"defence">, seatId: Id<"seat">): Promise<Id<"sheet">> {
  const made = await desk.begin("sheet.begin", async (tx) => {
    await refuseAfterwards(tx, defenceId);
    const [sheet] = await tx.insert(sheets).values({ id: newId<"sheet">(), defenceId, seatId, personId: desk.me.id, round: 1 }).returning();
    return sheet!;
  });
  return made.id;
}

/** Asked at every mark: what has come to be since scoring opened counts as well. */
export async function refuseRecused(desk: Desk, { topicId, heldOn }: Pick<Row<"defences">, "topicId" | "heldOn">): Promise<void> {
  const causes = (await recusedAmong(desk, topicId, heldOn, [desk.me.id])).get(desk.me.id);
  if (causes) throw Refusal.forbidden(`这场答辩你要回避：你${[...new Set(causes.map(({ cause }) => recusalCause.label(cause)))].join("，")}`);
}

/** The office gives a sheet back: it stays as it was handed in, and a new round begins with the same marks. */
export const reopenSheet = (desk: Desk, { sheetId, reason }: ReopenSheetForm): Promise<void> =>
  desk.together((d) => d.change("sheet.reopen", sheetId, async (tx, sheet) => {
    const [defence] = await tx.select().from(defences).where(eq(defences.id, sheet.defenceId));
    if (defence?.state !== "open") throw Refusal.conflict("评分已经停止。先重新开放评分，再退回评分表");
    if (!sheet.submittedAt || sheet.reopenedAt) throw Refusal.conflict("这张评分表没有交，或者已经退回了");
    await tx.update(sheets).set({ reopenedAt: d.now, reopenedById: d.me.id, reopenedWhy: reason }).where(eq(sheets.id, sheetId));
    const next = newId<"sheet">();
    const { defenceId, seatId, personId, round } = sheet;
    await tx.insert(sheets).values({ id: next, defenceId, seatId, personId, round: round + 1 });
    for (const [criterionId, points] of await pointsOf(tx, sheetId)) await tx.insert(marks).values({ sheetId: next, criterionId, points, at: d.now });
    await tell(tx, d, { to: personId, kind: "scoring_waits", subject: "defence", subjectId: defence.topicId });
  }, reason));

/** Every judge's sheet that stands, handed in or not. */
export const standingSheets = (tx: Writer, defenceId: Id<"defence">) =>
  tx.select({ id: sheets.id, personId: sheets.personId, submittedAt: sheets.submittedAt, seatId: sheets.seatId, number: seats.number })
    .from(sheets).innerJoin(seats, eq(seats.id, sheets.seatId)).where(and(eq(sheets.defenceId, defenceId), isNull(sheets.reopenedAt)));
