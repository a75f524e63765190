import { eq } from "drizzle-orm";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import type { Town, Who } from "@/db/seed/cast";
import { Desk } from "@/lib/gate/desk";
import { type ProposalEntry, writeProposal } from "@/lib/gate/proposals";
import type { Day } from "@/lib/kernel/day";
import { type Id, newId } from "@/lib/kernel/id";
import { openField, recordFact } from "@/lib/households/acts-facts";
import { decideProposal } from "@/lib/households/acts-proposals";
import { DecisionForm, FactForm, Unmasking } from "@/lib/households/forms";
import { household } from "@/lib/households/reads-file";
import { isConflict } from "@/lib/households/rules-proposals";
import type { FileKind } from "@/lib/words/practice";
import { giveAccount, PASSWORD } from "../support/accounts";
import { township } from "../support/township";

const { facts, factProposals, factValues, ledger, notices, quizzes } = tables;

const said = (town: Town, over: Partial<ProposalEntry> = {}): ProposalEntry =>
  ({ householdId: town.homes.zhang, kind: "income", topic: "farming", says: "改种茶叶", asOf: "2026-03-03" as Day, source: "visit", ...over });
const propose = (town: Town, who: Who, over: Partial<ProposalEntry> = {}) =>
  town[who].begin("fact.propose", (tx) => writeProposal(tx, town[who], said(town, over)));
const boxes = async (desk: Desk, town: Town, kind: FileKind = "income") => (await household(desk, town.homes.zhang))!.proposals[kind];
/** As the page hands it in: what stood there, and what else was to be seen. */
async function choice(town: Town, who: Who, id: Id<"factProposal">, over: Partial<DecisionForm> = {}, kind: FileKind = "income"): Promise<DecisionForm> {
  const { standing, boxes: shown } = await boxes(town[who], town, kind);
  return DecisionForm.parse({ proposalId: id, verdict: "accepted", openedOn: standing, seenIds: shown.flatMap(({ sides }) => sides.map((side) => side.id)), why: "", ...over });
}
const decide = async (town: Town, who: Who, id: Id<"factProposal">, over: Partial<DecisionForm> = {}, kind: FileKind = "income") =>
  decideProposal(town[who], await choice(town, who, id, over, kind));
const states = async ({ store }: Town) => Object.fromEntries((await store.read.select().from(factProposals)).map(({ says, state, why }) => [says, why ? `${state} ${why}` : state]));
const farming = async (desk: Desk, town: Town) => (await household(desk, town.homes.zhang))!.facts[0]!.shown.find(({ topic }) => topic === "farming")!;

test("adopted, it is the fact that stands, with its source and day; what stood before is read below it, and by whom each", async () => {
  const town = await township();
  const made = await propose(town, "he");
  expect(await boxes(town.lin, town)).toMatchObject({ boxes: [{ words: "收入来源·务农", conflict: false, sides: [{ says: "改种茶叶", by: "何国富", source: "走访", may: true }] }] });
  await decide(town, "lin", made!.id);
  expect(await farming(town.lin, town)).toMatchObject({
    says: "改种茶叶", asOf: "2026-03-03", source: "走访", by: "何国富说的，林晓采纳", earlier: [{ says: "种十亩水稻", asOf: "2025-11-24", source: "登记", by: "陈主任" }],
  });
  const [row] = await town.store.read.select().from(factProposals);
  expect(row).toMatchObject({ state: "accepted", decidedById: town.people.lin, factId: (await farming(town.lin, town)).id });
  expect((await town.store.read.select().from(ledger).where(eq(ledger.action, "fact.decide"))).map(({ reason }) => reason)).toEqual(["采纳"]);
  const [told] = await town.store.read.select().from(notices).where(eq(notices.kind, "fact_waits"));
  expect(told?.doneAt).toEqual(town.now);
});

