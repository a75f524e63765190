import { and, eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import { verifyLedger } from "@/lib/gate/ledger";
import { household } from "@/lib/households/reads-file";
import { checkImport, remapImport } from "@/lib/imports/acts";
import { applyImport } from "@/lib/imports/acts-apply";
import { cancel, progressOf } from "@/lib/imports/progress";
import { importOf } from "@/lib/imports/reads";
import { checked, counts, home, sayings, seat } from "../support/imports";
import { township } from "../support/township";
import { gbk, written } from "../support/workbooks";

const { facts, factValues, households, members, people, accounts, assignments, ledger } = tables;

test("a messy .xls is matched, checked, let in, and the same file again changes nothing", async () => {
  const town = await township();
  const bytes = written([
    [], ["东岭村农户台账（示例）"],
    ["行政村", "户编号", "户主", "小组", "家庭住址", "手机", "家庭成员情况", "主要收入来源", "备注"],
    ["东岭", "001", " 张建国\u00a0", "", "", "", "", "", ""],
    ["东岭村", "００９", "吴水根", "1组", "1组9号", 13900000002, "王秀英，配偶，1964；儿子吴强2015", "务农，年收入5万元、外出务工", "\u202e反"],
  ]);
  const id = await checkImport(town.chen, { kind: "households", fileName: "\u202e台账.xls" }, bytes);
  expect((await importOf(town.chen, id))!.head!.mapping).toEqual(["village", "code", "householder", "group", "address", "phone", "members", "income", ""]);
  expect(await counts(town.chen, id)).toEqual([1, 0, 1, 0]);
  expect(await sayings(town.chen, id, "add")).toEqual(["“收入来源”里的金额不收集，没有导入"]);
  expect(await town.store.read.select().from(households)).toHaveLength(4);
  await applyImport(town.chen, id);
  const [made] = await town.store.read.select().from(households).where(eq(households.code, "009"));
  const file = (await household(town.he, made!.id))!;
  expect(file.address).toBe("1组9号");
  const told = await town.store.read.select({ says: factValues.says, source: facts.source }).from(facts).innerJoin(factValues, eq(factValues.factId, facts.id)).where(eq(facts.householdId, made!.id));
  expect(told).toEqual([{ says: "务农", source: "import" }, { says: "外出务工", source: "import" }]);
  expect((await town.store.read.select().from(members).where(eq(members.householdId, made!.id))).map(({ kinship, minor }) => [kinship, minor]))
    .toEqual([["householder", false], ["spouse", false], ["son", true]]);
  const again = await checkImport(town.chen, { kind: "households", fileName: "再来.xls" }, bytes);
  expect(await counts(town.chen, again)).toEqual([0, 0, 2, 0]);
  await expect(applyImport(town.chen, again)).rejects.toMatchObject({ message: "没有可以导入的行" });
  expect((await verifyLedger(town.store.read)).broken).toBeUndefined();
});

test("a .csv in GBK is read the same, and its columns can be matched by hand", async () => {
  const town = await township();
  const bytes = gbk("村,号码,户主\n西坞村,009,吴水根\n");
  const id = await checkImport(town.chen, { kind: "households", fileName: "a.csv" }, bytes);
  expect(await sayings(town.chen, id, "error")).toEqual(["第 2 行「户号」表里没有这一列。在“自动配列”里给“户号”选一列，或者在表里加上这一列"]);
  await expect(remapImport(town.chen, { importId: id, columns: ["village", "secret", "householder"] })).rejects.toMatchObject({ field: "columns" });
  const next = await remapImport(town.chen, { importId: id, columns: ["village", "code", "householder"] });
  expect(await counts(town.chen, next)).toEqual([1, 0, 0, 0]);
  expect(await importOf(town.chen, id)).toBeUndefined();
  await applyImport(town.chen, next);
  await expect(remapImport(town.chen, { importId: next, columns: ["", "", ""] })).rejects.toMatchObject({ code: "conflict" });
});

test("an update keeps what the row does not say, and the fact it replaces stays readable", async () => {
  const town = await township();
  const id = await checked(town.chen, [home({ 村社: "东岭村", 户号: "001", 户主姓名: "张建国", 收入来源: "种二十亩水稻", 家庭成员: "张小英 女儿 1986" })]);
  expect(await sayings(town.chen, id, "update")).toEqual(["家庭成员", "收入来源"]);
  await applyImport(town.chen, id);
  const kept = await town.store.read.select({ says: factValues.says, replaced: facts.replacedAt, source: facts.source, replaces: facts.replacesId }).from(facts)
    .innerJoin(factValues, eq(factValues.factId, facts.id)).where(and(eq(facts.householdId, town.homes.zhang), eq(facts.kind, "income")));
  expect(kept.map(({ says, source }) => [says, source])).toEqual([["种十亩水稻", "file"], ["种二十亩水稻", "import"]]);
  expect(kept[0]!.replaced).toEqual(town.now);
  expect(kept[1]!.replaces).toBeTruthy();
  expect((await household(town.he, town.homes.zhang))!.address).toBe("3组12号");
});

test("people come with an account, their villages and grids; a second time they are recognised by 工号 or by name", async () => {
  const town = await township();
  const id = await checked(town.chen, [
    seat({ 姓名: "沈小川", 工号: "Q01", 角色: "青年干部、网格员", 部门: "农办", 联村: "东岭、西坞村", 网格: "东岭村 一网格" }),
    seat({ 姓名: "林晓", 工号: "Q02", 角色: "青年干部" }),
  ], "people");
  expect(await counts(town.chen, id)).toEqual([1, 1, 0, 0]);
  await applyImport(town.chen, id);
  const [made] = await town.store.read.select().from(people).where(eq(people.staffNo, "Q01"));
  expect(made).toMatchObject({ name: "沈小川", roles: ["cadre", "gridMember"], department: "农办" });
  expect(await town.store.read.select({ name: accounts.name, at: accounts.activatedAt }).from(accounts).where(eq(accounts.personId, made!.id))).toEqual([{ name: "shenxiaochuan", at: null }]);
  expect(await town.store.read.select().from(assignments).where(and(eq(assignments.personId, made!.id), isNull(assignments.endedOn)))).toHaveLength(3);
  const again = await checked(town.chen, [seat({ 姓名: "沈小川", 部门: "农办", 职务: "科员" }), seat({ 姓名: "林晓", 工号: "Q02" })], "people");
  expect(await counts(town.chen, again)).toEqual([0, 1, 1, 0]);
  expect(await sayings(town.chen, again, "update")).toEqual(["角色", "职务"]);
});

test("what somebody changed after the check is not written over", async () => {
  const town = await township();
  const id = await checked(town.chen, [
    home({ 村社: "东岭村", 户号: "001", 户主姓名: "张建国", 门牌地址: "3组20号" }),
    home({ 户号: "009" }), home({ 户号: "010" }),
  ]);
  const other = await checked(town.chen, [home({ 村社: "东岭村", 户号: "001", 户主姓名: "张建国", 门牌地址: "3组99号" }), home({ 户号: "009" })]);
  await applyImport(town.chen, other);
  await applyImport(town.chen, id);
  expect(await counts(town.chen, id)).toEqual([1, 0, 0, 2]);
  expect((await household(town.he, town.homes.zhang))!.address).toBe("3组99号");
  expect((await sayings(town.chen, id, "error"))[0]).toContain("预检之后有人改过");
});

test("of two who carry out the same import one wins, and the other is told", async () => {
  const town = await township();
  const id = await checked(town.chen, [home({ 户号: "009" })]);
  const both = await Promise.allSettled([applyImport(town.chen, id), applyImport(town.chen, id)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(applyImport(town.chen, id)).rejects.toMatchObject({ code: "conflict", message: "这一批已经导入过了，刷新看看结果" });
  expect(await town.store.read.select().from(households).where(eq(households.code, "009"))).toHaveLength(1);
});

test("nothing is half written when a row throws, or when somebody cancels", async () => {
  const town = await township();
  const rows = Array.from({ length: 250 }, (_, i) => home({ 户号: `N${i}` }));
  const id = await checked(town.chen, rows);
  const lines = async () => (await town.store.read.select({ id: ledger.id }).from(ledger)).length;
  const [before, homes] = [await lines(), await town.store.read.select().from(households)];
  await town.store.write((tx) => tx.run("create trigger stop before insert on households when new.code = 'N200' begin select raise(abort, 'planted'); end"));
  await expect(applyImport(town.chen, id)).rejects.toThrow(/planted/);
  expect(progressOf(id)!.ended).toEqual({ ok: false, message: "抱歉，没能做完，什么也没有写进去。过一会儿再试" });
  await town.store.write((tx) => tx.run("drop trigger stop"));
  const running = applyImport(town.chen, id);
  while (!progressOf(id) || progressOf(id)!.ended) await new Promise((resolve) => setImmediate(resolve));
  cancel(id);
  await expect(running).rejects.toMatchObject({ message: "已取消，什么也没有写进去" });
  expect(await town.store.read.select().from(households)).toEqual(homes);
  expect(await lines()).toBe(before);
  expect((await importOf(town.chen, id))!.state).toBe("checked");
  await applyImport(town.chen, id);
  expect(await counts(town.chen, id)).toEqual([250, 0, 0, 0]);
});
