import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import type { Town } from "@/db/seed/cast";
import { addDays } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import { newId } from "@/lib/kernel/id";
import { Desk } from "@/lib/gate/desk";
import { addGrid, addVillage, reviseVillage } from "@/lib/villages/acts";
import { endAssignment, openAssignment } from "@/lib/villages/acts-serve";
import { AssignmentForm, type AssignmentInput, ReviseVillageForm, VillageForm, type VillageInput } from "@/lib/villages/forms";
import { gridsOf, servingAt, villagesServed } from "@/lib/villages/reads";
import { submitVisit } from "@/lib/visits/acts";
import { township } from "@/tests/support/township";
import { aVisit } from "@/tests/support/visits";

const today = "2026-03-04" as Day;
const aVillage = (over: Partial<VillageInput> = {}): VillageForm =>
  VillageForm.parse({ id: newId<"village">(), name: "南塘社区", code: "900000000203", kind: "community", visitEveryDays: 30, ...over });
const aTask = ({ people, villages }: Town, over: Partial<AssignmentInput> = {}): AssignmentForm =>
  AssignmentForm.parse({ id: newId<"assignment">(), personId: people.zhao, villageId: villages.dongling, way: "village", gridId: "", householdCode: "", startedOn: today, ...over });
const dueDays = (town: Town) =>
  town.store.read.select({ id: tables.households.id, due: tables.households.visitDueOn }).from(tables.households)
    .then((rows) => Object.fromEntries(rows.map(({ id, due }) => [Object.entries(town.homes).find(([, home]) => home === id)![0], due])));

test("the office adds the next village once; its name and code are its own", async () => {
  const town = await township();
  const form = aVillage({ code: "９００００００００２０３" });
  await addVillage(town.chen, form);
  await addVillage(town.chen, form);
  expect((await villagesServed(town.chen)).map(({ name, households }) => [name, households])).toEqual([["东岭村", 2], ["南塘社区", 0], ["西坞村", 2]]);
  await expect(addVillage(town.chen, aVillage({ code: "900000000299" }))).rejects.toMatchObject({ field: "name" });
  await expect(addVillage(town.chen, aVillage({ name: "北塘社区" }))).rejects.toMatchObject({ field: "code", message: "代码 900000000203 已经是 南塘社区 的" });
});

test("a code has twelve digits, and a visit is due every 7 to 180 days", () => {
  const faults = (over: object) => VillageForm.safeParse({ ...aVillage(), ...over }).error?.issues.map(({ path }) => path[0]);
  for (const code of ["", "90000000020", "9000000002033", "90000000020a"]) expect(faults({ code }), code).toEqual(["code"]);
  for (const visitEveryDays of [6, 181, 7.5, NaN, "30"]) expect(faults({ visitEveryDays }), String(visitEveryDays)).toEqual(["visitEveryDays"]);
  for (const visitEveryDays of [7, 180]) expect(faults({ visitEveryDays })).toBeUndefined();
});

test("when a village is visited more often, its visited households are due sooner, in the same deed; others stay", async () => {
  const town = await township();
  await submitVisit(town.lin, aVisit(town, { visitedOn: "2026-03-03" }));
  expect(await dueDays(town)).toEqual({ zhang: "2026-04-02", li: today, sun: today, qian: today });
  const form = ReviseVillageForm.parse({ villageId: town.villages.dongling, version: 1, name: "东岭村", visitEveryDays: 14 });
  await reviseVillage(town.chen, form);
  expect(await dueDays(town)).toEqual({ zhang: "2026-03-17", li: today, sun: today, qian: today });
  await expect(reviseVillage(town.chen, form)).rejects.toMatchObject({ code: "conflict" });
  await expect(reviseVillage(town.chen, { ...form, version: 2, name: "西坞村" })).rejects.toMatchObject({ field: "name" });
});

test("grids are added to a village, each name once", async () => {
  const town = await township();
  const form = { id: newId<"grid">(), villageId: town.villages.dongling, name: "二网格" };
  await addGrid(town.chen, form);
  await addGrid(town.chen, form);
  await expect(addGrid(town.chen, { ...form, id: newId<"grid">() })).rejects.toMatchObject({ field: "name" });
  await addGrid(town.chen, { ...form, id: newId<"grid">(), villageId: town.villages.xiwu });
  expect((await gridsOf(town.lin, town.villages.dongling)).map(({ name }) => name)).toEqual(["一网格", "二网格"]);
});

test("an assignment gives its person the village from the next request, and takes it back", async () => {
  const town = await township();
  const worksThere = async () => (await Desk.of(town.store, town.people.zhao, town.now))!.me.worksIn(town.villages.dongling);
  const form = aTask(town);
  await openAssignment(town.chen, form);
  await openAssignment(town.chen, form);
  expect(await worksThere()).toBe(true);
  await endAssignment(town.chen, { assignmentId: form.id, endedOn: addDays(today, -0) });
  expect(await worksThere()).toBe(true); // the last day still counts
  expect((await Desk.of(town.store, town.people.zhao, new Date(town.now.getTime() + 86_400_000)))!.me.worksIn(town.villages.dongling)).toBe(false);
  expect((await servingAt(town.chen, town.villages.dongling)).find(({ id }) => id === form.id)!.endedOn).toBe(today);
});

