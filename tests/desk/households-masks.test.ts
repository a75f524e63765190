import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import type { Who } from "@/db/seed/cast";
import { Desk } from "@/lib/gate/desk";
import { newId } from "@/lib/kernel/id";
import { openField, recordFact } from "@/lib/households/acts-facts";
import { FactForm, HouseholdForm, Unmasking } from "@/lib/households/forms";
import { household } from "@/lib/households/reads-file";
import type { UnmaskField } from "@/lib/words/household";
import { giveAccount, PASSWORD } from "../support/accounts";
import { township } from "../support/township";

type Town = Awaited<ReturnType<typeof township>>;

const opening = (town: Town, field: UnmaskField, over = {}) =>
  Unmasking.parse({ id: newId(), householdId: town.homes.zhang, field, reason: "contact", words: "", ...over });
const aFact = (town: Town, over = {}) =>
  FactForm.parse({
    id: newId(), householdId: town.homes.zhang, kind: "income", topic: "farming", unclear: false, says: "改种茶叶", asOf: "2026-03-03", source: "visit", ...over,
  });
const secrets = ["张建国", "张小英", "张豆豆", "3组12号", "13900000001", "种十亩水稻", "屋后水沟常堵", "村口小店往东第三家", "1957"];
const leaks = async (town: Town, who: Who, home: keyof Town["homes"] = "zhang") => {
  const text = JSON.stringify(await household(town[who], town.homes[home])) ?? "";
  return secrets.filter((secret) => text.includes(secret));
};

test("each role reads what is theirs to read, and not one word more", async () => {
  const town = await township();
  const door = "村口小店往东第三家";
  expect(await leaks(town, "lin")).toEqual(["张建国", "张小英", "3组12号", "种十亩水稻", "屋后水沟常堵", door, "1957"]);
  expect(await leaks(town, "he")).toEqual(["张建国", "3组12号", door]);
  expect(await leaks(town, "ge")).toEqual(["张建国", "3组12号", door]);
  expect(await leaks(town, "chen")).toEqual(["张建国", "3组12号", door]);
  expect(await leaks(town, "wang")).toEqual([]);
  expect(await leaks(town, "lin", "li")).toEqual([door]);
  for (const who of ["zhao", "zhou", "kao", "zhen", "guan", "shen"] as const) expect(await leaks(town, who), who).toEqual([]);
});

test("masked, a family is surnames and kinship, incomes a number, troubles their headings, children a count", async () => {
  const town = await township();
  expect(await household(town.wang, town.homes.zhang)).toMatchObject({
    name: "张**", nameShown: false, hiddenMinors: 1, opens: true, opensPhone: false, keeps: false,
    members: [{ name: "张*", relation: "户主" }, { name: "张*", relation: "女儿" }],
    facts: [{ kind: "income", masked: "1 种" }, { kind: "difficulty", masked: "住房" }, { kind: "door", masked: "已登记" }],
  });
  expect(JSON.stringify(await household(town.wang, town.homes.zhang))).not.toContain("务农");
});

test("a reason opens one field, at one desk, for ten minutes", async () => {
  const town = await township();
  await openField(town.wang, opening(town, "facts", { reason: "verify" }));
  expect(await leaks(town, "wang")).toEqual(["种十亩水稻", "屋后水沟常堵", "村口小店往东第三家"]);
  expect(await leaks(town, "he")).toEqual(["张建国", "3组12号", "村口小店往东第三家"]);
  await openField(town.lin, opening(town, "phone"));
  expect((await household(town.lin, town.homes.zhang))!.phone).toBe("13900000001");
  const at = async (clock: string) => {
    const desk = (await Desk.of(town.store, town.lin.me.id, new Date(`2026-03-04T${clock}+08:00`)))!;
    return (await household(desk, town.homes.zhang))!;
  };
  expect((await at("09:09:59")).phone).toBe("13900000001");
  expect(await at("09:10:00")).toMatchObject({ phone: undefined, open: [] });
});

test("the secretary who opens the family reads the child's name too; the mentor does not", async () => {
  const town = await township();
  for (const who of ["he", "wang"] as const) await openField(town[who], opening(town, "members"));
  expect(await leaks(town, "he")).toContain("张豆豆");
  expect(await household(town.he, town.homes.zhang)).toMatchObject({ hiddenMinors: 0 });
  expect(await leaks(town, "wang")).toEqual(["张建国", "张小英", "1957"]);
});

test("the office opens a field with a reason and its own password, and no name of a child", async () => {
  const town = await township();
  await giveAccount(town, "chen");
  await expect(openField(town.chen, opening(town, "members"))).rejects.toMatchObject({ code: "invalid", field: "password" });
  const before = await leaks(town, "chen");
  await openField(town.chen, opening(town, "members", { password: PASSWORD }));
  expect((await leaks(town, "chen")).filter((one) => !before.includes(one))).toEqual(["张小英", "1957"]);
});

