import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import { Desk } from "@/lib/gate/desk";
import { verifyLedger } from "@/lib/gate/ledger";
import { newId } from "@/lib/kernel/id";
import { addHousehold, leaveHousehold, reviseHousehold, takeBackHousehold } from "@/lib/households/acts";
import { addMember, memberLeaves, reviseMember } from "@/lib/households/acts-people";
import { HouseholdForm, HouseholdLeaving, HouseholdRevision, MemberForm, MemberLeaving } from "@/lib/households/forms";
import { countHouseholds, householdKeyFrom, householdsPage } from "@/lib/households/reads";
import { household } from "@/lib/households/reads-file";
import { township } from "../support/township";

type Town = Awaited<ReturnType<typeof township>>;

const aHousehold = (town: Town, over = {}) =>
  HouseholdForm.parse({
    id: newId(), villageId: town.villages.dongling, gridId: "", code: "003", groupName: "1组", address: "1组3号", householder: "吴水根", phone: "", ...over,
  });
const aRevision = (town: Town, over = {}) =>
  HouseholdRevision.parse({
    householdId: town.homes.zhang, version: 1, gridId: "", groupName: "3组", address: "3组12号", householder: "张建国", phone: "", dropPhone: false, ...over,
  });

test("the office adds a household, and a village secretary adds one in their own village only", async () => {
  const town = await township();
  await addHousehold(town.chen, aHousehold(town, { code: " ００３ " }));
  await addHousehold(town.he, aHousehold(town, { code: "004" }));
  expect(await countHouseholds(town.he, {})).toBe(4);
  await expect(addHousehold(town.he, aHousehold(town, { villageId: town.villages.xiwu, code: "009" }))).rejects.toMatchObject({ code: "forbidden" });
  await expect(addHousehold(town.lin, aHousehold(town, { code: "005" }))).rejects.toMatchObject({ code: "forbidden" });
});

test("a number taken in the village is refused by name to those who may see it, and tells a stranger nothing", async () => {
  const town = await township();
  await expect(addHousehold(town.he, aHousehold(town, { code: "００1" }))).rejects.toMatchObject({ field: "code", message: expect.stringContaining("张**") as string });
  await expect(addHousehold(town.he, aHousehold(town, { villageId: town.villages.xiwu, code: "001" }))).rejects.toMatchObject({ code: "forbidden" });
  expect(await countHouseholds(town.chen, {})).toBe(4);
});

test("the same form sent twice makes one household, and one line in the ledger", async () => {
  const town = await township();
  const form = aHousehold(town);
  await addHousehold(town.chen, form);
  await addHousehold(town.chen, form);
  expect(await countHouseholds(town.chen, {})).toBe(5);
  expect((await verifyLedger(town.store.read)).rows).toBe(1);
  expect((await household(town.chen, form.id))!.members).toMatchObject([{ relation: "户主", name: "吴*" }]);
});

test("whoever looked at an older file is told who was there first, and nothing is written over", async () => {
  const town = await township();
  await reviseHousehold(town.he, aRevision(town, { address: "3组14号" }));
  await expect(reviseHousehold(town.lin, aRevision(town, { address: "别处" }))).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("何国富 03-04 09:00") as string });
  expect((await household(town.lin, town.homes.zhang))!.address).toBe("3组14号");
});

test("a stranger is told that there is no such household, whatever they try", async () => {
  const town = await township();
  for (const who of ["zhao", "kao", "guan", "shen", "zhen"] as const) {
    expect(await household(town[who], town.homes.zhang), who).toBeUndefined();
    await expect(reviseHousehold(town[who], aRevision(town)), who).rejects.toMatchObject({ code: "not-found" });
    expect(await countHouseholds(town[who], {}), who).toBe(who === "zhao" ? 2 : 0);
  }
});

test("a new householder is masked anew, found anew, and takes the first place in the family", async () => {
  const town = await township();
  await reviseHousehold(town.chen, aRevision(town, { householder: "欧阳小英" }));
  expect(await household(town.zhao, town.homes.zhang)).toBeUndefined();
  const seen = (await household(town.wang, town.homes.zhang))!;
  expect(seen.name).toBe("欧**");
  expect(seen.members.find((member) => member.relation === "户主")!.name).toBe("欧*");
  await reviseHousehold(town.lin, aRevision(town, { version: 2, householder: "张小英" }));
  const family = (await household(town.lin, town.homes.zhang))!.members;
  expect(family.map((member) => [member.relation, member.name])).toEqual([["其他", "欧阳小英"], ["户主", "张小英"]]);
});

