import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import { placeHousehold } from "@/db/seed/place";
import { FactForm } from "@/lib/households/forms";
import { recordFact } from "@/lib/households/acts-facts";
import { addDays } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import { newId } from "@/lib/kernel/id";
import { amendAnswer, answerCard } from "@/lib/practice/acts";
import { type CardFace, dealCard } from "@/lib/practice/acts-deal";
import { leftToday } from "@/lib/practice/reads";
import { answerTo, practise, sitsOn } from "../support/practice";
import { township } from "../support/township";

const canaries = ["张小英", "张豆豆", "种十亩水稻", "务农", "farming", "屋后水沟常堵", "村口小店往东第三家", "1957"];
const cardsOf = (town: Awaited<ReturnType<typeof township>>) => town.store.read.select().from(tables.practiceCards);

test("what I keep is asked first and whole; of a village I only work for, the way to the door", async () => {
  const town = await township();
  const cards = await practise(town.lin);
  const { zhang, li } = town.homes;
  expect(cards.map(({ householdId, kind }) => [householdId === zhang ? "zhang" : householdId === li ? "li" : "?", kind])).toEqual([
    ["zhang", "家庭成员"], ["zhang", "收入来源"], ["zhang", "生活难题"], ["zhang", "找门说明"], ["li", "找门说明"],
  ]);
  expect(await dealCard(town.zhao).then((card) => card?.kind)).toBe("找门说明");
});

test("nothing of an answer is in a card, and all of it in the reply", async () => {
  const town = await township();
  const lines: string[] = [];
  for (const who of ["lin", "he", "ge"] as const)
    for (let card = await dealCard(town[who]); card; card = await dealCard(town[who])) {
      const text = JSON.stringify(card);
      expect(canaries.filter((one) => text.includes(one))).toEqual([]);
      const shown = await answerCard(town[who], answerTo(card));
      if (who === "lin" && card.householdId === town.homes.zhang) lines.push(...shown.lines, shown.asOf ?? "-", shown.visited);
    }
  const since = [addDays("2026-03-04" as Day, -100), "还没走访过"];
  expect(lines).toEqual(["户主 张建国", "女儿 张小英", "未成年 1 人", "-", since[1], "务农：种十亩水稻", ...since, "屋后水沟常堵", ...since, "村口小店往东第三家", ...since]);
});

test("whoever may not read it without a reason leaves a line that opens nothing; whoever keeps it leaves none", async () => {
  const town = await township();
  const logged = async () => (await town.store.read.select().from(tables.unmaskings)).map(({ field, words, at, until }) => `${field} ${words} ${until.getTime() - at.getTime()}`);
  await practise(town.lin);
  expect(await logged()).toEqual([]);
  await practise(town.he, () => true, 4);
  expect(await logged()).toEqual(["members 练习时看了答案 0", "facts 练习时看了答案 0", "facts 练习时看了答案 0"]);
  const ledger = await town.store.read.select().from(tables.ledger).where(eq(tables.ledger.action, "practice.answer"));
  expect(ledger).toEqual([]);
});

test("ten a day, and after weeks away no more than ten", async () => {
  const town = await township();
  await manyHomes(town, 12);
  const desk = await sitsOn(town, "he", "2026-03-04");
  expect(await practise(desk)).toHaveLength(10);
  expect(await leftToday(desk)).toBe(0);
  await expect(answerCard(desk, { id: newId(), householdId: town.homes.li, about: "members", remembered: true })).rejects.toThrow("今天的练完了");
  for (const day of ["2026-03-05", "2026-03-06", "2026-03-07"]) await practise(await sitsOn(town, "he", day));
  expect(await practise(await sitsOn(town, "he", "2026-06-30"))).toHaveLength(10);
});

test("what is due comes before what is new, the most forgotten first", async () => {
  const town = await township();
  await manyHomes(town, 12);
  const keyOf = (card: CardFace) => `${card.householdId} ${card.about}`;
  const known = new Map<string, boolean>();
  const first = await practise(await sitsOn(town, "he", "2026-03-04"), (card) => {
    known.set(keyOf(card), known.size % 3 === 0);
    return known.get(keyOf(card))!;
  });
  const again = await practise(await sitsOn(town, "he", "2026-03-12"));
  expect(new Set(again.map(keyOf))).toEqual(new Set(first.map(keyOf)));
  expect(again.map((card) => known.get(keyOf(card)))).toEqual([false, false, false, false, false, false, true, true, true, true]);
});

