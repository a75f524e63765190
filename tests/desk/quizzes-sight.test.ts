import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { tables } from "@/db/schema";
import { type Id, newId } from "@/lib/kernel/id";
import { askRedraw, cancelQuiz, decideRedraw, planQuiz } from "@/lib/quizzes/acts";
import { handInSheet } from "@/lib/quizzes/acts-sheets";
import { quizzesPage, viewsOf } from "@/lib/quizzes/reads";
import { quizAsks } from "@/lib/quizzes/reads-home";
import { quizInFull } from "@/lib/quizzes/reads-one";
import { committed, days, drawn, HOUR, type Planned, planned, quizRow, released, sheetFor, sitsAt } from "../support/quiz-life";

/* Whoever looks at a quiz, at each moment of it, by every question the pages ask; what must not be there is looked for word by word. */

let at: Planned;
beforeEach(async () => { at = await planned(); });

const everybody = ({ town, second, colleague }: Planned) => ({
  examinee: town.people.lin, mentor: town.people.wang, leads: town.people.kao, second, office: town.people.chen, colleague,
  leader: town.people.zhen, admin: town.people.guan, auditor: town.people.shen, villageCadre: town.people.he, stranger: town.people.zhao, otherMentor: town.people.zhou,
});
type Who = keyof ReturnType<typeof everybody>;

/** All that one person is told by the pages, as text. */
async function told(person: Id<"person">, ms: number): Promise<string> {
  const desk = await sitsAt(at.town, person, ms);
  const pages = await Promise.all(viewsOf(desk.me).map((view) => quizzesPage(desk, view)));
  const full = await quizInFull(desk, at.id);
  return JSON.stringify([full && { ...full, names: undefined }, pages, await quizAsks(desk)]);
}

/** Who is told of these words now. */
async function knows(words: string, ms = 0): Promise<Who[]> {
  const found = await Promise.all(Object.entries(everybody(at)).map(async ([who, person]) => [who, (await told(person, ms)).includes(words)] as const));
  return found.filter(([, has]) => has).map(([who]) => who as Who).sort();
}

const drawnHousehold = async () => (await at.town.store.read.select().from(tables.draws)).at(-1)!.householdId!;
const overseers: Who[] = ["auditor", "colleague", "leads", "office", "second"];

test("before the draw the examinee and their mentor do not know that there is a quiz", async () => {
  expect(await knows(at.id)).toEqual(overseers);
  await committed(at);
  expect(await knows(at.id)).toEqual(overseers);
  expect(await knows((await quizRow(at)).secretHash!)).toEqual(overseers);
});

test("from the draw on the examinee knows that it runs, and nothing of the household", async () => {
  await drawn(at, 0, "731946");
  expect(await knows("731946", HOUR)).toEqual(overseers);
  expect(await knows(at.id, HOUR)).toEqual([...overseers, "examinee"].sort());
  const household = await drawnHousehold();
  // The auditor checks that it was drawn as it should be, and sees no villager here.
  expect(await knows(household, HOUR)).toEqual(overseers.filter((who) => who !== "auditor"));
  for (const word of ["水沟", "水稻"]) expect(await knows(word, HOUR)).toEqual([]);
});

test("neither a redraw nor its words reach the examinee, then or afterwards unasked", async () => {
  await drawn(at);
  await askRedraw(await sitsAt(at.town, at.town.people.kao, HOUR), { quizId: at.id, reason: "nobody_home", words: "金丝雀说没人" });
  expect(await knows("金丝雀说没人", HOUR)).toEqual(overseers);
  const asks = async (person: Id<"person">) => (await quizAsks(await sitsAt(at.town, person, HOUR))).map(({ kind }) => kind);
  expect(await asks(at.second)).toEqual(["redraw", "examine"]);
  expect(await asks(at.town.people.chen)).toEqual(["redraw"]);
  expect(await asks(at.town.people.kao)).toEqual(["examine"]);
  expect(await asks(at.town.people.lin)).toEqual([]);
  const [redraw] = await at.town.store.read.select().from(tables.redraws);
  await decideRedraw(await sitsAt(at.town, at.second, HOUR), { redrawId: redraw!.id, allowed: true });
  expect(await asks(at.town.people.chen)).toEqual([]);
});

test("of two examiners neither reads the other's sheet before the result, nor does the office", async () => {
  const drawId = await drawn(at);
  await handInSheet(await sitsAt(at.town, at.second, HOUR), await sheetFor(at, drawId));
  expect(await knows("备注金丝雀", 2 * HOUR)).toEqual(["second"]);
});

test("once it is released the result is the examinee's, the mentor's, the examiners' and the office's; the answers the examinee's alone", async () => {
  await released(at);
  const sees: Who[] = ["colleague", "examinee", "leads", "mentor", "office", "second"];
  expect(await knows('"earned":', 2 * HOUR)).toEqual(sees);
  expect(await knows(at.id, 2 * HOUR)).toEqual([...sees, "auditor"].sort());
  expect(await knows("水沟", 2 * HOUR)).toEqual(["examinee"]);
  expect(await knows(await drawnHousehold(), 2 * HOUR)).toEqual(sees.filter((who) => who !== "mentor"));
});

test("a day without a sheet reads as unfinished, and never as nought", async () => {
  await drawn(at);
  for (const person of [at.town.people.lin, at.town.people.kao, at.town.people.chen]) {
    const full = await quizInFull(await sitsAt(at.town, person, 25 * HOUR), at.id);
    expect([full?.standing, full?.results]).toEqual(["unfinished", []]);
  }
  const inView = async (view: "going" | "unfinished" | "examine" | "examined", person = at.town.people.chen) => (await quizzesPage(await sitsAt(at.town, person, 25 * HOUR), view)).rows.length;
  expect([await inView("going"), await inView("unfinished")]).toEqual([0, 1]);
  expect([await inView("examine", at.town.people.kao), await inView("examined", at.town.people.kao)]).toEqual([0, 1]);
});

test("what was cancelled the examinee never hears of", async () => {
  await cancelQuiz(at.town.chen, { quizId: at.id, version: 1, why: "金丝雀改期" });
  expect(await knows("金丝雀改期")).toEqual(overseers);
});

test("the page of a quiz shows the others of three months, also those thrown away", async () => {
  await drawn(at);
  const again = newId<"quiz">();
  await planQuiz(await sitsAt(at.town, at.town.people.chen, days(2)), { id: again, examineeId: at.town.people.lin, examinerId: at.town.people.kao });
  const full = await quizInFull(await sitsAt(at.town, at.town.people.chen, days(2)), again);
  expect(full?.others.map(({ id, standing }) => [id, standing])).toEqual([[at.id, "unfinished"]]);
  await at.town.store.write(async (tx) => void (await tx.update(tables.quizzes).set({ plannedAt: new Date("2025-11-30T09:00:00+08:00"), drawnAt: new Date("2025-12-01T09:00:00+08:00") }).where(eq(tables.quizzes.id, at.id))));
  expect((await quizInFull(await sitsAt(at.town, at.town.people.chen, days(2)), again))?.others).toEqual([]);
});
