import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { countHouseholds, householdKeyFrom, householdsPage, suggestedHouseholds, villagesOfHouseholds } from "@/lib/households/reads";
import { household } from "@/lib/households/reads-file";
import { visitsByQuery } from "@/lib/search/reads";
import { overheard } from "../support/plans";
import { township } from "../support/township";

const settled = (async () => {
  const ear = overheard(join(mkdtempSync(join(tmpdir(), "qinglan-plans-")), "town.db"));
  return { ...ear, town: await township({ store: ear.store }) };
})();

/** A table that grows with every visit or household, read from one end to the other. */
const reading = /^SCAN (?!households USING INDEX households_(due|village_due)$)(visits|households|householders|members|member_names|facts|fact_values|problems|next_steps|ledger|unmaskings)\b(?! USING COVERING INDEX)/;
const whole = (plan: string[]) => plan.filter((step) => reading.test(step));

test("the list of households walks its order by index, on every page, for office, cadre and mentor", async () => {
  const { town, plansOf } = await settled;
  const after = householdKeyFrom(`2026-03-04~${town.homes.zhang}`);
  for (const desk of [town.chen, town.lin, town.wang]) {
    for (const filter of [{}, { overdue: true }, { villageId: town.villages.dongling }, { villageId: town.villages.dongling, overdue: true }]) {
      const plan = await plansOf(() => householdsPage(desk, filter, after));
      expect(whole(plan)).toEqual([]);
      expect(plan.filter((step) => step.includes("TEMP B-TREE FOR ORDER BY")), JSON.stringify(filter)).toEqual([]);
      expect(plan.join()).toMatch("villageId" in filter ? /SEARCH households USING INDEX households_village_due/ : /households USING INDEX households_due/);
    }
    expect((await plansOf(() => householdsPage(desk, {}, after))).join()).toMatch(/SEARCH households USING INDEX households_due \(/);
  }
});

test("the file, the counts and the suggestions read no growing table from end to end", async () => {
  const { town, plansOf } = await settled;
  for (const desk of [town.chen, town.lin, town.he, town.wang]) {
    expect(whole(await plansOf(() => household(desk, town.homes.zhang)))).toEqual([]);
    expect(whole(await plansOf(() => suggestedHouseholds(desk)))).toEqual([]);
    expect(whole(await plansOf(() => countHouseholds(desk, { overdue: true })))).toEqual([]);
    expect(whole(await plansOf(() => villagesOfHouseholds(desk)))).toEqual([]);
  }
});

test("words in visits are found by the index of pairs, newest first without sorting them all", async () => {
  const { town, plansOf } = await settled;
  for (const desk of [town.chen, town.lin, town.zhen]) {
    const plan = await plansOf(() => visitsByQuery(desk, "水沟"));
    expect(plan.join()).toMatch(/SCAN w VIRTUAL TABLE INDEX/);
    expect(plan.join()).toMatch(/SEARCH visits USING INDEX sqlite_autoindex_visits_1/);
    expect(plan.filter((step) => step.includes("TEMP B-TREE"))).toEqual([]);
    expect(whole(plan)).toEqual([]);
  }
});
