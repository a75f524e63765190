import { and, count, desc, eq, max } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { namesOf } from "@/lib/gate/names";
import type { MadeBy, SubjectOf } from "@/lib/gate/policy";
import { clockOf, dayOf, timeOf } from "@/lib/kernel/calendar";
import type { Id } from "@/lib/kernel/id";
import { keyState, type QuizItem, quizItem } from "@/lib/words/quiz";
import { isAsked } from "./rules-sheet";

type Quiz = SubjectOf<"quiz.release">;

/** Who is to hand in a sheet. */
export const examinersOf = ({ examinerId, secondExaminerId }: Pick<Quiz, "examinerId" | "secondExaminerId">): Id<"person">[] =>
  secondExaminerId ? [examinerId, secondExaminerId] : [examinerId];

/** The draw that stands, unless another household has been allowed and is not drawn yet. */
export async function standingDraw(desk: Desk, quizId: Id<"quiz">): Promise<MadeBy<"draw.keep"> | undefined> {
  const { draws: d, frames: f, redraws: r } = desk.see;
  const [found] = await desk.select().from(f).innerJoin(d, eq(d.frameId, f.id)).where(eq(f.quizId, quizId)).orderBy(desc(d.attempt)).limit(1);
  if (!found) return undefined;
  const [given] = await desk.select({ id: r.id }).from(r).where(and(eq(r.drawId, found.draws.id), eq(r.allowed, true))).limit(1);
  return given ? undefined : found.draws;
}

export const keysOf = async (desk: Desk, drawId: Id<"draw">) => {
  const { quizKeys: k } = desk.see;
  return desk.select({ item: k.item, state: k.state, asOf: k.asOf, says: k.says }).from(k).where(eq(k.drawId, drawId));
};
export type Keys = Awaited<ReturnType<typeof keysOf>>;

/**
 * What an examiner takes along to the door: whose it is, what the file says of it, what can be marked. Undefined for
 * anybody else, and while nothing is drawn.
 */
export async function examPaper(desk: Desk, quizId: Id<"quiz">) {
  const { quizzes: z } = desk.see;
  const [quiz] = await desk.select().from(z).where(and(eq(z.id, quizId), eq(z.state, "drawn")));
  if (!quiz?.overAt || !desk.me.is("examiner") || !examinersOf(quiz).includes(desk.me.id)) return undefined;
  const draw = await standingDraw(desk, quizId);
  const home = draw?.householdId && (await homeOf(desk, draw.householdId));
  if (!draw || !home) return undefined;
  const [keys, names, sheets, peeks] = await Promise.all([keysOf(desk, draw.id), namesOf(desk, [quiz.examineeId]), mySheets(desk, draw.id), peeksAt(desk, quizId)]);
  return {
    quizId, drawId: draw.id, overAt: quiz.overAt.getTime(), over: `${clockOf(quiz.overAt)} 前交`,
    examinee: names(quiz.examineeId), two: quiz.secondExaminerId !== null,
    home, items: quizItem.values.map((item) => paperItem(item, keys.find((key) => key.item === item))),
    notes: [packWords(quiz.packTakenAt, desk.now), peekWords(peeks)].filter(Boolean), handedIn: sheets > 0,
  };
}
export type ExamPaper = NonNullable<Awaited<ReturnType<typeof examPaper>>>;
export type PaperItem = ExamPaper["items"][number];

async function homeOf(desk: Desk, householdId: Id<"household">) {
  const { households: h, villages: v } = desk.see;
  const [home] = await desk.select({ code: h.code, name: h.maskedName, village: v.name, group: h.groupName })
    .from(h).innerJoin(v, eq(v.id, h.villageId)).where(eq(h.id, householdId));
  return home;
}

function paperItem(item: QuizItem, key: Keys[number] | undefined) {
  const state = key?.state ?? "missing";
  return { item, asked: isAsked({ item, state }), state: keyState.label(state), says: key?.says ?? "", asOf: key?.asOf ?? null };
}

async function mySheets(desk: Desk, drawId: Id<"draw">): Promise<number> {
  const { quizSheets: s } = desk.see;
  const [mine] = await desk.select({ n: count() }).from(s).where(and(eq(s.drawId, drawId), eq(s.examinerId, desk.me.id)));
  return mine?.n ?? 0;
}

async function peeksAt(desk: Desk, quizId: Id<"quiz">) {
  const { peeks: p } = desk.see;
  const [found] = await desk.select({ n: count(), last: max(p.at) }).from(p).where(eq(p.quizId, quizId));
  return found ?? { n: 0, last: null };
}

/** What lay on the examinee's phone when the household was drawn. */
function packWords(takenAt: Date | null, now: Date): string {
  if (!takenAt) return "对方没有取过离线包";
  return `对方的离线包：${dayOf(takenAt) === dayOf(now) ? `今天 ${timeOf(takenAt)}` : clockOf(takenAt)} 取的`;
}

const peekWords = ({ n, last }: { n: number; last: Date | null }): string =>
  n > 0 && last ? `抽户以后，对方想打开这一户 ${n} 次，最后一次 ${clockOf(last)}，没有打开` : "";

/** Over for a day's length and one of two has not handed in: whoever has may say that it is released without the other. */
export async function mayReleaseNow(desk: Desk, quizId: Id<"quiz">): Promise<boolean> {
  const { quizzes: z, quizSheets: s } = desk.see;
  const [quiz] = await desk.select().from(z).where(and(eq(z.id, quizId), eq(z.state, "drawn")));
  if (!quiz?.overAt || quiz.overAt > desk.now || !examinersOf(quiz).includes(desk.me.id)) return false;
  const draw = await standingDraw(desk, quizId);
  const [sheet] = draw ? await desk.select({ id: s.id }).from(s).where(and(eq(s.drawId, draw.id), eq(s.examinerId, desk.me.id))).limit(1) : [];
  return sheet !== undefined;
}
