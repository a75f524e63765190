import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import { placePerson } from "@/db/seed/place";
import type { Town } from "@/db/seed/cast";
import { sqliteStore } from "@/db/store";
import { addDays } from "@/lib/kernel/calendar";
import { type Day, overlaps } from "@/lib/kernel/day";
import { type Id, newId } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { endPairing, openPairing } from "@/lib/pairings/acts";
import { proposeMatch } from "@/lib/pairings/acts-match";
import { EndPairingForm, PairingForm } from "@/lib/pairings/forms";
import { endedPairings, mentorChoices, openPairings, unpairedCadres } from "@/lib/pairings/reads";
import { submitVisit } from "@/lib/visits/acts";
import { fileDatabase, township } from "@/tests/support/township";
import { aVisit } from "@/tests/support/visits";

const today = "2026-03-04" as Day;
type Pair = Partial<PairingForm>;
const aPairing = ({ people }: Town, over: Pair = {}): PairingForm =>
  PairingForm.parse({ id: newId<"pairing">(), menteeId: people.zhao, mentorId: people.wang, startedOn: today, reason: "", atOnce: false, ...over });
const anEnd = (pairingId: Id<"pairing">, over: Partial<EndPairingForm> = {}): EndPairingForm =>
  EndPairingForm.parse({ pairingId, endedOn: today, reason: "轮岗", nextId: newId<"pairing">(), nextMentorId: "", handover: "入户沟通已经上手，接下来多带写材料", ...over });
const linsPairing = async (town: Town) => (await openPairings(town.chen)).find(({ menteeId }) => menteeId === town.people.lin)!.id;
const every = (town: Town) => town.store.read.select().from(tables.pairings);

test("the office pairs 赵宁, who then stands with her mentor and no longer among the unpaired", async () => {
  const town = await township();
  expect((await unpairedCadres(town.chen)).map(({ name }) => name)).toEqual(["赵宁"]);
  await openPairing(town.chen, aPairing(town));
  expect((await openPairings(town.chen)).map(({ mentee, mentor }) => `${mentee} ${mentor}`)).toEqual(["林晓 王建国", "赵宁 王建国"]);
  expect(await unpairedCadres(town.chen)).toEqual([]);
  expect((await mentorChoices(town.chen)).map(({ name, load, full }) => [name, load, full])).toEqual([["王建国", 2, true], ["周敏", 0, false]]);
});

test("the same form twice is one pairing and one line in the ledger", async () => {
  const town = await township();
  const form = aPairing(town);
  await openPairing(town.chen, form);
  await openPairing(town.chen, form);
  expect(await every(town)).toHaveLength(2);
  expect(await town.store.read.select().from(tables.ledger).where(eq(tables.ledger.action, "pairing.open"))).toHaveLength(1);
});

test("who may not be paired, and beside which field that is said", async () => {
  const town = await township();
  const { people: p, chen } = town;
  const left = await town.store.write((tx) => placePerson(tx, { name: "钱行远", roles: ["mentor"] }));
  await town.store.write((tx) => tx.update(tables.people).set({ leftOn: today }).where(eq(tables.people.id, left)));
  const refused = (over: Pair, field: string, words: string) =>
    expect(openPairing(chen, aPairing(town, over)), words).rejects.toMatchObject({ field, message: expect.stringContaining(words) as string });
  await refused({ mentorId: p.zhao }, "mentorId", "不能是同一个人");
  await refused({ mentorId: p.chen }, "mentorId", "陈主任 还不是导师");
  await refused({ menteeId: p.he }, "menteeId", "何国富 不是青年干部");
  await refused({ mentorId: left }, "mentorId", "不在岗");
  await refused({ mentorId: newId<"person">() }, "mentorId", "不在岗");
  await refused({ startedOn: addDays(today, 61) }, "startedOn", "最晚到 5 月 3 日");
  await expect(openPairing(chen, aPairing(town, { startedOn: addDays(today, 60) }))).resolves.toBeUndefined();
});

test("a second mentor at once is refused, naming both dates", async () => {
  const town = await township();
  const form = aPairing(town, { menteeId: town.people.lin, mentorId: town.people.zhou });
  await expect(openPairing(town.chen, form)).rejects.toMatchObject({
    field: "startedOn", message: "林晓 在 2026-01-07 至今 的导师是 王建国，和 2026-03-04 开始的这一段重叠。先结束那一段",
  });
  await endPairing(town.chen, anEnd(await linsPairing(town)));
  await expect(openPairing(town.chen, form)).rejects.toMatchObject({
    field: "startedOn", message: "林晓 在 2026-01-07 至 2026-03-04 的导师是 王建国，和 2026-03-04 开始的这一段重叠。开始日期要晚一些",
  });
  await openPairing(town.chen, { ...form, startedOn: addDays(today, 1) });
});

