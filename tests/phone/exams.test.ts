import "fake-indexeddb/auto";
import * as fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { keepPaper, letGoOfPapers, paperOf, papersHere } from "@/app/_phone/exams";
import { isUnsent } from "@/app/_phone/item";
import type { Outbox } from "@/app/_phone/outbox";
import { rescueFile, takeIn } from "@/app/_phone/rescue";
import { drain, type Post } from "@/app/_phone/sender";
import type { Result } from "@/app/api/v1/outbox/deliver";
import { POST } from "@/app/api/v1/outbox/route";
import { tables } from "@/db/schema";
import { newId } from "@/lib/kernel/id";
import type { SheetInput } from "@/lib/quizzes/forms-sheets";
import { type ExamPaper, examPaper } from "@/lib/quizzes/reads-exam";
import { sent } from "../support/mishaps";
import { freshPhone, tabOf } from "../support/phones";
import { drawn, HOUR, planned, sheetFor, sitsAt } from "../support/quiz-life";

/* The life of an exam sheet on a phone: it rests sealed, outlives the page, arrives once, and what was taken along for it goes. */

vi.mock("@/app/api/v1/revoked", () => ({ revokedHere: () => Promise.resolve(false) }));
vi.mock("@/lib/gate/session", () => ({ deskOfRequest: async () => (await import("../support/mishaps")).sent.by }));
afterEach(() => void (sent.by = undefined));

const [kao, fang] = [newId<"person">(), newId<"person">()];
const secret = "户主 张建国\n女儿 张小英";
const paper = (over: Partial<ExamPaper> = {}): ExamPaper => ({
  quizId: newId<"quiz">(), drawId: newId<"draw">(), overAt: 10_000_000, over: "", examinee: "林晓", two: false, handedIn: false, notes: [],
  home: { code: "001", name: "张**", village: "东岭村", group: "3组" }, items: [{ item: "members", asked: true, state: "有答案", says: secret, asOf: null }], ...over,
});
const sheet = ({ quizId, drawId }: ExamPaper, over: Partial<SheetInput> = {}): SheetInput =>
  ({ id: newId<"quizSheet">(), quizId, drawId, marks: [{ item: "members", points: 2, wrongKey: false, correction: "" }], found: "found", minutes: 4, words: "在家", finishedAt: 5_000, ...over });
const answers = (to: (id: string) => Result): Post => (envelope) => {
  const { items } = envelope as { items: { sheet: SheetInput }[] };
  return Promise.resolve({ status: 200, answer: { ok: true, results: items.map(({ sheet }) => to(sheet.id)) } });
};
const taken = answers((id) => ({ id, result: "sent", version: 1 }));

test("every tap rests sealed and is there again in another tab; nothing of the answer can be read on the phone", async () => {
  const phone = await freshPhone();
  const [one, held] = [await tabOf(phone, kao), paper()];
  await keepPaper(one, held);
  const said = sheet(held, { words: "家里只有老人" });
  await one.restSheet(said, "张** 户 · 东岭村", "draft", 77);
  await one.restSheet({ ...said, found: "helped" }, "张** 户 · 东岭村", "draft", 77);
  const again = await tabOf(phone, kao);
  expect(await again.item(said.id)).toMatchObject({ deed: "examine", state: "draft", setOutAt: 77, sheet: { ...said, found: "helped" } });
  expect(await papersHere(again, 1)).toEqual([held]);
  const beside = (await phone.belonging(`exam:${held.quizId}`))!.value as { bytes: ArrayBuffer };
  const resting = [(await phone.row(said.id))!.bytes, beside.bytes].map((bytes) => Buffer.from(bytes));
  for (const bytes of resting) for (const word of ["张", "老人", "members", "helped"]) expect([bytes.length > 50, bytes.includes(word)]).toEqual([true, false]);
  const other = await tabOf(phone, fang);
  expect([await papersHere(other, 1), await other.items()]).toEqual([[], []]);
});

test("handed in it goes by itself; arrived, its words and what was taken along are gone from the phone", async () => {
  const tab = await tabOf(await freshPhone(), kao, () => 1_000);
  const held = paper();
  await keepPaper(tab, held);
  await tab.restSheet(sheet(held, { id: "s" }), "张** 户", "queued");
  expect(await drain(tab, () => Promise.resolve(undefined), () => 1_000)).toBe("no-network");
  expect([(await tab.item("s"))?.state, await papersHere(tab, 1)]).toEqual(["queued", [held]]);
  let envelope: unknown;
  await drain(tab, (one) => ((envelope = one), taken(one)), () => 1_000, true);
  expect(envelope).toMatchObject({ version: 2, owner: kao, items: [{ deed: "examine", sheet: { id: "s", words: "在家" } }] });
  expect(await tab.item("s")).toMatchObject({ state: "sent", door: "张** 户", sheet: { quizId: held.quizId, marks: [], words: "" } });
  expect(await tab.shelf.belongingNames("exam:")).toEqual([]);
});

