import { and, asc, desc, eq, isNull, like, lt, lte, or } from "drizzle-orm";
import { holdsOn } from "@/lib/gate/actor";
import type { Desk } from "@/lib/gate/desk";
import { namesOf } from "@/lib/gate/names";
import type { Id } from "@/lib/kernel/id";
import { choosePairs, planFrameIn } from "./draw-plan";
import { drawsOf, frameOf, readable, secretOf, toldOf } from "./reads-verify";
import { causesWords, isApart } from "./rules-draw";
import { soundly } from "./verify";
import { planChecksOf, type PlanRow } from "./verify-plan";

export const PLANS = 20;
export type PlanCursor = { at: Date; id: Id<"quizPlan"> };

/** 考核计划, newest first. */
export async function plansPage(desk: Desk, after?: PlanCursor, size = PLANS) {
  const { quizPlans: p } = desk.see;
  const beyond = after && and(lte(p.committedAt, after.at), or(lt(p.committedAt, after.at), lt(p.id, after.id)));
  const found = await desk.select().from(p).where(beyond).orderBy(desc(p.committedAt), desc(p.id)).limit(size + 1);
  const page = found.slice(0, size);
  const names = await namesOf(desk, page.map(({ committedById }) => committedById));
  const last = page.at(-1);
  return { rows: page.map((plan) => ({ ...plan, by: names(plan.committedById) })), next: found.length > size && last ? { at: last.committedAt, id: last.id } : undefined };
}

/** One plan with everything stored of it, reckoned again. */
export async function planVerified(desk: Desk, id: Id<"quizPlan">) {
  const { quizPlans: p, quizzes: z } = desk.see;
  const [plan] = await desk.select().from(p).where(eq(p.id, id));
  if (!plan) return undefined;
  const unreadable: string[] = [];
  const frame = await frameOf(desk, { planId: id });
  const secret = frame && (await readable(unreadable, "系统的密钥", () => secretOf(desk, frame.id)));
  const draws = frame ? ((await readable(unreadable, "抽取的记录", () => drawsOf(desk, frame.id))) ?? []) : [];
  const made = await desk.select({ id: z.id, examineeId: z.examineeId, examinerId: z.examinerId, state: z.state, overAt: z.overAt }).from(z).where(eq(z.planId, id));
  const told = { lines: await toldOf(desk, [id, ...draws.map((draw) => draw.id)]), whole: desk.me.is("auditor") };
  const stored = { plan, frame, secret, draws, made, told, unreadable };
  return { ...stored, checks: soundly(() => planChecksOf(stored)) };
}
export type PlanVerified = NonNullable<Awaited<ReturnType<typeof planVerified>>>;

/** One plan as its page shows it: by village and name, never by result; and for whom there is nobody, with the causes. */
export async function planInFull(desk: Desk, id: Id<"quizPlan">) {
  const verified = await planVerified(desk, id);
  if (!verified) return undefined;
  const { plan, frame, secret, draws, made } = verified;
  const of = planFrameIn(frame?.text ?? "");
  const drawnFor = frame && secret && draws[0] ? choosePairs({ frame: frame.text, secret: secret.secret, attempt: 1, number: draws[0].number }) : [];
  const names = await namesOf(desk, [...of.examinerIds, ...of.candidates.map(({ examineeId }) => examineeId), plan.committedById]);
  const villages = await villagesInOrder(desk);
  const lines = (draws[0]?.pairs ?? []).map((pair) => {
    const village = villages.get(drawnFor.find(({ examineeId }) => examineeId === pair.examineeId)?.villageId ?? "");
    const quiz = made.find(({ examineeId }) => examineeId === pair.examineeId);
    const bars = of.bars.filter(({ examineeId }) => examineeId === pair.examineeId);
    const causes = of.examinerIds.map((x) => `${names(x)}（${causesWords(bars.filter(({ examinerId }) => examinerId === x).map(({ cause }) => cause))}）`);
    return { ...pair, examinee: names(pair.examineeId as Id<"person">), examiner: names(pair.examinerId as Id<"person"> | null), village: village?.name ?? "", place: village?.place ?? 0, quiz, causes };
  }).toSorted((a, b) => a.place - b.place || (a.examinee < b.examinee ? -1 : 1));
  const people = new Set(of.candidates.map(({ examineeId }) => examineeId)).size;
  return { plan, number: draws[0]?.number, people, examiners: of.examinerIds.map(names), by: names(plan.committedById), lines, holds: verified.checks.every(({ ok }) => ok) };
}
export type PlanInFull = NonNullable<Awaited<ReturnType<typeof planInFull>>>;

async function villagesInOrder(desk: Desk): Promise<ReadonlyMap<string, { name: string; place: number }>> {
  const { villages: v } = desk.see;
  const rows = await desk.select({ id: v.id, name: v.name }).from(v).orderBy(asc(v.sortKey), asc(v.id));
  return new Map(rows.map(({ id, name }, place) => [id as string, { name, place }]));
}

/** Whom a plan may draw: whoever serves households today, village by village; 村社干部 are taken from the start. */
export async function planChoices(desk: Desk) {
  const { people: p, assignments: a, villages: v } = desk.see;
  const holds = (role: string) => like(p.roles, `%"${role}"%`);
  const serving = await desk.selectDistinct({ id: p.id, name: p.name, department: p.department, roles: p.roles, sortKey: p.sortKey, village: v.name, villageKey: v.sortKey })
    .from(a).innerJoin(p, eq(p.id, a.personId)).innerJoin(v, eq(v.id, a.villageId))
    .where(and(holdsOn(desk.me.today, a), isNull(p.leftOn), or(holds("cadre"), holds("villageCadre"), holds("gridMember")))).orderBy(asc(v.sortKey), asc(p.sortKey), asc(p.id));
  const examiners = await desk.select({ id: p.id, name: p.name, department: p.department }).from(p).where(and(isNull(p.leftOn), holds("examiner"))).orderBy(asc(p.sortKey), asc(p.id));
  const examinees = new Map<Id<"person">, { id: Id<"person">; name: string; villages: string[]; usual: boolean }>();
  for (const { id, name, roles, village } of serving.filter((one) => one.id !== desk.me.id && !isApart(one.roles))) {
    const known = examinees.get(id) ?? { id, name, villages: [], usual: roles.includes("villageCadre") };
    examinees.set(id, { ...known, villages: known.villages.includes(village) ? known.villages : [...known.villages, village] });
  }
  return { examinees: [...examinees.values()], examiners };
}
export type PlanChoices = Awaited<ReturnType<typeof planChoices>>;
export type { PlanRow };
