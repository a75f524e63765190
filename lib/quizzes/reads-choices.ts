import { and, asc, eq, exists, isNull, like, ne, notLike, or, sql } from "drizzle-orm";
import { holdsOn } from "@/lib/gate/actor";
import type { Desk } from "@/lib/gate/desk";
import { barsAmong } from "./reads-relations";
import { causesWords } from "./rules-draw";

/**
 * Whom the office may have examined, and by whom: everybody who serves households today, the examiners, and why which of
 * these stands back from whom. Oneself is left out; that is for a colleague to plan.
 */
export async function quizChoices(desk: Desk) {
  const { people: p, assignments: a } = desk.see;
  const holds = (role: string) => like(p.roles, `%"${role}"%`);
  const apart = and(notLike(p.roles, '%"admin"%'), notLike(p.roles, '%"auditor"%'));
  const columns = { id: p.id, name: p.name, department: p.department };
  const serves = exists(desk.select({ one: sql`1` }).from(a).where(and(eq(a.personId, p.id), holdsOn(desk.me.today, a))));
  const [examinees, examiners] = await Promise.all([
    desk.select(columns).from(p).where(and(isNull(p.leftOn), apart, ne(p.id, desk.me.id), or(holds("cadre"), holds("villageCadre"), holds("gridMember")), serves)).orderBy(asc(p.sortKey), asc(p.id)),
    desk.select(columns).from(p).where(and(isNull(p.leftOn), apart, holds("examiner"))).orderBy(asc(p.sortKey), asc(p.id)),
  ]);
  const bars = await barsAmong(desk, examinees.map(({ id }) => id), examiners.map(({ id }) => id));
  return { examinees, examiners, barred: Object.fromEntries([...bars].map(([pair, causes]) => [pair, causesWords(causes)])) };
}
export type QuizChoices = Awaited<ReturnType<typeof quizChoices>>;