test("two that differ are a conflict: one is chosen, the other is not adopted and says why; who said the same was right too", async () => {
  const town = await township();
  const tea = await propose(town, "he");
  await propose(town, "ge", { says: "地流转了，不种了" });
  await propose(town, "lin", { says: "改种茶叶" });
  expect((await boxes(town.lin, town)).boxes).toMatchObject([{ conflict: true, current: { says: "种十亩水稻" }, sides: [{}, {}, {}] }]);
  await decide(town, "lin", tea!.id);
  const rows = await town.store.read.select().from(factProposals).orderBy(factProposals.id);
  expect(rows.map(({ state, why }) => [state, why])).toEqual([["accepted", ""], ["declined", "采纳了何国富 3 月 3 日的说法"], ["accepted", ""]]);
  expect(rows[2]!.factId).toBe(rows[0]!.factId);
  const { settled, boxes: open } = await boxes(town.lin, town);
  expect([open, settled.map(({ says, by, decidedBy }) => [says, by, decidedBy])]).toEqual([[], [["地流转了，不种了", "葛小兰", "林晓"]]]);
});

test("what nobody saw waits on; what changed under the page is not written over", async () => {
  const town = await township();
  const tea = await propose(town, "he");
  const form = await choice(town, "lin", tea!.id);
  await propose(town, "ge", { says: "地流转了" });
  await decideProposal(town.lin, form);
  expect(await states(town)).toEqual({ 改种茶叶: "accepted", 地流转了: "open" });
  expect((await boxes(town.lin, town)).boxes).toMatchObject([{ conflict: true, sides: [{ says: "地流转了", moved: true }] }]);
  const late = { ...form, proposalId: (await boxes(town.lin, town)).boxes[0]!.sides[0]!.id };
  await expect(decideProposal(town.lin, late)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("刚有人改过") as string });
  await expect(decideProposal(town.lin, form)).rejects.toMatchObject({ code: "conflict" });
  await decideProposal(town.lin, { ...late, verdict: "declined", why: "只流转了两亩" });
  expect((await states(town))["地流转了"]).toBe("declined 只流转了两亩");
});

test("of the family somebody mends it by hand and says so; each stands for itself", async () => {
  const town = await township();
  const born = await propose(town, "he", { kind: "members", topic: null, says: "添了孙女" });
  await propose(town, "ge", { kind: "members", topic: null, says: "女儿出嫁了" });
  await propose(town, "lin", { kind: "members", topic: null, says: "添了孙女" });
  expect((await boxes(town.lin, town, "members")).boxes.map(({ conflict, sides }) => [conflict, sides.length])).toEqual([[false, 2], [false, 1]]);
  await decide(town, "lin", born!.id, {}, "members");
  expect((await town.store.read.select().from(factProposals).orderBy(factProposals.id)).map(({ says, state }) => `${says} ${state}`)).toEqual(["添了孙女 accepted", "女儿出嫁了 open", "添了孙女 accepted"]);
  expect(await town.store.read.select().from(facts).where(eq(facts.householdId, town.homes.zhang))).toHaveLength(3);
});

test("an exam that named no heading: whoever adopts it chooses one", async () => {
  const town = await township();
  const made = await propose(town, "he", { topic: null, says: "在茶厂上班" });
  await expect(decide(town, "lin", made!.id)).rejects.toMatchObject({ field: "topic" });
  await expect(decide(town, "lin", made!.id, { topic: "housing" })).rejects.toMatchObject({ field: "topic" });
  await decide(town, "lin", made!.id, { topic: "local_work" });
  expect((await household(town.lin, town.homes.zhang))!.facts[0]!.shown.map(({ heading, says }) => [heading, says])).toContainEqual(["本地务工", "在茶厂上班"]);
});

const opening = (town: Town, field: "facts" | "members") => Unmasking.parse({ id: newId(), householdId: town.homes.zhang, field, reason: "verify", words: "" });

test("the office opens what stands, with its password, and then decides", async () => {
  const town = await township();
  const made = await propose(town, "lin");
  await giveAccount(town, "chen");
  await openField(town.chen, { ...opening(town, "facts"), password: PASSWORD });
  await decide(town, "chen", made!.id);
  expect((await farming(town.lin, town)).says).toBe("改种茶叶");
});

