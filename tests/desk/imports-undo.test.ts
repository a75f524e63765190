import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import { Desk } from "@/lib/gate/desk";
import { verifyLedger } from "@/lib/gate/ledger";
import { applyImport } from "@/lib/imports/acts-apply";
import { undoImport } from "@/lib/imports/acts-undo";
import { importOf } from "@/lib/imports/reads";
import { submitVisit } from "@/lib/visits/acts";
import { checked, counts, home, sayings, seat } from "../support/imports";
import { township } from "../support/township";
import { aVisit } from "../support/visits";

const { households, householders, people, accounts, credentials, assignments, facts, factValues, members, memberNames, phones } = tables;

/** Everything an import may touch, but for the versions that count each change. */
async function everything({ store: { read } }: Awaited<ReturnType<typeof township>>) {
  const rows = await Promise.all([households, householders, people, accounts, credentials, assignments, facts, factValues, members, memberNames, phones].map(async (table) => read.select().from(table)));
  const bare = rows.flat().map((row) => ("version" in row ? { ...row, version: 0 } : row)).map((row) => ("number" in row ? { ...row, id: "" } : row));
  return bare.map((row) => JSON.stringify(row)).sort();
}

test("an import that is undone leaves the town as it was, to the last row", async () => {
  const town = await township();
  const before = await everything(town);
  const id = await checked(town.chen, [
    home({ 村社: "东岭村", 户号: "001", 户主姓名: "张卫国", 组: "5组", 联系电话: "13900000009", 家庭成员: "张小英 女儿 1986；王秀 配偶", 收入来源: "种二十亩水稻；打零工", 包户干部: "何国富" }),
    home({ 户号: "009", 家庭成员: "王秀英 配偶 1964", 收入来源: "务农", 包户干部: "赵宁" }),
  ]);
  await applyImport(town.chen, id);
  expect(await everything(town)).not.toEqual(before);
  await undoImport(town.chen, id);
  expect(await everything(town)).toEqual(before);
  expect(await counts(town.chen, id)).toEqual([0, 0, 2, 0]);
  await expect(undoImport(town.chen, id)).rejects.toMatchObject({ code: "conflict" });
  expect((await verifyLedger(town.store.read)).broken).toBeUndefined();
});

test("people too", async () => {
  const town = await township();
  const before = await everything(town);
  const id = await checked(town.chen, [seat({ 姓名: "沈小川", 联村: "东岭村" }), seat({ 姓名: "林晓", 工号: "Q2", 账号: "linx", 职务: "科员", 联村: "西坞村" })], "people");
  await applyImport(town.chen, id);
  await undoImport(town.chen, id);
  expect(await everything(town)).toEqual(before);
});

test("a household that has been visited since stays, and says why", async () => {
  const town = await township();
  const id = await checked(town.chen, [home({ 村社: "东岭村", 户号: "009" }), home({ 村社: "东岭村", 户号: "010" }), home({ 村社: "东岭村", 户号: "011" })]);
  await applyImport(town.chen, id);
  const [visited, , changed] = await town.store.read.select().from(households).where(eq(households.maskedName, "吴**"));
  await submitVisit((await Desk.of(town.store, town.people.lin, town.now))!, aVisit({ homes: { ...town.homes, zhang: visited!.id } }));
  await town.store.write((tx) => tx.update(householders).set({ address: "别处" }).where(eq(householders.householdId, changed!.id)));
  await undoImport(town.chen, id);
  expect(await counts(town.chen, id)).toEqual([2, 0, 1, 0]);
  expect(await sayings(town.chen, id, "add")).toEqual(["撤销时保留：已经有走访、查看记录或别的资料", "撤销时保留：导入之后有人改过"]);
  expect((await importOf(town.chen, id))!.state).toBe("undone");
  expect((await town.store.read.select().from(tables.members).where(eq(tables.members.householdId, visited!.id)))).toHaveLength(1);
});

test("after seven days it stays", async () => {
  const town = await township();
  const id = await checked(town.chen, [home({ 户号: "009" })]);
  await applyImport(town.chen, id);
  const later = (days: number) => Desk.of(town.store, town.people.chen, new Date(town.now.getTime() + days * 86_400_000));
  await expect(undoImport((await later(8))!, id)).rejects.toMatchObject({ message: "导入超过 7 天，不能再整批撤销" });
  await undoImport((await later(7))!, id);
  expect((await importOf(town.chen, id))!.state).toBe("undone");
});

test("what a file said is forgotten after a day unused", async () => {
  const town = await township();
  const id = await checked(town.chen, [home({ 户号: "009" })]);
  const tomorrow = (await Desk.of(town.store, town.people.chen, new Date(town.now.getTime() + 25 * 3_600_000)))!;
  await checked(tomorrow, [home({ 户号: "010" })]);
  expect((await importOf(town.chen, id))).toMatchObject({ state: "stopped", head: undefined });
  await expect(applyImport(town.chen, id)).rejects.toMatchObject({ message: "这次预检已经过期，重新上传文件" });
});
