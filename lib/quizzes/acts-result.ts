import { eq, inArray } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Desk } from "@/lib/gate/desk";
import { stampOfResult } from "./stamps";

const { draws, frames, quizMarks, quizResults, quizSheets, quizzes, redraws } = tables;

/**
 * 考核结果, stamped over itself and all it rests on: draws, redraws, sheets and marks as they stand now. For the release and for
 * what an appeal corrects. One that counts nothing is a row too, with nought of nought.
 */
export async function keepResult(desk: Desk, result: Omit<Row<"quizResults">, "mac">, reason?: string): Promise<Row<"quizResults">> {
  return desk.begin("quizResult.keep", async (tx) => {
    const [quiz] = await tx.select({ appealUntil: quizzes.appealUntil }).from(quizzes).where(eq(quizzes.id, result.quizId));
    const sheets = await tx.select().from(quizSheets).where(eq(quizSheets.quizId, result.quizId));
    const marks = sheets.length === 0 ? [] : await tx.select().from(quizMarks).where(inArray(quizMarks.sheetId, sheets.map(({ id }) => id)));
    const drawn = await tx.select({ id: draws.id, mac: draws.mac }).from(frames).innerJoin(draws, eq(draws.frameId, frames.id)).where(eq(frames.quizId, result.quizId));
    const asked = await tx.select().from(redraws).where(eq(redraws.quizId, result.quizId));
    const [kept] = await tx.insert(quizResults).values({ ...result, mac: stampOfResult(result, { draws: drawn, redraws: asked, sheets, marks, appealUntil: quiz!.appealUntil }) }).returning();
    return kept!;
  }, reason);
}
