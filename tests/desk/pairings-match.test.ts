import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import type { Town, Who } from "@/db/seed/cast";
import { assign, placePerson } from "@/db/seed/place";
import { sqliteStore } from "@/db/store";
import { addDays } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import { type Id, newId } from "@/lib/kernel/id";
import { endPairing, openPairing, proposePairing } from "@/lib/pairings/acts";
import { proposeMatch } from "@/lib/pairings/acts-match";
import { declinePairing } from "@/lib/pairings/acts-term";
import { EndPairingForm, PairingForm } from "@/lib/pairings/forms";
import { MatchForm } from "@/lib/pairings/forms-match";
import { matchMaterial } from "@/lib/pairings/reads-match";
import { reasonsOf } from "@/lib/pairings/rules-match";
import { judged, matched } from "@/lib/pairings/rules-plan";
import { keepSkills } from "@/lib/people/acts-skills";
import type { SkillsForm } from "@/lib/people/forms-skills";
import { fileDatabase, township } from "@/tests/support/township";

const today = "2026-03-04" as Day;
type PersonId = Id<"person">;
const match = (pairs: readonly (readonly [PersonId, PersonId])[], startedOn: Day = today) =>
  MatchForm.parse({ startedOn, pairs: pairs.map(([menteeId, mentorId]) => ({ id: newId<"pairing">(), menteeId, mentorId })) });
const one = (menteeId: PersonId, mentorId: PersonId): PairingForm => PairingForm.parse({ id: newId<"pairing">(), menteeId, mentorId, startedOn: today, reason: "" });
const every = (town: Town) => town.store.read.select().from(tables.pairings).orderBy(tables.pairings.id);
const ledger = (town: Town) => town.store.read.select().from(tables.ledger).where(eq(tables.ledger.action, "pairing.propose"));
const newcomer = (town: Town, name: string) => town.store.write((tx) => placePerson(tx, { name, roles: ["cadre"] }));
const skilled = (town: Town, who: Who, over: Partial<SkillsForm>) => keepSkills(town.chen, { personId: town.people[who], offers: [], wants: [], ...over });

test("what the office is offered rests on skills, villages now and before, and load", async () => {
  const town = await township();
  const { people: p, villages, chen } = town;
  await skilled(town, "zhao", { wants: ["petitions"], offers: ["digital"] });
  await skilled(town, "zhou", { offers: ["petitions"], wants: ["digital"] });
  await town.store.write((tx) => tx.insert(tables.assignments).values({ personId: p.zhou, villageId: villages.xiwu, placeId: villages.xiwu, startedOn: addDays(today, -900), endedOn: addDays(today, -300) }));
  const material = await matchMaterial(chen);
  expect(material.mentors.map(({ name, load }) => [name, load])).toEqual([["王建国", 1], ["周敏", 0]]);
  const { pairs, left } = judged(material, matched(material));
  expect(pairs.map(({ mentee, mentor, cost, parts }) => [mentee.name, mentor.name, cost, reasonsOf(parts)]))
    .toEqual([["赵宁", "周敏", 0, "想学 信访接待，对方擅长；对方联过西坞村；也能教对方 数字应用；还没有带学员"]]);
  expect(left).toEqual([]);
  await town.store.write((tx) => assign(tx, p.zhou, { villageId: villages.xiwu }, addDays(today, -10)));
  const again = await matchMaterial(chen);
  expect(reasonsOf(judged(again, matched(again)).pairs[0]!.parts)).toContain("同联西坞村");
});

test("two who parted badly are not put together again: a mentor's no, or both who said that it did not fit", async () => {
  const town = await township();
  const { people: p, chen, zhou } = town;
  const asked = one(p.zhao, p.zhou);
  await proposePairing(chen, asked);
  expect((await matchMaterial(chen)).mentees).toEqual([]);
  await declinePairing(zhou, { pairingId: asked.id, reason: "今年借调到区里" });
  expect((await matchMaterial(chen)).barred).toEqual([{ menteeId: p.zhao, mentorId: p.zhou, why: "没有接受过" }]);
  const [lins] = await every(town);
  await endPairing(chen, EndPairingForm.parse({ pairingId: lins!.id, endedOn: addDays(today, -1), reason: "轮岗", nextId: newId<"pairing">(), nextMentorId: "", handover: "" }));
  const said = (side: "mentor" | "mentee", fit: number) => town.store.write((tx) => tx.insert(tables.evaluations).values({
    pairingId: lins!.id, mentorId: p.wang, menteeId: p.lin, byId: side === "mentor" ? p.wang : p.lin, side, fit, helped: "下村", missed: "写材料", wish: "保重", at: town.now,
  }));
  await said("mentor", 2);
  expect((await matchMaterial(chen)).barred).toHaveLength(1);
  await said("mentee", 1);
  const material = await matchMaterial(chen);
  expect(material.barred).toContainEqual({ menteeId: p.lin, mentorId: p.wang, why: "带过，双方都觉得不合适" });
  expect(Object.fromEntries(matched(material))).toEqual({ [p.lin]: p.zhou, [p.zhao]: p.wang });
});

