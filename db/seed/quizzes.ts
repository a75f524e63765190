import { and, asc, eq, inArray, lt, ne } from "drizzle-orm";
import { Desk } from "@/lib/gate/desk";
import { addDays, type Almanac, addWorkdays, dayOf, isWorkday, startOf } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import { type Id, newId } from "@/lib/kernel/id";
import { daysOf, quarterOf } from "@/lib/kernel/quarter";
import { askRedraw, commitQuiz, decideRedraw, drawHousehold, planQuiz } from "@/lib/quizzes/acts";
import { decideAppeal, makeAppeal } from "@/lib/quizzes/acts-appeals";
import { commitPlan, drawPlan } from "@/lib/quizzes/acts-plan";
import { handInSheet } from "@/lib/quizzes/acts-sheets";
import { examPaper } from "@/lib/quizzes/reads-exam";
import type { QuizItem } from "@/lib/words/quiz";
import { type Row, tables } from "../schema";
import type { Store } from "../store";
import { appealWords, marksOf, minutesOf, openAppealWords, remarks, upheldWords, wrongKeys } from "./material/quizzes";

export type QuizzesContext = { store: Store; now: Date; almanac: Almanac; ids: ReadonlyMap<string, Id<"person">>; young: readonly Id<"person">[] };

const order: readonly QuizItem[] = ["members", "income", "difficulty", "door"];
const clock = (day: Day, hour: number, minute = 0): Date => new Date(startOf(day).getTime() + (hour * 60 + minute) * 60_000);

/**
 * 考核 as it came about: the very deeds of the town, each at its own past moment, so that every draw can be recomputed.
 * The secrets are drawn as they always are: which households come up is another every time.
 */
export async function sitQuizzes(context: QuizzesContext): Promise<void> {
  const { now, almanac } = context;
  const back = (days: number) => nearestWorkday(addDays(dayOf(now), -days), almanac);
  const lastTerm = await planned(context, back(75), 8);
  for (const [i, quiz] of lastTerm.entries()) await sit(context, quiz, back(70 - 3 * i), i);
  await appealed(context, lastTerm[5]!, back(54), true);
  const from = daysOf(quarterOf(dayOf(now))).from;
  const thisTerm = await planned(context, [back(21), from].toSorted().at(-1)!, 8);
  const done = thisTerm.slice(0, 5);
  for (const [i, quiz] of done.entries()) await sit(context, quiz, back(14 - 2 * i), i + 8);
  await draw(context, thisTerm[5]!, clock(back(4), 9));
  await byHand(context, back);
  await quiet(context);
}

const nearestWorkday = (day: Day, almanac: Almanac): Day => (isWorkday(day, almanac) ? day : addWorkdays(day, 1, almanac));

async function at({ store }: QuizzesContext, personId: Id<"person">, when: Date): Promise<Desk> {
  return (await Desk.of(store, personId, when))!;
}

/** 双随机: a plan of young village cadres, frozen in the morning and drawn at ten. */
async function planned(context: QuizzesContext, day: Day, size: number): Promise<Row<"quizzes">[]> {
  const { ids, young, store } = context;
  const office = ids.get("dangjian")!;
  const id = newId<"quizPlan">();
  const examinerIds = ["kaoguan", "fangliping", "geweiliang"].map((account) => ids.get(account)!);
  await commitPlan(await at(context, office, clock(day, 9)), { id, quarter: quarterOf(day), size, examineeIds: [...young], examinerIds });
  await drawPlan(await at(context, office, clock(day, 10)), { planId: id, version: 1, number: `${Number(day.slice(5, 7))}${day.slice(8)}` });
  return store.read.select().from(tables.quizzes).where(eq(tables.quizzes.planId, id)).orderBy(asc(tables.quizzes.id));
}

async function draw(context: QuizzesContext, { id: quizId, examinerId }: Pick<Row<"quizzes">, "id" | "examinerId">, when: Date): Promise<void> {
  const desk = await at(context, examinerId, when);
  await commitQuiz(desk, { quizId, version: 1 });
  await drawHousehold(desk, { quizId, version: 2, number: String(when.getTime() % 9973) });
}

/** Drawn at nine, at the door by half past, handed in before ten. */
async function sit(context: QuizzesContext, quiz: Row<"quizzes">, day: Day, nth: number): Promise<void> {
  await draw(context, quiz, clock(day, 9, nth));
  for (const [i, examinerId] of [quiz.examinerId, quiz.secondExaminerId].entries())
    if (examinerId) await mark(await at(context, examinerId, clock(day, 9, 40 + 5 * i)), quiz.id, nth + i);
}

