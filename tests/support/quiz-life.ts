import { eq } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Town } from "@/db/seed/cast";
import type { Store } from "@/db/store";
import { Desk } from "@/lib/gate/desk";
import { type Id, newId } from "@/lib/kernel/id";
import { commitQuiz, drawHousehold, planQuiz } from "@/lib/quizzes/acts";
import { handInSheet } from "@/lib/quizzes/acts-sheets";
import type { SheetForm } from "@/lib/quizzes/forms-sheets";
import { type QuizItem, quizItem } from "@/lib/words/quiz";
import { aPerson } from "./defences";
import { township } from "./township";

export const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A desk at a later moment of the same town. */
export const sitsAt = async (town: Town, person: Id<"person">, ms = 0): Promise<Desk> => (await Desk.of(town.store, person, new Date(town.now.getTime() + ms)))!;
export const days = (n: number) => n * DAY;

/** 林晓, whom 王建国 mentors, is to be examined by 考文渊 and a second examiner; the office has two people. */
export async function planned({ two = true, store }: { two?: boolean; store?: Store } = {}) {
  const town = await township(store && { store });
  const second = await aPerson(town, "方二考", ["examiner"]);
  const colleague = await aPerson(town, "许同办", ["office"]);
  const id = newId<"quiz">();
  await planQuiz(await sitsAt(town, town.people.chen), { id, examineeId: town.people.lin, examinerId: town.people.kao, secondExaminerId: two ? second : null });
  return { town, id, second, colleague, two };
}
export type Planned = Awaited<ReturnType<typeof planned>>;

export const quizRow = async ({ town, id }: Pick<Planned, "town" | "id">) => (await town.store.read.select().from(tables.quizzes).where(eq(tables.quizzes.id, id)))[0]!;

export async function committed(at: Planned, ms = 0): Promise<void> {
  await commitQuiz(await sitsAt(at.town, at.town.people.kao, ms), { quizId: at.id, version: (await quizRow(at)).version });
}

export async function drawn(at: Planned, ms = 0, number = "42"): Promise<Id<"draw">> {
  if ((await quizRow(at)).state === "planned") await committed(at, ms);
  await drawHousehold(await sitsAt(at.town, at.town.people.kao, ms), { quizId: at.id, version: (await quizRow(at)).version, number });
  const all = await at.town.store.read.select().from(tables.draws).orderBy(tables.draws.attempt);
  return all.at(-1)!.id;
}

/** One examiner's sheet for what stands drawn: two points for each item, unless said otherwise. */
export async function sheetFor(at: Planned, drawId: Id<"draw">, over: Partial<Record<QuizItem, number | "wrong">> = {}, ms = HOUR): Promise<SheetForm> {
  const keys = await at.town.store.read.select().from(tables.quizKeys).where(eq(tables.quizKeys.drawId, drawId));
  const asked = quizItem.values.filter((item) => item === "door" || keys.some((key) => key.item === item && key.state === "verified"));
  return {
    id: newId<"quizSheet">(), quizId: at.id, drawId, found: "helped", minutes: 12, words: "问路一次-备注金丝雀", finishedAt: at.town.now.getTime() + ms,
    marks: asked.map((item) => (over[item] === "wrong" ? { item, points: null, wrongKey: true, correction: "其实不是这样" } : { item, points: (over[item]) ?? 2, wrongKey: false, correction: "" })),
  };
}

/** Drawn, and all sheets handed in an hour later. */
export async function released(at: Planned, over: Partial<Record<QuizItem, number | "wrong">> = {}): Promise<void> {
  const drawId = await drawn(at);
  for (const examiner of [at.town.people.kao, ...(at.two ? [at.second] : [])])
    await handInSheet(await sitsAt(at.town, examiner, HOUR), await sheetFor(at, drawId, over));
}