test("a household that leaves is out of the list and stays readable; it can be taken back", async () => {
  const town = await township();
  const leaving = HouseholdLeaving.parse({ householdId: town.homes.li, version: 1, leftOn: "2026-03-01", why: "moved" });
  await expect(leaveHousehold(town.lin, leaving)).rejects.toMatchObject({ code: "forbidden" });
  await leaveHousehold(town.he, leaving);
  expect(await countHouseholds(town.he, {})).toBe(1);
  expect(await countHouseholds(town.he, { left: true })).toBe(1);
  expect((await household(town.he, town.homes.li))!.leftOn).toBe("2026-03-01");
  await takeBackHousehold(town.he, { householdId: town.homes.li, version: 2 });
  expect(await countHouseholds(town.he, {})).toBe(2);
});

test("members come, change and go; a child of nine is counted and not named", async () => {
  const town = await township();
  const householdId = town.homes.zhang;
  const child = MemberForm.parse({ id: newId(), householdId, kinship: "granddaughter", name: "张甜甜", birthYear: "２０１７", minor: false });
  await addMember(town.lin, child);
  await addMember(town.lin, child);
  expect(await household(town.lin, householdId)).toMatchObject({ hiddenMinors: 2, members: [{ name: "张建国" }, { name: "张小英" }] });
  const [, daughter] = (await household(town.lin, householdId))!.members;
  await reviseMember(town.he, { householdId, memberId: daughter!.id, kinship: "spouse", name: "", birthYear: undefined, minor: false });
  expect((await household(town.lin, householdId))!.members[1]).toMatchObject({ relation: "配偶", name: "张小英", birthYear: "1985" });
  const gone = MemberLeaving.parse({ householdId, memberId: daughter!.id, leftOn: "2026-03-02", why: "moved" });
  await expect(memberLeaves(town.lin, gone)).rejects.toMatchObject({ code: "forbidden" });
  await memberLeaves(town.he, gone);
  expect((await household(town.lin, householdId))!.members).toHaveLength(1);
  await expect(reviseMember(town.he, { householdId: town.homes.li, memberId: daughter!.id, kinship: "son", name: "", birthYear: undefined, minor: false })).rejects.toMatchObject({ code: "not-found" });
});

test("a telephone is changed blind: empty keeps it, a new one replaces it", async () => {
  const town = await township();
  const phones = () => town.store.read.select().from(tables.phones).where(eq(tables.phones.householdId, town.homes.zhang));
  await reviseHousehold(town.lin, aRevision(town));
  expect(await phones()).toMatchObject([{ number: "13900000001" }]);
  await reviseHousehold(town.lin, aRevision(town, { version: 2, phone: "０５７１-8200 0000" }));
  expect(await phones()).toMatchObject([{ number: "057182000000" }]);
  await reviseHousehold(town.lin, aRevision(town, { version: 3, dropPhone: true }));
  expect(await phones()).toEqual([]);
});

test("the longest unvisited come first, page after page, each once", async () => {
  const town = await township();
  for (let i = 10; i < 70; i++) await addHousehold(town.chen, aHousehold(town, { code: String(i) }));
  await town.store.write((tx) => tx.update(tables.households).set({ visitDueOn: "2026-02-01" as never, lastVisitedOn: "2026-01-02" as never }).where(eq(tables.households.id, town.homes.li)));
  const first = await householdsPage(town.chen, {});
  expect(first.rows[0]).toMatchObject({ code: "002", name: "李阿根", overdue: true, visited: "61 天前", everyDays: 30 });
  const second = await householdsPage(town.chen, {}, householdKeyFrom(first.next));
  const third = await householdsPage(town.chen, {}, householdKeyFrom(second.next));
  expect(third.next).toBeUndefined();
  expect(new Set([first, second, third].flatMap(({ rows }) => rows.map((row) => row.id))).size).toBe(64);
  expect((await householdsPage(town.chen, { overdue: true, villageId: town.villages.dongling })).rows).toHaveLength(1);
  expect(householdKeyFrom("2026-13-77~x")).toBeUndefined();
});

test("a later day makes what I keep overdue", async () => {
  const town = await township();
  const later = (await Desk.of(town.store, town.lin.me.id, new Date("2026-04-20T09:00:00+08:00")))!;
  expect(await countHouseholds(town.lin, { overdue: true, mine: true })).toBe(0);
  expect(await countHouseholds(later, { overdue: true, mine: true })).toBe(1);
});
