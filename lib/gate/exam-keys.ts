import "server-only";
import { eq } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Id } from "@/lib/kernel/id";
import type { Desk } from "./desk";
import { stampOf } from "./stamp";

const { quizKeys: k } = tables;
type Key = Omit<Row<"quizKeys">, "id">;

/** 答案 of one draw as a mark that tells nothing of them. */
export const markOfKeys = (keys: readonly Key[]): string =>
  stampOf("keys", keys.toSorted((a, b) => (a.item < b.item ? -1 : 1)).map((one) => [one.quizId, one.drawId, one.householdId, one.item, one.state, one.asOf, one.says]));

/** Of each draw of a quiz, read past anybody's sight: who may not read the answers may check that nobody has altered them. */
export async function keyMarks(desk: Pick<Desk, "select">, quizId: Id<"quiz">): Promise<ReadonlyMap<string, string>> {
  const rows = await desk.select().from(k).where(eq(k.quizId, quizId));
  const draws = [...new Set(rows.map(({ drawId }) => drawId))];
  return new Map(draws.map((id) => [id, markOfKeys(rows.filter(({ drawId }) => drawId === id))]));
}
