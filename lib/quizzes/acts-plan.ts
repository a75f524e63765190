import { and, eq, inArray } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import { holdsOn } from "@/lib/gate/actor";
import type { Desk } from "@/lib/gate/desk";
import type { Day } from "@/lib/kernel/day";
import { type Id, newId } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import type { Role } from "@/lib/words/person";
import { planState } from "@/lib/words/quiz";
import { examined, placeQuiz } from "./acts";
import { tiesOf } from "./acts-bars";
import { keepPromise, promised, promiseOf } from "./acts-frame";
import { type Bar, type Candidate, choosePairs, type DrawnPair, planFrameIn, planFrameOf } from "./draw-plan";
import type { PlanCancelForm, PlanDrawForm, PlanForm } from "./forms";
import { barsBetween, isApart } from "./rules-draw";
import { stampOfDraw } from "./stamps";

const { assignments: a, draws, frameSecrets, people, quizPlans } = tables;
type Plan = Row<"quizPlans">;

/** 冻结: who may be examined, by whom, and what bars whom, as it stands today. Sent twice, it is one. */
export async function commitPlan(desk: Desk, { id, quarter, size, examineeIds, examinerIds }: PlanForm): Promise<void> {
  await desk.begin("quizPlan.commit", async (tx) => {
    const [already] = await tx.select().from(quizPlans).where(eq(quizPlans.id, id));
    if (already?.committedById === desk.me.id) return undefined;
    if (already) throw Refusal.notFound("这份计划");
    if (examineeIds.includes(desk.me.id)) throw Refusal.invalid("examineeIds", "你自己也在里面，请党建办的另一位来定这份计划");
    await refuseUnfit(tx, "examineeIds", examineeIds, examined);
    await refuseUnfit(tx, "examinerIds", examinerIds, ["examiner"]);
    const candidates = await candidatesOf(tx, desk.me.today, examineeIds);
    const promise = promised(planFrameOf(id, { size, candidates, examinerIds, bars: await barsOf(tx, desk.me.today, examineeIds, examinerIds) }));
    const { frameHash, secretHash } = promise;
    const [plan] = await tx.insert(quizPlans).values({ id, quarter, size, frameHash, secretHash, committedById: desk.me.id, committedAt: desk.now }).returning();
    await keepPromise(tx, promise, { plan: plan! });
    return plan;
  });
}

async function refuseUnfit(tx: Writer, field: string, ids: readonly Id<"person">[], roles: readonly Role[]): Promise<void> {
  const known = await tx.select().from(people).where(inArray(people.id, [...ids]));
  if (known.length < ids.length) throw Refusal.invalid(field, "有一位找不到了，刷新后再选");
  const unfit = known.find((one) => one.leftOn || isApart(one.roles) || !one.roles.some((has) => roles.includes(has)));
  if (unfit) throw Refusal.invalid(field, `${unfit.name}${unfit.leftOn ? "已经离岗" : "的角色不合适"}，去掉这一位`);
}

/** Once for each village somebody serves, in whichever way. */
async function candidatesOf(tx: Writer, today: Day, ids: readonly Id<"person">[]): Promise<Candidate[]> {
  const rows = await tx.selectDistinct({ examineeId: a.personId, villageId: a.villageId }).from(a).where(and(inArray(a.personId, [...ids]), holdsOn(today, a)));
  const nowhere = ids.find((id) => !rows.some(({ examineeId }) => examineeId === id));
  if (!nowhere) return rows;
  const [who] = await tx.select({ name: people.name }).from(people).where(eq(people.id, nowhere));
  throw Refusal.invalid("examineeIds", `${who?.name ?? "有一位"}现在没有联村、包户或网格，没有户可抽，去掉这一位`);
}

async function barsOf(tx: Writer, today: Day, examineeIds: readonly Id<"person">[], examinerIds: readonly Id<"person">[]): Promise<Bar[]> {
  const ties = await tiesOf(tx, today, [...examineeIds, ...examinerIds]);
  return examineeIds.flatMap((examineeId) =>
    examinerIds.flatMap((examinerId) => barsBetween(examineeId, examinerId, ties).map((cause) => ({ examineeId, examinerId, cause }))));
}

/** 抽取: from a number typed on the spot follows who is examined by whom; what was promised is opened, and the quizzes are there. */
export const drawPlan = (desk: Desk, { planId, version, number }: PlanDrawForm): Promise<void> =>
  desk.together(async (d) => {
    let drawn: { pairs: DrawnPair[]; frameId: Id<"frame"> } | undefined;
    await d.change("quizPlan.draw", planId, async (tx, plan) => {
      const { frameId, ...promise } = await promiseOf(tx, { planId });
      if (planFrameIn(promise.frame).candidates.some(({ examineeId }) => examineeId === d.me.id)) throw Refusal.forbidden("你自己也在这份计划里，请党建办的另一位来抽");
      await step(tx, plan, version, { state: "drawn", drawnAt: d.now });
      await tx.update(frameSecrets).set({ revealedAt: d.now }).where(eq(frameSecrets.frameId, frameId));
      drawn = { pairs: choosePairs({ ...promise, attempt: 1, number }), frameId };
    });
    await keepPlanDraw(d, drawn!, number);
    for (const { examineeId, examinerId } of drawn!.pairs)
      if (examinerId) await d.begin("quiz.plan", (tx) => placeQuiz(tx, d, { id: newId<"quiz">(), planId, examineeId, examinerId, secondExaminerId: null }));
  });

async function keepPlanDraw(desk: Desk, { pairs, frameId }: { pairs: DrawnPair[]; frameId: Id<"frame"> }, number: string): Promise<void> {
  await desk.begin("draw.keep", async (tx) => {
    const named = pairs.map(({ examineeId, examinerId }) => ({ examineeId, examinerId }));
    const draw = { id: newId<"draw">(), frameId, attempt: 1, number, villageId: null, householdId: null, pairs: named, drawnById: desk.me.id, drawnAt: desk.now };
    const mac = stampOfDraw(draw, { drawnAt: desk.now, overAt: null, packTakenAt: null }, []);
    const [kept] = await tx.insert(draws).values({ ...draw, mac }).returning();
    return kept!;
  });
}

async function step(tx: Writer, plan: Plan, version: number, set: Partial<Plan>): Promise<void> {
  if (plan.state !== "committed") throw Refusal.conflict(`这份计划现在是“${planState.label(plan.state)}”，不能这样做。刷新看看最新的情况`);
  const [done] = await tx.update(quizPlans).set({ ...set, version: version + 1 })
    .where(and(eq(quizPlans.id, plan.id), eq(quizPlans.version, version), eq(quizPlans.state, plan.state))).returning({ id: quizPlans.id });
  if (!done) throw Refusal.conflict("这份计划刚在别处变了。刷新看过新的再来");
}

/** As long as no number was typed: what was frozen stays to be read, and nobody is examined by it. */
export const cancelPlan = (desk: Desk, { planId, version, why }: PlanCancelForm): Promise<void> =>
  desk.change("quizPlan.cancel", planId, (tx, plan) => step(tx, plan, version, { state: "cancelled" }), why);
