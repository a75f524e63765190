import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import { keepSkills } from "@/lib/people/acts-skills";
import { SkillsForm, type SkillsInput } from "@/lib/people/forms-skills";
import { skillsOf } from "@/lib/people/reads-skills";
import { township } from "@/tests/support/township";

const form = (personId: string, over: Partial<SkillsInput> = {}) => SkillsForm.parse({ personId, offers: ["writing"], wants: ["petitions", "mediation"], ...over });

test("a cadre says what they can and want, the office corrects it, and the ledger tells it in words", async () => {
  const town = await township();
  const { lin, chen, people: p } = town;
  await keepSkills(lin, form(p.lin));
  await keepSkills(lin, form(p.lin));
  await keepSkills(chen, form(p.lin, { wants: ["petitions"], offers: [] }));
  expect(await skillsOf(town.zhou, p.lin)).toEqual({ offers: [], wants: ["petitions"] });
  const lines = await town.store.read.select().from(tables.ledger).where(eq(tables.ledger.action, "skills.keep"));
  expect(lines.map(({ actorId, subjectId, reason }) => [actorId, subjectId, reason])).toEqual([
    [p.lin, p.lin, "专长：公文写作；想学：矛盾调解、信访接待"], [p.chen, p.lin, "专长：没有；想学：信访接待"],
  ]);
});

test("nobody speaks for somebody else but the office, and nobody who does not pair speaks at all", async () => {
  const town = await township();
  for (const who of ["lin", "wang", "he", "kao", "zhen", "guan", "shen"] as const)
    await expect(keepSkills(town[who], form(town.people.zhao)), who).rejects.toMatchObject({ code: "forbidden" });
  await expect(keepSkills(town.he, form(town.people.he))).rejects.toMatchObject({ code: "forbidden" });
  await keepSkills(town.wang, form(town.people.wang));
  await town.store.write((tx) => tx.update(tables.people).set({ leftOn: town.lin.me.today }).where(eq(tables.people.id, town.people.wang)));
  await expect(keepSkills(town.chen, form(town.people.wang, { offers: [] }))).rejects.toMatchObject({ code: "conflict" });
  expect(await skillsOf(town.chen, town.people.wang)).toMatchObject({ offers: ["writing"] });
});

test("at most four of each, each once, and not the same on both sides", () => {
  const id = "01960000-0000-7000-8000-000000000001";
  const says = (over: object) => SkillsForm.safeParse({ personId: id, offers: [], wants: [], ...over }).error?.issues[0]?.message;
  expect(says({})).toBeUndefined();
  expect(says({ offers: ["people", "mediation", "petitions", "policy", "writing"] })).toBe("专长最多选 4 项");
  expect(says({ offers: ["people"], wants: ["people"] })).toBe("群众工作已经是专长，想学里换一项");
  expect(form(id, { offers: ["writing", "writing", "people"] }).offers).toEqual(["people", "writing"]);
});