test("all are proposed in one go, each with its own line in the ledger; sent twice it is once", async () => {
  const town = await township();
  const { people: p, chen } = town;
  const form = match([[p.zhao, p.wang], [await newcomer(town, "苏晴"), p.zhou]], addDays(today, 5));
  await proposeMatch(chen, form);
  await proposeMatch(chen, form);
  const made = (await every(town)).filter(({ state }) => state === "proposed");
  expect(made.map(({ menteeId, mentorId, startedOn }) => [menteeId, mentorId, startedOn])).toEqual(form.pairs.map(({ menteeId, mentorId }) => [menteeId, mentorId, "2026-03-09"]));
  expect((await ledger(town)).map(({ subjectId }) => subjectId).sort()).toEqual(form.pairs.map(({ id }) => id).sort());
});

test("one that cannot be stops them all, and is named", async () => {
  const town = await township();
  const { people: p, chen } = town;
  const [su, ji, mo] = [await newcomer(town, "苏晴"), await newcomer(town, "季然"), await newcomer(town, "莫北")];
  const before = await every(town);
  const refused = (form: MatchForm, message: string) => expect(proposeMatch(chen, form), message).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining(message) as string });
  await refused(match([[su, p.zhou], [p.zhao, p.wang], [ji, p.wang]]), "季然 和导师 王建国：王建国 已经带了 2 名学员");
  await refused(match([[su, p.zhou], [ji, p.zhou], [mo, p.zhou]]), "莫北 和导师 周敏：周敏 已经带了 2 名学员");
  await refused(match([[su, p.zhou], [p.lin, p.zhou]]), "林晓 和导师 周敏：林晓 在 2026-01-07 至今 的导师是 王建国");
  await refused(match([[su, p.zhou], [su, p.wang]]), "苏晴 和导师 王建国：苏晴 已经有一份结对提议");
  await refused(match([[su, p.zhou], [ji, ji]]), "季然 和导师 季然：导师和学员不能是同一个人");
  await expect(proposeMatch(chen, match([[su, p.zhou]], addDays(today, 61)))).rejects.toMatchObject({ field: "startedOn" });
  expect(await every(town)).toEqual(before);
  expect(await ledger(town)).toEqual([]);
});

test("only the office", async () => {
  const town = await township();
  for (const who of ["lin", "zhao", "wang", "zhou", "he", "ge", "kao", "zhen", "guan", "shen"] as const)
    await expect(proposeMatch(town[who], match([[town.people.zhao, town.people.zhou]])), who).rejects.toMatchObject({ code: "forbidden" });
  expect(await every(town)).toHaveLength(1);
});

test("a pairing made meanwhile: whoever comes second makes nothing, however many try at once", async () => {
  const store = sqliteStore(fileDatabase(join(mkdtempSync(join(tmpdir(), "qinglan-match-")), "town.db")));
  const town = await township({ store });
  const { people: p, chen } = town;
  const su = await newcomer(town, "苏晴");
  const tries = Array.from({ length: 30 }, (_, n) =>
    n % 2 ? openPairing(chen, one(p.zhao, p.zhou)) : proposeMatch(chen, match([[su, p.zhou], [p.zhao, p.wang]])));
  const ended = await Promise.allSettled(tries);
  expect(ended.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const made = (await every(town)).filter(({ menteeId }) => menteeId !== p.lin);
  expect(made.map(({ menteeId, state }) => [menteeId, state])).toEqual(made.length === 1 ? [[p.zhao, "active"]] : [[su, "proposed"], [p.zhao, "proposed"]]);
  for (const end of ended) if (end.status === "rejected") expect(end.reason).toMatchObject({ message: expect.stringMatching(/苏晴|赵宁/) as string });
  store.close();
});

test("whoever was let go today is free tomorrow, and so is the place", async () => {
  const town = await township();
  const { people: p, chen } = town;
  const [lins] = await every(town);
  expect((await matchMaterial(chen)).from).toBe(today);
  await endPairing(chen, EndPairingForm.parse({ pairingId: lins!.id, endedOn: today, reason: "轮岗", nextId: newId<"pairing">(), nextMentorId: "", handover: "" }));
  const material = await matchMaterial(chen);
  expect([material.from, material.mentors.find(({ id }) => id === p.wang)!.load]).toEqual(["2026-03-05", 0]);
  await proposeMatch(chen, match([...matched(material)] as [PersonId, PersonId][], material.from));
  expect((await every(town)).filter(({ state }) => state === "proposed")).toHaveLength(2);
});