test("a third mentee needs a reason, and the reason stays with the pairing and in the ledger", async () => {
  const town = await township();
  const third = await town.store.write((tx) => placePerson(tx, { name: "苏晴", roles: ["cadre"] }));
  await openPairing(town.chen, aPairing(town));
  await expect(openPairing(town.chen, aPairing(town, { menteeId: third }))).rejects.toMatchObject({ field: "reason", message: expect.stringContaining("已经带了 2 名学员") as string });
  await openPairing(town.chen, aPairing(town, { menteeId: third, reason: "同一条线上" }));
  const lines = await town.store.read.select().from(tables.ledger).where(eq(tables.ledger.reason, "同一条线上"));
  expect(lines).toHaveLength(1);
});

test("an end lies between the first day and today, happens once, and takes what has not begun away", async () => {
  const town = await township();
  const id = await linsPairing(town);
  const end = (over: Partial<EndPairingForm>) => endPairing(town.chen, anEnd(id, over));
  await expect(end({ endedOn: addDays(today, 1) })).rejects.toMatchObject({ field: "endedOn", message: "结束日期不能晚于今天（3 月 4 日）" });
  await expect(end({ endedOn: "2026-01-06" as Day })).rejects.toMatchObject({ field: "endedOn", message: "结束日期不能早于开始日期 2026-01-07" });
  await end({});
  await expect(end({})).rejects.toMatchObject({ code: "conflict" });
  const future = aPairing(town, { startedOn: addDays(today, 30) });
  await openPairing(town.chen, future);
  await endPairing(town.chen, anEnd(future.id));
  expect((await every(town)).map((row) => row.id)).toEqual([id]);
  expect((await endedPairings(town.chen)).pairings.map(({ mentee, reason }) => [mentee, reason])).toEqual([["林晓", "轮岗"]]);
});

test("when a pairing ends, what waits with the mentor goes to the office, due when it was", async () => {
  const town = await township();
  const { id } = await submitVisit(town.lin, aVisit(town));
  const [before] = await town.store.read.select().from(tables.visits);
  await endPairing(town.chen, anEnd(await linsPairing(town)));
  const [visit] = await town.store.read.select().from(tables.visits);
  expect(before!.reviewerId).toBe(town.people.wang);
  expect(visit).toMatchObject({ id, reviewerId: null, state: "submitted", dueAt: before!.dueAt, version: before!.version + 1 });
  const steps = await town.store.read.select().from(tables.visitSteps).where(eq(tables.visitSteps.move, "reassign"));
  expect(steps.map(({ note, actorId }) => [note, actorId])).toEqual([["结对结束，转到党建办", town.people.chen]]);
});

test("with a next mentor it is one deed: the new pairing begins the day after, and open reviews go there", async () => {
  const town = await township();
  await submitVisit(town.lin, aVisit(town));
  const id = await linsPairing(town);
  await endPairing(town.chen, anEnd(id, { endedOn: addDays(today, -1), nextMentorId: town.people.zhou }));
  const [visit] = await town.store.read.select().from(tables.visits);
  expect(visit!.reviewerId).toBe(town.people.zhou);
  expect((await openPairings(town.chen)).map(({ mentee, mentor, startedOn }) => [mentee, mentor, startedOn])).toEqual([["林晓", "周敏", today]]);
  await expect(endPairing(town.chen, anEnd(id))).rejects.toMatchObject({ code: "conflict" });
});

test("when the next mentor cannot, nothing has ended", async () => {
  const town = await township();
  await submitVisit(town.lin, aVisit(town));
  const before = await every(town);
  const end = anEnd(await linsPairing(town), { nextMentorId: town.people.chen });
  await expect(endPairing(town.chen, end)).rejects.toMatchObject({ field: "nextMentorId" });
  expect(await every(town)).toEqual(before);
  expect((await town.store.read.select().from(tables.visits))[0]!.reviewerId).toBe(town.people.wang);
});