test("the same task twice at once is refused, naming both dates; after its end it may begin again", async () => {
  const town = await township();
  const form = aTask(town, { startedOn: addDays(today, -10) });
  await openAssignment(town.chen, form);
  await expect(openAssignment(town.chen, aTask(town))).rejects.toMatchObject({
    field: "startedOn", message: "从 2026-02-22 一直到现在已经有这项安排，和 2026-03-04 开始的重叠",
  });
  await endAssignment(town.chen, { assignmentId: form.id, endedOn: addDays(today, -1) });
  await openAssignment(town.chen, aTask(town));
});

test("包户 goes by 户号, 网格 only to a grid member, and admin and auditor serve nobody", async () => {
  const town = await township();
  const { chen, people } = town;
  await openAssignment(chen, aTask(town, { way: "household", householdCode: "００２" }));
  expect((await Desk.of(town.store, people.zhao, town.now))!.me.keeps(town.homes.li)).toBe(true);
  const refused = (over: Partial<AssignmentInput>, field: string) => expect(openAssignment(chen, aTask(town, over)), field).rejects.toMatchObject({ field });
  await refused({ way: "household", householdCode: "999" }, "householdCode");
  await refused({ way: "grid", gridId: town.grid }, "personId");
  await refused({ way: "grid", gridId: newId<"grid">() }, "gridId");
  await refused({ way: "grid", villageId: town.villages.xiwu, gridId: town.grid, personId: people.ge }, "gridId");
  await refused({ personId: people.guan }, "personId");
  await refused({ personId: people.shen }, "personId");
  await refused({ personId: newId<"person">() }, "personId");
  await refused({ startedOn: addDays(today, 61) }, "startedOn");
});

test("包户 without a 户号 and 网格 without a grid are asked for them, and never become 联村", async () => {
  const town = await township();
  const { id, personId, villageId, startedOn } = aTask(town);
  const rest = { id, personId, villageId, startedOn, gridId: "", householdCode: "" };
  expect(AssignmentForm.safeParse({ ...rest, way: "household" }).error!.issues.map(({ message }) => message)).toEqual(["填写户号"]);
  expect(AssignmentForm.safeParse({ ...rest, way: "grid" }).error!.issues.map(({ message }) => message)).toEqual(["选择网格"]);
  await openAssignment(town.chen, AssignmentForm.parse({ ...rest, way: "village", gridId: town.grid, householdCode: "001" }));
  const [made] = await town.store.read.select().from(tables.assignments).where(eq(tables.assignments.id, id));
  expect(made).toMatchObject({ gridId: null, householdId: null, placeId: villageId });
});

test("an end lies between the first day and today; what has not begun is withdrawn", async () => {
  const town = await township();
  const form = aTask(town);
  await openAssignment(town.chen, form);
  const end = (endedOn: Day) => endAssignment(town.chen, { assignmentId: form.id, endedOn });
  await expect(end(addDays(today, 1))).rejects.toMatchObject({ field: "endedOn" });
  await expect(end(addDays(today, -1))).rejects.toMatchObject({ field: "endedOn" });
  await end(today);
  await expect(end(today)).rejects.toMatchObject({ code: "conflict" });
  const future = aTask(town, { startedOn: addDays(today, 5), villageId: town.villages.xiwu, way: "household", householdCode: "001" });
  await openAssignment(town.chen, future);
  await endAssignment(town.chen, { assignmentId: future.id, endedOn: today });
  expect(await town.store.read.select().from(tables.assignments).where(eq(tables.assignments.id, future.id))).toEqual([]);
});

test("who may: the office alone", async () => {
  const town = await township();
  const [mine] = (await servingAt(town.chen, town.villages.dongling)).filter(({ personId }) => personId === town.people.he);
  const revise = ReviseVillageForm.parse({ villageId: town.villages.dongling, version: 1, name: "东岭村", visitEveryDays: 14 });
  for (const who of ["lin", "wang", "he", "ge", "kao", "zhen", "guan", "shen"] as const) {
    const forbidden = { code: "forbidden" };
    await expect(addVillage(town[who], aVillage()), who).rejects.toMatchObject(forbidden);
    await expect(reviseVillage(town[who], revise), who).rejects.toMatchObject(forbidden);
    await expect(addGrid(town[who], { id: newId<"grid">(), villageId: town.villages.xiwu, name: "九网格" }), who).rejects.toMatchObject(forbidden);
    await expect(openAssignment(town[who], aTask(town)), who).rejects.toMatchObject(forbidden);
    await expect(endAssignment(town[who], { assignmentId: mine!.id, endedOn: today }), who).rejects.toMatchObject(forbidden);
  }
});
