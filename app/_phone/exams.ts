import type { ExamPaper } from "@/lib/quizzes/reads-exam";
import { isSheet, isUnsent } from "./item";
import type { Outbox } from "./outbox";

/*
 * 考核 without a network: what was loaded for it, the key with it, rests sealed beside the items, for as long as it is of
 * use and no longer. What is marked rests among the items, like a visit that is being written.
 */
const PREFIX = "exam:";
const nameOf = (quizId: string): string => `${PREFIX}${quizId}`;
/** A sheet that was finished in time may be handed in late; a day after the end there is nothing left to finish. */
const DAY = 24 * 3_600_000;

/** Where another household has been drawn since, what was begun at the one before is of no use any more. */
export async function keepPaper(outbox: Outbox, paper: ExamPaper): Promise<void> {
  await outbox.keepBeside(nameOf(paper.quizId), paper);
  for (const item of await outbox.items())
    if (isSheet(item) && item.state === "draft" && item.sheet.quizId === paper.quizId && item.sheet.drawId !== paper.drawId) await outbox.remove(item.id);
}

export const forgetPaper = (outbox: Outbox, quizId: string): Promise<void> => outbox.shelf.dropBelonging(nameOf(quizId));

/** What one was taken along for a quiz; undefined where there is none, or none of this person's, or it has run out. */
export async function paperOf(outbox: Outbox, quizId: string, now = Date.now()): Promise<ExamPaper | undefined> {
  const paper = await outbox.beside<ExamPaper>(nameOf(quizId));
  if (!paper || now < paper.overAt + DAY) return paper;
  await forgetPaper(outbox, quizId);
  return undefined;
}

/** Every exam that can be gone on with here; what has run out, or has arrived, goes. */
export async function papersHere(outbox: Outbox, now = Date.now()): Promise<ExamPaper[]> {
  const names = await outbox.shelf.belongingNames(PREFIX);
  const found = await Promise.all(names.map((name) => paperOf(outbox, name.slice(PREFIX.length), now)));
  const done = (await outbox.items()).filter((item) => isSheet(item) && item.state === "sent").flatMap((item) => (isSheet(item) ? [item.sheet.drawId] : []));
  const papers = found.filter((paper) => paper !== undefined);
  for (const { quizId } of papers.filter(({ drawId }) => done.includes(drawId))) await forgetPaper(outbox, quizId);
  return papers.filter(({ drawId }) => !done.includes(drawId));
}

/** Signing out: only what an unfinished sheet is still written from stays, sealed like the sheet. */
export async function letGoOfPapers(outbox: Outbox): Promise<void> {
  const needed = (await outbox.items()).flatMap((item) => (isSheet(item) && isUnsent(item) ? [item.sheet.quizId] : []));
  for (const { quizId } of await papersHere(outbox)) if (!needed.includes(quizId)) await forgetPaper(outbox, quizId);
}