test("「不清楚」 is not asked, neither of whoever may read it nor of whoever may not", async () => {
  const town = await township();
  await recordFact(town.lin, FactForm.parse({ id: newId(), householdId: town.homes.zhang, kind: "income", topic: "farming", unclear: true, says: "", asOf: "2026-03-03", source: "visit" }));
  for (const who of ["lin", "he"] as const)
    expect((await practise(town[who])).filter(({ householdId, kind }) => householdId === town.homes.zhang && kind === "收入来源"), who).toEqual([]);
});

test("a fact that changed is learnt anew, and before anything else; so is a family", async () => {
  const town = await township();
  await practise(town.lin);
  const asked = await dealCard(town.lin);
  expect(asked).toBeUndefined();
  const later = await sitsOn(town, "lin", "2026-03-05");
  expect(await dealCard(later)).toBeUndefined();
  await recordFact(later, FactForm.parse({ id: newId(), householdId: town.homes.zhang, kind: "difficulty", topic: "housing", unclear: false, says: "水沟通了", asOf: "2026-03-04", source: "visit" }));
  await town.store.write(async (tx) => {
    const [daughter] = await tx.select().from(tables.members).where(and(eq(tables.members.householdId, town.homes.zhang), eq(tables.members.kinship, "daughter")));
    await tx.update(tables.memberNames).set({ name: "张小瑛" }).where(eq(tables.memberNames.memberId, daughter!.id));
  });
  const changed = await practise(later);
  expect(changed.map(({ kind }) => kind)).toEqual(["生活难题", "家庭成员"]);
  expect((await cardsOf(town)).filter(({ reps }) => reps !== 1)).toEqual([]);
});

test("其实记错了 makes the card what it would have been", async () => {
  const [a, b] = [await township(), await township()];
  const mended = (await dealCard(a.lin))!;
  const { answerId } = await answerCard(a.lin, answerTo(mended));
  await amendAnswer(a.lin, { answerId });
  await amendAnswer(a.lin, { answerId });
  await answerCard(b.lin, answerTo((await dealCard(b.lin))!, false));
  const state = async (town: typeof a) => (await cardsOf(town)).map(({ stability, difficulty, dueAt, lapses, reps }) => ({ stability, difficulty, dueAt, lapses, reps }));
  expect(await state(a)).toEqual(await state(b));
  await expect(amendAnswer(a.he, { answerId })).rejects.toMatchObject({ code: "not-found" });
});

test("sent twice it is one answer; answered twice it is refused; of a stranger's household there is no card", async () => {
  const town = await township();
  const card = (await dealCard(town.lin))!;
  const form = answerTo(card);
  const once = await answerCard(town.lin, form);
  expect(await answerCard(town.lin, form)).toEqual(once);
  expect(await cardsOf(town)).toHaveLength(1);
  await expect(answerCard(town.lin, answerTo(card))).rejects.toThrow("刚练过");
  await expect(answerCard(town.lin, { ...answerTo(card), householdId: town.homes.sun })).rejects.toMatchObject({ code: "not-found" });
  await expect(answerCard(town.lin, { ...answerTo(card), householdId: town.homes.li })).rejects.toMatchObject({ code: "not-found" });
  await expect(answerCard(town.zhao, form)).rejects.toMatchObject({ code: "not-found" });
  await expect(answerCard(town.chen, answerTo(card))).rejects.toMatchObject({ code: "not-found" });
});

test("what is no longer mine to practise stands in nobody's way", async () => {
  const town = await township();
  await practise(town.lin);
  await town.store.write((tx) => tx.update(tables.assignments).set({ endedOn: "2026-03-05" as Day }).where(eq(tables.assignments.householdId, town.homes.zhang)));
  await town.store.write((tx) => tx.update(tables.facts).set({ replacedAt: town.now }).where(eq(tables.facts.kind, "difficulty")));
  const later = await practise(await sitsOn(town, "lin", "2026-05-20"));
  expect(later.map(({ householdId, kind }) => [householdId === town.homes.zhang, kind]).sort()).toEqual([[false, "找门说明"], [true, "找门说明"]]);
});

async function manyHomes(town: Awaited<ReturnType<typeof township>>, count: number) {
  await town.store.write(async (tx) => {
    for (let i = 0; i < count; i++)
      await placeHousehold(tx, {
        villageId: town.villages.dongling, villageName: "东岭村", code: `1${i}`, householder: "周阿大", groupName: "1组", address: "", phone: "13900000001",
        members: [{ name: "周阿大", kinship: "householder" }],
        facts: [{ kind: "income", topic: "pension", says: "有退休金", asOf: "2026-03-01" as Day }, { kind: "door", topic: "door", says: "桥头", asOf: "2026-03-01" as Day }],
      }, town.people.chen, town.now);
  });
}