test("nobody opens what is not theirs to open, and 其他 wants eight characters", async () => {
  const town = await township();
  await expect(openField(town.ge, opening(town, "members"))).rejects.toMatchObject({ code: "forbidden" });
  await expect(openField(town.wang, opening(town, "phone"))).rejects.toMatchObject({ code: "forbidden" });
  for (const who of ["zhao", "kao", "guan", "shen"] as const)
    await expect(openField(town[who], opening(town, "phone"))).rejects.toMatchObject({ code: "not-found" });
  expect(Unmasking.safeParse({ ...opening(town, "phone"), reason: "other", words: "　看一看　" }).success).toBe(false);
  expect(Unmasking.safeParse({ ...opening(town, "phone"), reason: "other", words: "村里修路要联系他" }).success).toBe(true);
});

test("the ledger keeps that it was seen and why, never the value; the office reads who looked", async () => {
  const town = await township();
  const words = "修水沟要进他家院子";
  await openField(town.lin, opening(town, "phone", { reason: "other", words }));
  const lines = await town.store.read.select().from(tables.ledger);
  expect(lines).toMatchObject([{ action: "household.revealPhone", subjectId: town.homes.zhang, actorId: town.lin.me.id, reason: "联系电话：其他" }]);
  expect(JSON.stringify(lines)).not.toMatch(/1390|修水沟/);
  expect((await household(town.chen, town.homes.zhang))!.viewings).toMatchObject([{ who: "林晓", field: "联系电话", reason: words, at: "03-04 09:00" }]);
  expect((await household(town.he, town.homes.zhang))!.viewings).toEqual([]);
});

test("a new value replaces the one before, which stays readable with its day, source and author", async () => {
  const town = await township();
  const form = aFact(town);
  await recordFact(town.lin, form);
  await recordFact(town.lin, form);
  const [income] = (await household(town.lin, town.homes.zhang))!.facts;
  expect(income!.shown).toMatchObject([
    { says: "改种茶叶", asOf: "2026-03-03", source: "走访", by: "林晓", earlier: [{ says: "种十亩水稻", asOf: "2025-11-24", source: "登记", by: "陈主任" }] },
  ]);
  await recordFact(town.lin, aFact(town, { topic: "pension", unclear: true, says: "" }));
  expect(await household(town.lin, town.homes.zhang)).toMatchObject({ toCheck: [{ label: "收入来源·退休金", why: "上次没问清楚" }] });
  expect(await household(town.wang, town.homes.zhang)).toMatchObject({ facts: [{ masked: "2 种" }, {}, {}] });
});

test("facts: no day to come, none older than what is known, no stranger, no identity number", async () => {
  const town = await township();
  await expect(recordFact(town.lin, aFact(town, { asOf: "2026-03-05" }))).rejects.toMatchObject({ field: "asOf" });
  await expect(recordFact(town.lin, aFact(town, { asOf: "2025-01-01" }))).rejects.toMatchObject({ field: "asOf" });
  await expect(recordFact(town.wang, aFact(town))).rejects.toMatchObject({ code: "forbidden" });
  await expect(recordFact(town.zhao, aFact(town))).rejects.toMatchObject({ code: "not-found" });
  const wrong = [{ says: "身份证 33010919570101123X" }, { says: " " }, { topic: "housing" }, { source: "exam" }, { says: "长".repeat(201) }];
  for (const over of wrong) expect(FactForm.safeParse({ ...aFact(town), unclear: false, ...over }).success, JSON.stringify(over)).toBe(false);
});

test("what has grown old is named for the next knock, without saying more than the desk may read", async () => {
  const town = await township();
  await town.store.write((tx) => tx.update(tables.facts).set({ asOf: "2025-06-01" as never }).where(eq(tables.facts.householdId, town.homes.zhang)));
  expect((await household(town.lin, town.homes.zhang))!.toCheck.map((item) => item.label)).toEqual(["收入来源·务农", "生活难题·住房", "找门说明"]);
  expect((await household(town.wang, town.homes.zhang))!.toCheck.map((item) => item.label)).toEqual(["收入来源", "生活难题", "找门说明"]);
});

test("the form mends what is typed on a phone and says plainly what it cannot mend", () => {
  const form = { id: newId(), villageId: newId(), gridId: "", code: "0 01", groupName: "", address: "一组\u202e3号", householder: " 欧阳　小 英 ", phone: "138 0000 0001" };
  expect(HouseholdForm.parse(form)).toMatchObject({ code: "001", address: "一组3号", householder: "欧阳小英", phone: "13800000001", gridId: null });
  const says = (over: object) => HouseholdForm.safeParse({ ...form, ...over }).error?.issues[0]?.message;
  expect(says({ phone: "1380000001" })).toBe("手机号是 11 位数字，现在是 10 位");
  expect(says({ householder: "张3" })).toContain("姓名里只能有文字");
  expect(says({ address: "330109195701011234" })).toContain("身份证号");
  expect(says({ code: "😀" })).toContain("户号里只能有");
  expect(says({ villageId: "1" })).toBe("选择村社");
});
