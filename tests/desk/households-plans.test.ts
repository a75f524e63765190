import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { countHouseholds, householdKeyFrom, householdsPage, villagesOfHouseholds } from "@/lib/households/reads";
import { household } from "@/lib/households/reads-file";
import { openingKeyFrom, openingsPage } from "@/lib/households/reads-openings";
import { countWaiting } from "@/lib/households/reads-waiting";
import { visitsByQuery } from "@/lib/search/reads";
import { overheard } from "../support/plans";
import { township } from "../support/township";

const settled = (async () => {
  const ear = overheard(join(mkdtempSync(join(tmpdir(), "qinglan-plans-")), "town.db"));
  return { ...ear, town: await township({ store: ear.store }) };
})();

/** A table that grows with every visit or household, read from one end to the other. */
const reading = /^SCAN (?!households USING INDEX households_(due|village_due)$)(visits|households|householders|members|member_names|facts|fact_values|problems|next_steps|ledger|fact_proposals|unmaskings)\b(?! USING COVERING INDEX)/;
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

test("the file and the counts read no growing table from end to end", async () => {
  const { town, plansOf } = await settled;
  for (const desk of [town.chen, town.lin, town.he, town.wang]) {
    expect(whole(await plansOf(() => household(desk, town.homes.zhang)))).toEqual([]);
    expect(whole(await plansOf(() => countHouseholds(desk, { overdue: true })))).toEqual([]);
    expect(whole(await plansOf(() => villagesOfHouseholds(desk)))).toEqual([]);
  }
});

test("what waits to be decided is found by an index, the log of openings is walked by its ids, and by household or person found", async () => {
  const { town, plansOf } = await settled;
  for (const desk of [town.chen, town.lin, town.he, town.ge]) {
    expect(whole(await plansOf(() => countWaiting(desk)))).toEqual([]);
    expect(whole(await plansOf(() => householdsPage(desk, { waiting: true })))).toEqual([]);
  }
  const after = openingKeyFrom(`1772586000000~${town.homes.zhang}`);
  for (const desk of [town.chen, town.shen]) {
    const all = await plansOf(() => openingsPage(desk, {}, after));
    expect(all.join()).toMatch(/SEARCH unmaskings USING INDEX sqlite_autoindex_unmaskings_1 \(id</);
    expect(all.filter((step) => step.includes("TEMP B-TREE"))).toEqual([]);
    expect((await plansOf(() => openingsPage(desk, { householdId: town.homes.zhang }, after))).join()).toMatch(/SEARCH unmaskings USING INDEX unmaskings_household/);
    expect((await plansOf(() => openingsPage(desk, { personId: town.people.lin }, after))).join()).toMatch(/SEARCH unmaskings USING INDEX unmaskings_person/);
    for (const filter of [{ householdId: town.homes.zhang }, { personId: town.people.lin }]) expect(whole(await plansOf(() => openingsPage(desk, filter)))).toEqual([]);
  }
  expect((await plansOf(() => openingsPage(town.chen, { home: "东岭" }))).join()).toMatch(/SEARCH unmaskings USING INDEX unmaskings_household/);
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