async function mark(desk: Desk, quizId: Id<"quiz">, nth: number): Promise<void> {
  const paper = (await examPaper(desk, quizId))!;
  const [given, minutes] = [marksOf[nth % marksOf.length]!, minutesOf[nth % minutesOf.length]!];
  const marks = paper.items.filter(({ asked }) => asked).map(({ item }) => {
    const wrong = wrongKeys.find((one) => one.nth === nth && one.item === item);
    return wrong ? { item, points: null, wrongKey: true, correction: wrong.correction } : { item, points: given[order.indexOf(item)]!, wrongKey: false, correction: "" };
  });
  const found = given[3] === 3 ? "found" : "helped";
  await handInSheet(desk, { id: newId<"quizSheet">(), quizId, drawId: paper.drawId, marks, found, minutes, words: remarks[nth % remarks.length]!, finishedAt: desk.now.getTime() });
}

async function appealed(context: QuizzesContext, { id: quizId, examineeId }: Pick<Row<"quizzes">, "id" | "examineeId">, day: Day, decided: boolean): Promise<void> {
  const { appeals } = tables;
  const item = decided ? "door" : "members";
  await makeAppeal(await at(context, examineeId, clock(day, 15)), { id: newId<"appeal">(), quizId, items: [item], words: decided ? appealWords : openAppealWords });
  const [made] = await context.store.read.select().from(appeals).where(eq(appeals.quizId, quizId));
  if (!decided || !made) return;
  const desk = await at(context, context.ids.get("xusijia")!, clock(addDays(day, 1), 10));
  const { quizResults: r } = desk.see;
  const [result] = await desk.select().from(r).where(eq(r.quizId, quizId));
  const upheld = (result?.items.door ?? 3) < 3;
  await decideAppeal(desk, { appealId: made.id, state: upheld ? "upheld" : "dismissed", why: upheldWords, points: upheld ? [{ item: "door", points: 3 }] : [] });
}

/** Those the office named itself: two examiners and a second draw; one with an open appeal; the secretary's; and one for today. */
async function byHand(context: QuizzesContext, back: (days: number) => Day): Promise<void> {
  const { ids, store } = context;
  const office = ids.get("dangjian")!;
  const name = async (day: Day, examinee: string, examiner: string, second?: string): Promise<Row<"quizzes">> => {
    const id = newId<"quiz">();
    await planQuiz(await at(context, office, clock(day, 8, 40)), { id, examineeId: ids.get(examinee)!, examinerId: ids.get(examiner)!, secondExaminerId: second ? ids.get(second)! : null });
    const [made] = await store.read.select().from(tables.quizzes).where(eq(tables.quizzes.id, id));
    return made!;
  };
  await twice(context, await name(back(9), "laixiaoting", "kaoguan", "geweiliang"), back(9));
  const contested = await name(back(2), "qujiawei", "geweiliang");
  await sit(context, contested, back(2), 3);
  await appealed(context, contested, back(2), false);
  await sit(context, await name(back(3), "shenguofu", "fangliping"), back(3), 4);
  await name(back(1), "yukaijie", "kaoguan");
}

/** Nobody was at home: the office allows another household. */
async function twice(context: QuizzesContext, quiz: Row<"quizzes">, day: Day): Promise<void> {
  await draw(context, quiz, clock(day, 9));
  await askRedraw(await at(context, quiz.examinerId, clock(day, 9, 20)), { quizId: quiz.id, reason: "nobody_home", words: "敲了几次门没人，邻居说去女儿家了" });
  const [asked] = await context.store.read.select().from(tables.redraws).where(eq(tables.redraws.quizId, quiz.id));
  await decideRedraw(await at(context, context.ids.get("dangjian")!, clock(day, 9, 25)), { redrawId: asked!.id, allowed: true });
  const desk = await at(context, quiz.examinerId, clock(day, 9, 30));
  await drawHousehold(desk, { quizId: quiz.id, version: 4, number: "88" });
  for (const [i, examinerId] of [quiz.examinerId, quiz.secondExaminerId!].entries()) await mark(await at(context, examinerId, clock(day, 10, 5 * i)), quiz.id, 1 + i);
}

/** What was told weeks ago has long been looked at. */
async function quiet({ store, now }: QuizzesContext): Promise<void> {
  const { notices: n } = tables;
  const old = and(inArray(n.subject, ["quiz", "household"]), ne(n.kind, "quiz_planned"), lt(n.at, addDaysTo(now, -6)));
  await store.write(async (tx) => void (await tx.update(n).set({ doneAt: now }).where(old)));
}
const addDaysTo = (when: Date, days: number): Date => new Date(when.getTime() + days * 86_400_000);