test("who may: the office alone; the pair see theirs, the leader all, a stranger none", async () => {
  const town = await township();
  const id = await linsPairing(town);
  for (const who of ["lin", "zhao", "wang", "zhou", "he", "ge", "kao", "zhen", "guan", "shen"] as const) {
    await expect(openPairing(town[who], aPairing(town)), who).rejects.toMatchObject({ code: "forbidden" });
    const sees = ["lin", "wang", "zhen"].includes(who);
    await expect(endPairing(town[who], anEnd(id)), who).rejects.toMatchObject({ code: sees ? "forbidden" : "not-found" });
    expect(await openPairings(town[who]), who).toHaveLength(sees ? 1 : 0);
  }
  expect(await every(town)).toHaveLength(1);
});

test("fifty at once: one pairing, one line in the ledger, and forty-nine who are told why", async () => {
  const store = sqliteStore(fileDatabase(join(mkdtempSync(join(tmpdir(), "qinglan-pairing-")), "town.db")));
  const town = await township({ store });
  const tries = Array.from({ length: 50 }, (_, n) => openPairing(town.chen, aPairing(town, { mentorId: n % 2 ? town.people.wang : town.people.zhou })));
  const ended = await Promise.allSettled(tries);
  expect(ended.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const one of ended) if (one.status === "rejected") expect(one.reason).toMatchObject({ field: "startedOn" });
  expect((await every(town)).filter(({ menteeId }) => menteeId === town.people.zhao)).toHaveLength(1);
  expect(await store.read.select().from(tables.ledger).where(eq(tables.ledger.action, "pairing.open"))).toHaveLength(1);
  store.close();
});

test("whatever the office does in whatever order, a cadre has at most one mentor on any day", async () => {
  const deed = fc.oneof(
    fc.record({ open: fc.constantFrom("wang", "zhou"), day: fc.integer({ min: -40, max: 70 }) }),
    fc.record({ end: fc.nat(5), day: fc.integer({ min: -40, max: 5 }), next: fc.constantFrom("", "wang", "zhou") }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 14 }), async (deeds) => {
      const town = await township();
      const person = (who: string) => (who ? town.people[who as "wang"] : "");
      for (const one of deeds) {
        const day = addDays(today, one.day);
        const rows = (await every(town)).filter(({ menteeId }) => menteeId === town.people.zhao);
        const done = "open" in one
          ? openPairing(town.chen, aPairing(town, { mentorId: person(one.open) as Id<"person">, startedOn: day, reason: "历史补录" }))
          : rows[one.end] && endPairing(town.chen, anEnd(rows[one.end]!.id, { endedOn: day, nextMentorId: person(one.next) }));
        await Promise.resolve(done).catch((error: unknown) => expect(error).toBeInstanceOf(Refusal));
      }
      const rows = (await every(town)).filter(({ menteeId }) => menteeId === town.people.zhao);
      for (const [at, a] of rows.entries()) for (const b of rows.slice(at + 1)) expect(overlaps(a, b)).toBe(false);
    }),
    { numRuns: 25 },
  );
});

test("ended pairings turn their pages, latest first", async () => {
  const town = await township();
  for (let n = 0; n < 35; n++) {
    const form = aPairing(town, { startedOn: addDays(today, -200 + n * 4) });
    await openPairing(town.chen, form);
    await endPairing(town.chen, anEnd(form.id, { endedOn: addDays(today, -200 + n * 4 + 2) }));
  }
  const first = await endedPairings(town.chen);
  const second = await endedPairings(town.chen, first.next);
  expect([first.pairings.length, second.pairings.length, second.next]).toEqual([30, 5, undefined]);
  const days = [...first.pairings, ...second.pairings].map(({ endedOn }) => endedOn);
  expect(days).toEqual(days.toSorted().toReversed());
});

test("a refusal tells whoever may not pair nothing of who is paired with whom", async () => {
  const town = await township();
  const { lin, zhou, wang } = town.people;
  for (const who of ["zhao", "lin", "wang", "he", "ge", "guan", "shen", "zhen"] as const) {
    for (const mentorId of [zhou, wang, lin]) await expect(openPairing(town[who], aPairing(town, { menteeId: lin, mentorId })), who).rejects.toMatchObject({ code: "forbidden" });
    await expect(proposeMatch(town[who], { startedOn: today, pairs: [{ id: newId<"pairing">(), menteeId: lin, mentorId: zhou }] }), who).rejects.toMatchObject({ code: "forbidden" });
  }
});
