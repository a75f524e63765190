import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import type { Town } from "@/db/seed/cast";
import { addDays } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import { newId } from "@/lib/kernel/id";
import { openPairing } from "@/lib/pairings/acts";
import { addPerson, renameAccount, revisePerson } from "@/lib/people/acts";
import { letLeave } from "@/lib/people/acts-leave";
import { PersonForm, type PersonInput, RevisePersonForm } from "@/lib/people/forms";
import { accountOf, bondsOf, directory, directorySize, latestVisits, personAt, placesServed } from "@/lib/people/reads";
import { rolesFault } from "@/lib/people/rules";
import { submitVisit } from "@/lib/visits/acts";
import { role, separated } from "@/lib/words/person";
import { comeIn, giveAccount } from "@/tests/support/accounts";
import { township } from "@/tests/support/township";
import { aVisit } from "@/tests/support/visits";

const today = "2026-03-04" as Day;
const aPerson = (over: Partial<PersonInput> = {}): PersonForm =>
  PersonForm.parse({ id: newId<"person">(), name: "苏晴", roles: ["cadre"], department: "党政办", title: "科员", staffNo: "", account: "", ...over });
const revision = (town: Town, over: Partial<RevisePersonForm> = {}): RevisePersonForm =>
  RevisePersonForm.parse({ personId: town.people.lin, version: 1, name: "林晓", roles: ["cadre"], department: "", title: "", staffNo: "", ...over });
const linesOf = (town: Town, action: string) => town.store.read.select().from(tables.ledger).where(eq(tables.ledger.action, action));

test("the office adds a person once, with an account and no password, in one deed", async () => {
  const town = await township();
  const form = aPerson();
  await addPerson(town.chen, form);
  await addPerson(town.chen, form);
  expect(await personAt(town.lin, form.id)).toMatchObject({ name: "苏晴", department: "党政办", roles: ["cadre"] });
  expect(await accountOf(town.chen, form.id)).toMatchObject({ name: "suqing", activatedAt: null });
  const [secret] = await town.store.read.select().from(tables.credentials);
  expect(secret).toMatchObject({ passwordHash: null, activationHash: null });
  expect(await linesOf(town, "person.add")).toHaveLength(1);
});

test("namesakes get numbered accounts; a wished one that is taken is refused with another", async () => {
  const town = await township();
  for (let count = 0; count < 3; count++) await addPerson(town.chen, aPerson());
  const names = (await town.store.read.select().from(tables.accounts)).map(({ name }) => name);
  expect(names).toEqual(["suqing", "suqing2", "suqing3"]);
  await expect(addPerson(town.chen, aPerson({ account: "SuQing" }))).rejects.toMatchObject({ field: "account", message: expect.stringContaining("suqing4") as string });
  expect(await directorySize(town.chen, { q: "suqing" })).toBe(3);
});

test.each([
  ["单雄信", "shanxiongxin"], ["仇英", "qiuying"], ["曾国", "zengguo"], ["吕绿", "lvlv"], ["阿卜杜·热西提", "abudurexiti"], ["Ann", "ann"], ["Éloïse", "eloise"], ["Жан", "ren"],
])("%s signs in as %s", async (name, account) => {
  const town = await township();
  const form = aPerson({ name });
  await addPerson(town.chen, form);
  expect((await accountOf(town.chen, form.id))!.name).toBe(account);
});

test("what is typed is cleaned, and what cannot be is named", () => {
  expect(aPerson({ name: " 苏\u200b　晴 ", staffNo: " ＹＱ００１ " })).toMatchObject({ name: "苏晴", staffNo: "YQ001" });
  const faults = (over: Partial<PersonInput>) => PersonForm.safeParse({ ...aPerson(), ...over }).error?.issues.map(({ path }) => path[0]);
  expect(faults({ name: "苏" })).toEqual(["name"]);
  expect(faults({ name: "苏晴2号" })).toEqual(["name"]);
  expect(faults({ name: "苏晴🙂" })).toEqual(["name"]);
  expect(faults({ roles: [] })).toEqual(["roles"]);
  expect(faults({ department: "长".repeat(31) })).toEqual(["department"]);
  expect(faults({ staffNo: "a b\u202e'--" })).toEqual(["staffNo"]);
  for (const account of ["ab", "1lin", "lin xiao", "林晓", "a".repeat(33)]) expect(faults({ account }), account).toEqual(["account"]);
  expect(PersonForm.safeParse({ ...aPerson(), version: 9 }).success).toBe(false);
});