test("who does not read the file opens it first; the office decides only what hides nothing; strangers find nothing", async () => {
  const town = await township();
  const made = await propose(town, "lin");
  expect(await boxes(town.he, town)).toMatchObject({ hidden: 1, boxes: [] });
  expect(JSON.stringify(await household(town.he, town.homes.zhang))).not.toContain("茶叶");
  const blind = DecisionForm.parse({ proposalId: made!.id, verdict: "accepted", openedOn: [], seenIds: [], why: "" });
  await expect(decideProposal(town.he, blind)).rejects.toMatchObject({ code: "forbidden", message: expect.stringContaining("先打开") as string });
  await expect(decideProposal(town.chen, await choice(town, "chen", made!.id))).rejects.toMatchObject({ code: "forbidden", message: expect.stringContaining("由包户干部或村干部核对") as string });
  for (const who of ["zhao", "wang", "kao", "zhen", "guan", "shen"] as const) await expect(decideProposal(town[who], blind), who).rejects.toMatchObject({ code: "not-found" });
  const own = await propose(town, "he", { topic: "rent", says: "偏屋租出去了" });
  expect(await boxes(town.he, town)).toMatchObject({ hidden: 1, boxes: [{ blind: true, sides: [{ says: "偏屋租出去了", may: true }] }] });
  await expect(decide(town, "he", own!.id)).rejects.toMatchObject({ code: "forbidden", message: expect.stringContaining("先打开") as string });
  await openField(town.he, opening(town, "facts"));
  await decide(town, "he", own!.id);
  expect(await boxes(town.he, town)).toMatchObject({ hidden: 0, boxes: [{ sides: [{ says: "改种茶叶" }] }] });
  await decide(town, "he", made!.id);
  expect((await farming(town.lin, town)).says).toBe("改种茶叶");
});

test("what an exam brought is decided by neither side of it, nor swept aside with another choice", async () => {
  const town = await township();
  const [quiz] = await town.store.write((tx) => tx.insert(quizzes).values({
    examineeId: town.people.lin, examinerId: town.people.kao, state: "released", plannedById: town.people.chen, plannedAt: town.now,
  }).returning());
  const exam = await propose(town, "kao", { says: "早不种地了", source: "exam", quizId: quiz!.id });
  const tea = await propose(town, "he");
  expect((await boxes(town.lin, town)).boxes[0]!.sides.map(({ isBarred }) => isBarred)).toEqual([true, false]);
  await expect(decide(town, "lin", exam!.id)).rejects.toMatchObject({ code: "forbidden", message: expect.stringContaining("考官和考核对象都不决定") as string });
  await decide(town, "lin", tea!.id);
  expect(await states(town)).toEqual({ 早不种地了: "open", 改种茶叶: "accepted" });
  await openField(town.he, opening(town, "facts"));
  await decide(town, "he", exam!.id);
  expect((await farming(town.lin, town)).says).toBe("早不种地了");
});

const typed = (town: Town, over: Partial<FactForm> = {}) => FactForm.parse({
  id: newId(), householdId: town.homes.zhang, kind: "income", topic: "farming", unclear: false, says: "改种茶叶", asOf: "2026-03-03", source: "file", ...over,
});

