import { and, countDistinct, eq, inArray, isNull, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";

/** Whether new words about a household could ever be mine to decide on. */
export const keepsFiles = ({ me }: Desk): boolean => me.is("office", "villageCadre", "gridMember") || (me.is("cadre") && me.householdIds.length > 0);

/** Of what I see, what waits for me: where I keep the file, and not out of an exam of my own. */
function waitsForMe(desk: Desk): SQL {
  const { me } = desk;
  const { factProposals: t, quizzes: z } = desk.see;
  const villageIds = me.is("villageCadre", "gridMember") ? [...me.villageIds, ...me.gridVillageIds] : [];
  const mine = me.is("office") ? undefined : or(inArray(t.householdId, [...me.householdIds]), inArray(t.villageId, villageIds));
  const exams = desk.select({ id: z.id }).from(z).where(or(eq(z.examinerId, me.id), eq(z.secondExaminerId, me.id), eq(z.examineeId, me.id)));
  return and(eq(t.state, "open"), keepsFiles(desk) ? mine : sql`0`, or(isNull(t.quizId), notInArray(t.quizId, exams)))!;
}

/** 户情待核对: the households, as a part of a list of them. */
export function withWaiting(desk: Desk): SQL {
  const { households: h, factProposals: t } = desk.see;
  return inArray(h.id, desk.select({ id: t.householdId }).from(t).where(waitsForMe(desk)));
}

export async function countWaiting(desk: Desk): Promise<number> {
  if (!keepsFiles(desk)) return 0;
  const { factProposals: t } = desk.see;
  const [row] = await desk.select({ n: countDistinct(t.householdId) }).from(t).where(waitsForMe(desk));
  return row!.n;
}
