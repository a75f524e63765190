import type { Row } from "@/db/schema";
import { isStamped, stampOf } from "@/lib/gate/stamp";

/*
 * What the stamps of a quiz are over: every value that is stored, in an order that never changes. Who alters one of them,
 * and all that would have to agree with it, still lacks the key. A column that comes to be has to be put here
 * (tests/desk/quizzes-draw-tampering.test.ts asks for it).
 */

const ms = (at: Date | null) => at?.getTime() ?? null;
type Frame = Omit<Row<"frames">, "mac">;
type Quiz = Row<"quizzes">;
type Plan = Row<"quizPlans">;
type Redraw = Row<"redraws">;

/** Of a quiz: with whom it is of and what was promised. */
const ofQuiz = (z: Quiz) =>
  [z.id, z.planId, z.examineeId, z.examinerId, z.secondExaminerId, z.plannedById, ms(z.plannedAt), z.frameHash, z.frameSize, z.secretHash, ms(z.committedAt)];
const ofPlan = (p: Plan) => [p.id, p.quarter, p.size, p.frameHash, p.secretHash, p.committedById, ms(p.committedAt)];
const ofFrame = (f: Frame) => [f.id, f.quizId, f.planId, f.text];

export const frameSays = (frame: Frame, of: { quiz: Quiz } | { plan: Plan }): unknown =>
  [ofFrame(frame), "quiz" in of ? ofQuiz(of.quiz) : ofPlan(of.plan)];

const byId = <T extends { id: string }>(rows: readonly T[]) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
const ofRedraws = (redraws: readonly Redraw[]) =>
  byId(redraws).map((r) => [r.id, r.drawId, r.quizId, r.reason, r.words, r.askedById, ms(r.askedAt), r.allowed, r.decidedById, ms(r.decidedAt)]);

type Draw = Omit<Row<"draws">, "mac">;
type Timed = Pick<Quiz, "drawnAt" | "overAt" | "packTakenAt">;

/** With it: until when the quiz runs, everything that was asked and answered before it, and a mark of the answers that were kept. */
export const drawSays = (d: Draw, { drawnAt, overAt, packTakenAt }: Timed, before: readonly Redraw[], keys = ""): unknown => [
  d.id, d.frameId, d.attempt, d.number, d.villageId, d.householdId, d.pairs?.map(({ examineeId, examinerId }) => [examineeId, examinerId]) ?? null, d.drawnById, ms(d.drawnAt),
  ms(drawnAt), ms(overAt), ms(packTakenAt), ofRedraws(before), keys,
];

type Result = Omit<Row<"quizResults">, "mac">;
/** What a result rests on: it stands once the result does. */
export type Behind = { draws: readonly Pick<Row<"draws">, "id" | "mac">[]; redraws: readonly Redraw[]; sheets: readonly Row<"quizSheets">[]; marks: readonly Row<"quizMarks">[]; appealUntil: Date | null };

export const resultSays = (r: Result, { draws, redraws, sheets, marks, appealUntil }: Behind): unknown => [
  r.id, r.quizId, r.round, r.earned, r.countable, Object.entries(r.items).toSorted(([a], [b]) => (a < b ? -1 : 1)), ms(r.at), r.byId, ms(appealUntil),
  byId(draws).map(({ id, mac }) => [id, mac]), ofRedraws(redraws),
  byId(sheets).map((s) => [s.id, s.quizId, s.drawId, s.examinerId, s.found, s.minutes, s.words, ms(s.finishedAt), ms(s.receivedAt), s.bodyHash]),
  byId(marks).map((m) => [m.id, m.sheetId, m.item, m.points, m.wrongKey]),
];

export const stampOfFrame = (...of: Parameters<typeof frameSays>): string => stampOf("frame", frameSays(...of));
export const stampOfDraw = (...of: Parameters<typeof drawSays>): string => stampOf("draw", drawSays(...of));
export const stampOfResult = (...of: Parameters<typeof resultSays>): string => stampOf("result", resultSays(...of));

export const isFrameStamped = (stamp: string, ...of: Parameters<typeof frameSays>): boolean => isStamped("frame", frameSays(...of), stamp);
export const isDrawStamped = (stamp: string, ...of: Parameters<typeof drawSays>): boolean => isStamped("draw", drawSays(...of), stamp);
export const isResultStamped = (stamp: string, ...of: Parameters<typeof resultSays>): boolean => isStamped("result", resultSays(...of), stamp);