test("what is on its way, or has arrived, is not written over by a late tap; taken back or refused, it goes on", async () => {
  const tab = await tabOf(await freshPhone(), kao);
  const said = sheet(paper());
  await tab.restSheet(said, "", "queued");
  for (const state of ["queued", "sending", "sent"] as const) {
    await tab.keep({ ...(await tab.item(said.id))!, state });
    await tab.restSheet({ ...said, words: "晚到的" }, "", "draft");
    expect(await tab.item(said.id)).toMatchObject({ state, sheet: { words: "在家" } });
  }
  await tab.keep({ ...(await tab.item(said.id))!, state: "queued" });
  await drain(tab, answers((id) => ({ id, result: "rejected", message: "考的已经不是这一户", fields: {} })), () => 1, true);
  expect(await tab.item(said.id)).toMatchObject({ state: "rejected", reason: "考的已经不是这一户", sheet: { words: "在家" } });
  await tab.restSheet({ ...said, words: "改过" }, "", "draft");
  expect(await tab.item(said.id)).toMatchObject({ state: "draft", sheet: { words: "改过" } });
});

test("a day after the end what was taken along goes by itself; until then it opens", async () => {
  const tab = await tabOf(await freshPhone(), kao);
  const [old, young] = [paper({ overAt: 1_000 }), paper({ overAt: 9_000 })];
  await keepPaper(tab, old);
  await keepPaper(tab, young);
  const day = 24 * HOUR;
  expect(await paperOf(tab, old.quizId, 999 + day)).toEqual(old);
  expect(await papersHere(tab, 1_000 + day)).toEqual([young]);
  expect(await tab.shelf.belongingNames("exam:")).toEqual([`exam:${young.quizId}`]);
});

test("signing out keeps what an unfinished sheet needs, and nothing else; an unfinished sheet is unsent, and goes into the rescue file", async () => {
  const tab = await tabOf(await freshPhone(), kao);
  const [begun, looked] = [paper({ overAt: Date.now() }), paper({ overAt: Date.now() })];
  for (const one of [begun, looked]) await keepPaper(tab, one);
  const said = sheet(begun);
  await tab.restSheet(said, "张** 户", "draft");
  expect((await tab.items()).filter(isUnsent)).toHaveLength(1);
  await letGoOfPapers(tab);
  expect(await tab.shelf.belongingNames("exam:")).toEqual([`exam:${begun.quizId}`]);
  const text = JSON.stringify(await rescueFile(tab));
  await tab.remove(said.id);
  await letGoOfPapers(tab);
  expect(await tab.shelf.belongingNames("exam:")).toEqual([]);
  expect(text).not.toContain("在家");
  expect(await takeIn(tab, text)).toEqual({ back: 1, newer: 0, shut: 0 });
  expect(await tab.item(said.id)).toMatchObject({ deed: "examine", sheet: said });
});

test("where another household is drawn, what was begun at the one before goes; what was handed in there stays to be answered", async () => {
  const tab = await tabOf(await freshPhone(), kao);
  const first = paper();
  const [begun, handed] = [sheet(first), sheet(first)];
  await keepPaper(tab, first);
  await tab.restSheet(begun, "", "draft");
  await tab.restSheet(handed, "", "queued");
  await keepPaper(tab, first);
  expect(await tab.items()).toHaveLength(2);
  const next = paper({ quizId: first.quizId });
  await keepPaper(tab, next);
  expect([(await tab.items()).map(({ id }) => id), await papersHere(tab, 1)]).toEqual([[handed.id], [next]]);
});

/** What a network does with an envelope, as in the schedules of visits. */
type Net = "good" | "off" | "late" | "broken";
const nets = fc.array(fc.record({ net: fc.constantFrom<Net>("good", "off", "late", "broken"), tab: fc.nat({ max: 1 }), tap: fc.boolean() }), { maxLength: 8 });

async function hand(envelope: object) {
  const answer = await POST(new Request("http://127.0.0.1:3000/api/v1/outbox", { method: "POST", body: JSON.stringify(envelope) }));
  return { status: answer.status, answer: (await answer.json()) as { ok: false } };
}
const through = (net: Net): Post => async (envelope) => {
  if (net === "off") return undefined;
  if (net === "broken") return { status: 500, answer: { ok: false } };
  const answer = await hand(envelope);
  return net === "late" ? undefined : answer; // it was written, and nobody heard
};

test("through any weather one sheet arrives once, as it was handed in, and is never called sent before", { timeout: 120_000 }, async () => {
  await fc.assert(fc.asyncProperty(nets, async (steps) => {
    const at = await planned({ two: false });
    const drawId = await drawn(at);
    const desk = await sitsAt(at.town, at.town.people.kao, HOUR);
    sent.by = desk;
    const [phone, form] = [await freshPhone(), await sheetFor(at, drawId)];
    const tabs: Outbox[] = [await tabOf(phone, desk.me.id), await tabOf(phone, desk.me.id)];
    await keepPaper(tabs[0]!, (await examPaper(desk, at.id))!);
    await tabs[0]!.restSheet(form, "", "queued");
    const there = async () => (await at.town.store.read.select().from(tables.quizSheets)).length;
    for (const { net, tab, tap } of [...steps, { net: "good" as const, tab: 0, tap: false }]) {
      if (tap) await tabs[1 - tab]!.restSheet({ ...form, words: "又点了一下" }, "", "draft");
      await drain(tabs[tab]!, through(net), Date.now, true);
      const state = (await tabs[tab]!.item(form.id))?.state;
      if (state === "sent") expect(await there()).toBe(1);
      expect(["queued", "sending", "sent"]).toContain(state);
    }
    expect([(await tabs[1]!.item(form.id))?.state, await there()]).toEqual(["sent", 1]);
    expect(await at.town.store.read.select().from(tables.quizSheets)).toMatchObject([{ id: form.id, words: form.words }]);
    expect(await phone.belongingNames("exam:")).toEqual([]);
  }), { numRuns: 12 });
});