test("党建办, 系统管理员 and 审计员 are given and taken by nobody here, and never two to one person", async () => {
  for (const one of separated) {
    expect(rolesFault([one])).toContain("只能在建镇时用命令给");
    expect(rolesFault(["cadre"], ["cadre", one])).toContain("只能在建镇时用命令给");
    expect(rolesFault(["cadre", one], [one])).toBeUndefined();
    for (const other of separated) if (other !== one) expect(rolesFault([one, other], [one, other])).toContain("不能由同一个人担任");
  }
  const town = await township();
  for (const one of separated) {
    await expect(addPerson(town.chen, aPerson({ roles: ["cadre", one] }))).rejects.toMatchObject({ field: "roles" });
    await expect(revisePerson(town.chen, revision(town, { roles: ["cadre", one] }))).rejects.toMatchObject({ field: "roles" });
  }
  await expect(revisePerson(town.chen, revision(town, { personId: town.people.guan, name: "管系统", roles: ["cadre"] }))).rejects.toMatchObject({ field: "roles" });
  expect(role.values.length - separated.length).toBe(7);
});

test("two windows on one person: the second hears that it was changed", async () => {
  const town = await township();
  await revisePerson(town.chen, revision(town, { department: "农办" }));
  await expect(revisePerson(town.chen, revision(town, { department: "社事办" }))).rejects.toMatchObject({ code: "conflict" });
  expect(await personAt(town.chen, town.people.lin)).toMatchObject({ department: "农办", version: 2 });
});

test("a 工号 belongs to one person, and a mentor with mentees stays a mentor", async () => {
  const town = await township();
  await revisePerson(town.chen, revision(town, { staffNo: "YQ7" }));
  await expect(addPerson(town.chen, aPerson({ staffNo: "YQ7" }))).rejects.toMatchObject({ field: "staffNo", message: "工号 YQ7 已经是 林晓 的" });
  await expect(revisePerson(town.chen, revision(town, { version: 2, roles: ["villageCadre"] }))).rejects.toMatchObject({ field: "roles", message: expect.stringContaining("先结束结对") as string });
  await expect(revisePerson(town.chen, revision(town, { personId: town.people.wang, name: "王建国", roles: ["judge"] }))).rejects.toMatchObject({ field: "roles" });
});

test("林晓 leaves: everything she held ends today and what waited goes to the office, in one transaction", async () => {
  const town = await township();
  await comeIn(town.store, await giveAccount(town, "lin"), town.now);
  await submitVisit(town.lin, aVisit(town));
  await letLeave(town.chen, { personId: town.people.lin, reason: "调到区里" });
  const [visit] = await town.store.read.select().from(tables.visits);
  expect(visit).toMatchObject({ reviewerId: null, state: "submitted" });
  const served = await placesServed(town.chen, town.people.lin);
  expect(served.map(({ endedOn }) => endedOn)).toEqual([today, today]);
  expect((await bondsOf(town.chen, town.people.lin)).mentors.map(({ endedOn }) => endedOn)).toEqual([today]);
  const reasons = await town.store.read.select().from(tables.ledger).where(eq(tables.ledger.reason, "调到区里"));
  expect(reasons.map(({ action }) => action).toSorted()).toEqual(["assignment.end", "assignment.end", "pairing.end", "person.leave"]);
  expect(await directorySize(town.chen, { q: "林晓" })).toBe(0);
  expect(await directorySize(town.chen, { q: "林晓", left: true })).toBe(1);
  expect((await town.store.read.select().from(tables.sessions))[0]).toMatchObject({ endedAt: town.now, cause: "left" });
  expect((await accountOf(town.chen, town.people.lin))!.disabledAt).toEqual(town.now);
  await expect(letLeave(town.chen, { personId: town.people.lin, reason: "再来一次" })).rejects.toMatchObject({ code: "conflict" });
  await expect(revisePerson(town.chen, revision(town, { version: 2 }))).rejects.toMatchObject({ code: "conflict" });
});

