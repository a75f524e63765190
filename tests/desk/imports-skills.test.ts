import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import type { Town } from "@/db/seed/cast";
import { applyImport } from "@/lib/imports/acts-apply";
import { undoImport } from "@/lib/imports/acts-undo";
import { keepSkills } from "@/lib/people/acts-skills";
import { skillsOf } from "@/lib/people/reads-skills";
import { checked, counts, rowOf, sayings, seatHeads } from "@/tests/support/imports";
import { township } from "@/tests/support/township";

const heads = [...seatHeads, "特长", "想学"];
const line = (said: Record<string, string>) => rowOf(heads, { 角色: "青年干部", ...said });
const check = ({ chen }: Town, ...rows: Record<string, string>[]) => checked(chen, rows.map(line), "people", heads);
const personNamed = async (town: Town, name: string) => (await town.store.read.select().from(tables.people).where(eq(tables.people.name, name)))[0];
const told = async (town: Town) => (await town.store.read.select().from(tables.ledger).where(eq(tables.ledger.action, "skills.keep"))).map(({ reason }) => reason);

test("专长 and 想学 come with a list of people, change what was there, and go when it is taken back", async () => {
  const town = await township();
  const { lin } = town.people;
  await keepSkills(town.lin, { personId: lin, offers: ["writing"], wants: ["people"] });
  const id = await check(town, { 姓名: "林晓", 想学: "信访接待、矛盾调解" }, { 姓名: "苏晴", 特长: "数字应用，政策宣讲" }, { 姓名: "赵宁" });
  expect(await counts(town.chen, id)).toEqual([1, 1, 1, 0]);
  expect(await sayings(town.chen, id, "update")).toEqual(["想学"]);
  await applyImport(town.chen, id);
  expect(await skillsOf(town.chen, lin)).toEqual({ offers: ["writing"], wants: ["mediation", "petitions"] });
  const su = (await personNamed(town, "苏晴"))!;
  expect(await skillsOf(town.chen, su.id)).toEqual({ offers: ["policy", "digital"], wants: [] });
  expect(await told(town)).toEqual(["专长：公文写作；想学：群众工作", "导入：专长：公文写作；想学：矛盾调解、信访接待", "导入：专长：政策宣讲、数字应用；想学：没有"]);
  await undoImport(town.chen, id);
  expect(await skillsOf(town.chen, lin)).toEqual({ offers: ["writing"], wants: ["people"] });
  expect(await personNamed(town, "苏晴")).toBeUndefined();
});

test("what somebody has said since is not taken back", async () => {
  const town = await township();
  const id = await check(town, { 姓名: "林晓", 想学: "信访接待" }, { 姓名: "苏晴" });
  await applyImport(town.chen, id);
  const su = (await personNamed(town, "苏晴"))!;
  await keepSkills(town.lin, { personId: town.people.lin, offers: [], wants: ["safety"] });
  await keepSkills(town.chen, { personId: su.id, offers: ["safety"], wants: [] });
  await undoImport(town.chen, id);
  expect(await skillsOf(town.chen, town.people.lin)).toEqual({ offers: [], wants: ["safety"] });
  expect(await skillsOf(town.chen, su.id)).toEqual({ offers: ["safety"], wants: [] });
});

test("a word that is not one is answered with those that are; five are too many; nobody learns what they can", async () => {
  const town = await township();
  await keepSkills(town.zhao, { personId: town.people.zhao, offers: ["people"], wants: [] });
  const id = await check(town, { 姓名: "林晓", 想学: "信访" }, { 姓名: "苏晴", 特长: "群众工作、矛盾调解、信访接待、政策宣讲、公文写作" }, { 姓名: "赵宁", 想学: "群众工作" });
  const says = await sayings(town.chen, id, "error");
  expect(says[0]).toBe("第 2 行「想学」是 信访，没有“信访”这一项。从群众工作、矛盾调解、信访接待、政策宣讲、公文写作、助企服务、项目建设、环境整治、安全生产、数字应用、党建工作、村级资产里选，最接近的是“信访接待”");
  expect(says[1]).toContain("写了 5 项。最多写 4 项");
  expect(says[2]).toContain("群众工作已经是专长");
});