test("the same fact changed in two places: nothing is written over, nothing is lost, and the page says so", async () => {
  const town = await township();
  const openedOn = (await boxes(town.lin, town)).standing;
  await recordFact(town.he, typed(town, { says: "地流转了", openedOn }));
  const late = typed(town, { openedOn });
  await recordFact(town.lin, late);
  await recordFact(town.lin, late);
  expect((await farming(town.lin, town)).says).toBe("地流转了");
  expect((await boxes(town.lin, town)).boxes).toMatchObject([{ conflict: true, current: { says: "地流转了" }, sides: [{ says: "改种茶叶", by: "林晓", isTyped: true, moved: true }] }]);
  const [kept] = await town.store.read.select().from(factProposals);
  expect([kept!.basedOnId, openedOn.includes(kept!.basedOnId!)]).toEqual([kept!.basedOnId, true]);
  await recordFact(town.lin, typed(town, { says: "改种白茶", openedOn: (await boxes(town.lin, town)).standing }));
  expect((await farming(town.lin, town)).says).toBe("改种白茶");
  await expect(recordFact(town.wang, typed(town, { openedOn: [] }))).rejects.toMatchObject({ code: "forbidden" });
  await expect(recordFact(town.zhao, typed(town, { openedOn: [] }))).rejects.toMatchObject({ code: "not-found" });
});

const day = (at: string) => at as Day;
const A = { id: "a", says: "种水稻", asOf: day("2026-01-01") };
test.each([
  ["one, on what stands", A, [{ says: "种茶", basedOnId: "a", asOf: day("2026-02-01") }], false],
  ["one, on nothing where nothing stands", undefined, [{ says: "种茶", basedOnId: null, asOf: day("2026-02-01") }], false],
  ["two that say the same", A, [{ says: "种茶", basedOnId: "a", asOf: day("2026-02-01") }, { says: "种茶", basedOnId: "a", asOf: day("2026-02-02") }], false],
  ["two that differ", A, [{ says: "种茶", basedOnId: "a", asOf: day("2026-02-01") }, { says: "养鱼", basedOnId: "a", asOf: day("2026-02-01") }], true],
  ["the file changed since", A, [{ says: "种茶", basedOnId: "before", asOf: day("2026-02-01") }], true],
  ["the file came to say something since", A, [{ says: "种茶", basedOnId: null, asOf: day("2026-02-01") }], true],
  ["the file changed to just this", A, [{ says: "种水稻", basedOnId: "before", asOf: day("2026-02-01") }], false],
  ["older than what stands", A, [{ says: "种茶", basedOnId: "a", asOf: day("2025-12-01") }], true],
])("a conflict or not: %s", (_, current, sides, conflict) => {
  expect(isConflict(current, sides)).toBe(conflict);
});

test("whatever three people type, propose and decide in whatever order, no word is lost and one fact stands under a heading", async () => {
  const step = fc.record({ who: fc.constantFrom<Who>("lin", "he", "ge"), deed: fc.constantFrom("type", "typeLate", "propose", "adopt", "decline"), word: fc.constantFrom("茶", "稻", "鱼", "竹") });
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
    const town = await township();
    for (const who of ["he"] as const) await openField(town[who], opening(town, "facts"));
    const first = (await boxes(town.lin, town)).standing;
    const words = new Set(["种十亩水稻"]);
    for (const { who, deed, word } of steps) {
      const [waits] = await town.store.read.select().from(factProposals).where(eq(factProposals.state, "open"));
      if (deed === "adopt" || deed === "decline") {
        if (waits && who !== "ge") await decide(town, who, waits.id, deed === "decline" ? { verdict: "declined", why: "不是这样" } : {});
        continue;
      }
      words.add(word);
      if (deed === "propose") await propose(town, who, { says: word });
      else {
        const before = (await farming(town.lin, town)).id;
        const openedOn = deed === "type" ? (await boxes(town[who], town)).standing : first;
        await recordFact(town[who], typed(town, { says: word, openedOn }));
        expect((await farming(town.lin, town)).id === before).toBe(!openedOn.includes(before));
      }
    }
    const [stand, values, all] = [await town.store.read.select().from(facts), await town.store.read.select().from(factValues), await town.store.read.select().from(factProposals)];
    expect(stand.filter(({ householdId, topic, replacedAt }) => householdId === town.homes.zhang && topic === "farming" && !replacedAt)).toHaveLength(1);
    const kept = new Set([...values.map(({ says }) => says), ...all.map(({ says }) => says)]);
    for (const word of words) expect(kept.has(word), word).toBe(true);
  }), { numRuns: 25 });
}, 60_000);