test("a mentor leaves: the mentees' open reviews go to the office and a pairing still to begin is withdrawn", async () => {
  const town = await township();
  await submitVisit(town.lin, aVisit(town));
  await openPairing(town.chen, { id: newId<"pairing">(), menteeId: town.people.zhao, mentorId: town.people.wang, startedOn: addDays(today, 10), reason: "" });
  await letLeave(town.chen, { personId: town.people.wang, reason: "退休" });
  expect((await town.store.read.select().from(tables.visits))[0]!.reviewerId).toBeNull();
  const pairings = await town.store.read.select().from(tables.pairings);
  expect(pairings.map(({ menteeId, endedOn }) => [menteeId, endedOn])).toEqual([[town.people.lin, today]]);
});

test("the directory turns its pages as a telephone list, and narrows by name, role, village and mentor", async () => {
  const town = await township();
  for (let count = 0; count < 60; count++) await addPerson(town.chen, aPerson({ name: `测${"一二三四五六七八九十"[count % 10]}`, roles: ["judge"] }));
  const first = await directory(town.lin, {});
  const second = await directory(town.lin, { after: first.next! });
  expect([first.people.length, second.people.length, second.next]).toEqual([50, 21, undefined]);
  expect(new Set([...first.people, ...second.people].map(({ id }) => id)).size).toBe(71);
  const found = async (filter: Parameters<typeof directory>[1]) => (await directory(town.chen, filter)).people.map(({ name }) => name);
  expect(await found({ role: "mentor" })).toEqual(["王建国", "周敏"]);
  expect(await found({ villageId: town.villages.xiwu })).toEqual(["赵宁"]);
  expect(await found({ unpaired: true })).toEqual(["赵宁"]);
  expect(await found({ q: "wjg" })).toEqual(["王建国"]);
  expect(await found({ q: "%" })).toEqual(await found({}));
  expect(first.people.find(({ name }) => name === "林晓")?.villages ?? second.people.find(({ name }) => name === "林晓")!.villages).toEqual(["东岭村"]);
});

test("a person's page shows each reader what is theirs to see", async () => {
  const town = await township();
  await submitVisit(town.lin, aVisit(town));
  const seen = async (who: "lin" | "zhao" | "wang" | "chen" | "zhen" | "guan" | "shen") => ({
    visits: (await latestVisits(town[who], town.people.lin)).length,
    mentor: (await bondsOf(town[who], town.people.lin)).mentors.length,
    places: (await placesServed(town[who], town.people.lin)).length,
  });
  expect(await seen("lin")).toEqual({ visits: 1, mentor: 1, places: 2 });
  expect(await seen("wang")).toEqual({ visits: 1, mentor: 1, places: 2 });
  expect(await seen("chen")).toEqual({ visits: 1, mentor: 1, places: 2 });
  expect(await seen("zhen")).toEqual({ visits: 0, mentor: 1, places: 1 });
  for (const who of ["zhao", "guan", "shen"] as const) expect(await seen(who), who).toEqual({ visits: 0, mentor: 0, places: 1 });
});

test("who may: the office alone adds, changes, renames and lets go; nobody lets themselves go", async () => {
  const town = await township();
  const mine = aPerson();
  await addPerson(town.chen, mine);
  const account = (await accountOf(town.chen, mine.id))!;
  for (const who of ["lin", "wang", "he", "ge", "kao", "zhen", "guan", "shen"] as const) {
    const desk = town[who];
    await expect(addPerson(desk, aPerson()), who).rejects.toMatchObject({ code: "forbidden" });
    await expect(revisePerson(desk, revision(town)), who).rejects.toMatchObject({ code: "forbidden" });
    await expect(letLeave(desk, { personId: mine.id, reason: "试试" }), who).rejects.toMatchObject({ code: "forbidden" });
    await expect(renameAccount(desk, { accountId: account.id, account: "taken" }), who).rejects.toMatchObject({ code: who === "guan" ? "forbidden" : "not-found" });
  }
  await expect(letLeave(town.chen, { personId: town.people.chen, reason: "试试" })).rejects.toMatchObject({ code: "forbidden" });
  await renameAccount(town.chen, { accountId: account.id, account: "su.qing" });
  expect((await accountOf(town.chen, mine.id))!.name).toBe("su.qing");
});
