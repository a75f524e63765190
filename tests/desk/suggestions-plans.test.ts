import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import { placeHousehold, placeVillage } from "@/db/seed/place";
import type { Town } from "@/db/seed/cast";
import { newId } from "@/lib/kernel/id";
import { dealCard } from "@/lib/practice/acts-deal";
import { acceptHousehold } from "@/lib/suggestions/acts";
import { nextHomes, plannedHouseholds, weightsNow } from "@/lib/suggestions/reads";
import { anExam } from "../support/exams";
import { overheard } from "../support/plans";
import { practise, sitsOn } from "../support/practice";
import { township } from "../support/township";

const settled = (async () => {
  const ear = overheard(join(mkdtempSync(join(tmpdir(), "qinglan-next-")), "town.db"));
  const town = await township({ store: ear.store });
  await practise(town.lin);
  await acceptHousehold(town.lin, { id: newId(), householdId: town.homes.li });
  await anExam(town, { examinee: "lin", householdId: town.homes.li, villageId: town.villages.dongling, at: new Date("2026-02-20T10:00:00+08:00"), items: { members: 1, door: 3 } });
  return { ...ear, town };
})();

/** What grows with the town, with its years, or with everybody's practice. */
const whole = /^SCAN (households|householders|members|member_names|facts|fact_values|problems|visits|next_steps|quizzes|frames|draws|quiz_results|practice_cards|practice_answers|suggestion_answers|people|villages)\b/;
const walked = (plan: string[]) => plan.filter((step) => whole.test(step));

test.each(["lin", "he", "ge", "wang"] as const)("for %s nothing that grows is read from end to end, neither for suggestions nor for cards", async (who) => {
  const { town, plansOf } = await settled;
  const desk = await sitsOn(town, who, "2026-04-20");
  const plan = await plansOf(async () => {
    await nextHomes(desk);
    await plannedHouseholds(desk);
    await weightsNow(desk);
  });
  expect(plan.length).toBeGreaterThan(5);
  expect(walked(plan)).toEqual([]);
  expect(walked(await plansOf(() => dealCard(desk)))).toEqual([]);
  expect(walked(await plansOf(async () => town.chen.select().from(town.chen.see.households)))).toEqual(["SCAN households"]); // what is looked for is found where it is
});

test("villages are walked along the day their households are due, and their problems by the day they were raised", async () => {
  const { town, queriesOf } = await settled;
  const queries = await queriesOf(() => nextHomes(town.he));
  const steps = (part: RegExp) => queries.filter(({ sql }) => part.test(sql)).flatMap((query) => query.steps).join("\n");
  expect(steps(/"village_id" = \? and .*"left_on" is null.* order by/)).toMatch(/SEARCH households USING (COVERING )?INDEX households_village_due/);
  expect(steps(/= 'callback'\) order by/)).toMatch(/SEARCH problems USING INDEX problems_village \(village_id=\? AND raised_at>\?\)/);
});

test("a town ten times as large is asked the same questions, and as few candidates are weighed", async () => {
  const { town, queriesOf } = await settled;
  const before = await queriesOf(() => nextHomes(town.lin));
  await grow(town, 240);
  const after = await queriesOf(() => nextHomes(town.lin));
  expect(after.length).toBe(before.length);
  expect(after.length).toBeLessThan(22);
  const most = Math.max(...after.map(({ sql }) => sql.match(/\?/g)?.length ?? 0));
  expect(most).toBeLessThan(200);
});

/** Households in 林晓's village and in others, with problems of theirs. */
async function grow(town: Town, count: number) {
  await town.store.write(async (tx) => {
    const elsewhere = await placeVillage(tx, { code: "900000000299", name: "远村", kind: "village" });
    for (let i = 0; i < count; i++) {
      const villageId = i % 3 === 0 ? town.villages.dongling : elsewhere;
      const householdId = await placeHousehold(tx, { villageId, villageName: "村", code: `9${i}`, householder: "周阿大", groupName: "1组", address: "", phone: "13900000001", members: [], facts: [] }, town.people.chen, town.now);
      await tx.insert(tables.problems).values({ villageId, householdId, title: "路灯", topic: "other", raisedById: town.people.he, raisedAt: town.now, state: i % 5 === 0 ? "callback" : "closed" });
    }
  });
}
