import { and, asc, eq, inArray } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { keyMarks } from "@/lib/gate/exam-keys";
import type { Id } from "@/lib/kernel/id";
import { checksOf, type DrawRow, type FrameRow, type QuizRow, type Secret, soundly, type StoredQuiz, type Told } from "./verify";

/** Everything of one draw that this desk may see, and what comes of reckoning it again; undefined where it may not see the quiz. */
export async function quizVerified(desk: Desk, id: Id<"quiz">) {
  const { quizzes: z, redraws: r } = desk.see;
  const [quiz] = await desk.select().from(z).where(eq(z.id, id));
  if (!quiz) return undefined;
  const unreadable: string[] = [];
  const frame = await frameOf(desk, { quizId: id });
  const secret = frame && (await readable(unreadable, "系统的密钥", () => secretOf(desk, frame.id)));
  const draws = frame ? ((await readable(unreadable, "抽取的记录", () => drawsOf(desk, frame.id))) ?? []) : [];
  const redraws = await desk.select().from(r).where(eq(r.quizId, id)).orderBy(asc(r.askedAt), asc(r.id));
  const keys = await readable(unreadable, "答案", () => keyMarks(desk, id));
  const results = await readable(unreadable, "考核结果", () => resultsOf(desk, id));
  const told = { lines: await toldOf(desk, [id, ...draws.map((draw) => draw.id)]), whole: desk.me.is("auditor") };
  const stored: StoredQuiz = { quiz, frame, secret, draws, redraws, keyMarks: keys ?? new Map(), results, told, paired: await pairedBy(desk, quiz), unreadable };
  return { ...stored, checks: reckons(desk, quiz) ? soundly(() => checksOf(stored)) : [] };
}
export type QuizVerified = NonNullable<Awaited<ReturnType<typeof quizVerified>>>;

/** Who sees frame and draws, as sight-quizzes.ts has it: for a mentor, and before the end for the examinee, there is nothing to compare. */
function reckons({ me }: Desk, { state, examineeId, examinerId, secondExaminerId }: QuizRow): boolean {
  if (examineeId === me.id) return state === "released";
  return me.is("auditor", "office") || (me.is("examiner") && [examinerId, secondExaminerId].includes(me.id));
}

/** What was altered may not open at all: that is an answer, not a mishap. */
export async function readable<T>(unreadable: string[], what: string, read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch {
    unreadable.push(what);
    return undefined;
  }
}

export async function frameOf(desk: Desk, of: { quizId: Id<"quiz"> } | { planId: Id<"quizPlan"> }): Promise<FrameRow | undefined> {
  const { frames: f } = desk.see;
  const [frame] = await desk.select().from(f).where("quizId" in of ? eq(f.quizId, of.quizId) : eq(f.planId, of.planId));
  return frame;
}

export async function secretOf(desk: Desk, frameId: Id<"frame">): Promise<Secret | undefined> {
  const { frameSecrets: s } = desk.see;
  const [secret] = await desk.select({ frameId: s.frameId, secret: s.secret, revealedAt: s.revealedAt }).from(s).where(eq(s.frameId, frameId));
  return secret;
}

export async function drawsOf(desk: Desk, frameId: Id<"frame">): Promise<DrawRow[]> {
  const { draws: d } = desk.see;
  return desk.select().from(d).where(eq(d.frameId, frameId)).orderBy(asc(d.attempt));
}

/** Whoever runs the system or audits it reads no results: for them nothing is said of them. */
async function resultsOf(desk: Desk, quizId: Id<"quiz">): Promise<StoredQuiz["results"]> {
  if (desk.me.is("admin", "auditor")) return undefined;
  const { quizResults: r, quizSheets: s, quizMarks: m } = desk.see;
  const rows = await desk.select().from(r).where(eq(r.quizId, quizId)).orderBy(asc(r.round));
  const sheets = await desk.select().from(s).where(eq(s.quizId, quizId));
  const marks = sheets.length === 0 ? [] : await desk.select().from(m).where(inArray(m.sheetId, sheets.map(({ id }) => id)));
  return { rows, sheets, marks };
}

/** What the ledger says itself, as far as this desk reads it: the auditor all of it, others what they did. */
export async function toldOf(desk: Desk, ids: readonly string[]): Promise<Told[]> {
  const { ledger: l } = desk.see;
  const lines = await desk.select({ action: l.action, subjectId: l.subjectId, changed: l.changed }).from(l)
    .where(and(inArray(l.subjectId, [...ids]), inArray(l.action, ["quiz.commit", "quizPlan.commit", "draw.keep"])));
  return lines.map(({ action, subjectId, changed }) => ({ action, subjectId, became: Object.fromEntries(Object.entries(changed).map(([field, moved]) => [field, moved?.[1]])) }));
}

/** Only the office and the auditor read plans; for others nothing is said of it. */
async function pairedBy(desk: Desk, { planId, examineeId, examinerId }: QuizRow): Promise<boolean | undefined> {
  const frame = planId ? await frameOf(desk, { planId }) : undefined;
  if (!frame) return undefined;
  const [draw] = await drawsOf(desk, frame.id);
  return draw?.pairs?.some((pair) => pair.examineeId === examineeId && pair.examinerId === examinerId) ?? false;
}
