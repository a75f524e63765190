import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Town, Who } from "@/db/seed/cast";
import { lastOfLedger, menteesWeek, myDrafts, returnedToMe } from "@/lib/dashboard/reads";
import { villageBoard } from "@/lib/dashboard/reads-board";
import { whatWaits } from "@/lib/dashboard/reads-waiting";
import { ledgerPage } from "@/lib/ledger/reads";
import { newId } from "@/lib/kernel/id";
import { weekOf } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import { countNotices, noticesPage } from "@/lib/notices/reads";
import { openProblems, problemsPage } from "@/lib/problems/reads";
import { visitsByQuery } from "@/lib/search/reads";
import { myWeek, visitsPage } from "@/lib/visits/reads";
import { visitInFull } from "@/lib/visits/reads-one";
import { countParked, myParked, parkedPage } from "@/lib/visits/reads-parked";
import { countReviews, reviewsPage } from "@/lib/visits/reads-reviews";
import { sourcesIn } from "../support/sources";
import { fillVisits } from "../support/many-visits";
import { overheard } from "../support/plans";
import { township } from "../support/township";

/*
 * How SQLite would find the rows of each list in a town of 5 000 visits. What grows with the town's work may be walked
 * in the order of an index until a page is full; it may not be read from end to end, nor sorted whole.
 */
const folder = mkdtempSync(join(tmpdir(), "qinglan-plans-"));
const path = join(folder, "town.db");
let town: Town;
let plansOf: ReturnType<typeof overheard>["plansOf"];

beforeAll(async () => {
  const ear = overheard(path);
  town = await township({ store: ear.store });
  fillVisits(path, town, 5000);
  plansOf = ear.plansOf;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const growing = "(visits|visit_steps|visit_versions|households|householders|members|problems|ledger|companions|next_steps)";
const readWhole = (plan: string[]) => plan.filter((step) => new RegExp(`^SCAN ${growing}\\b(?! USING)`).test(step));
const walked = (plan: string[]) => plan.filter((step) => new RegExp(`^SCAN ${growing}\\b`).test(step));
const sorted = (plan: string[]) => plan.filter((step) => step.includes("TEMP B-TREE FOR ORDER BY"));

const everybody: Who[] = ["lin", "zhao", "wang", "zhou", "he", "ge", "kao", "chen", "zhen", "guan", "shen"];
const far = { day: "2025-06-01" as Day, id: newId<"visit">() };

describe.each(everybody)("for %s", (who) => {
  test("the visits list, with any filter and on any page", async () => {
    const filters = [{}, { state: "returned" as const }, { kind: "night_talk" as const }, { week: weekOf("2026-02-10" as Day) }, { villageId: town.villages.dongling }, { authorIds: [town.people[who]] }];
    for (const filter of filters)
      for (const after of [undefined, far]) {
        const plan = await plansOf(() => visitsPage(town[who], filter, after));
        expect(readWhole(plan), JSON.stringify(filter)).toEqual([]);
        if (after) expect(walked(plan), "a later page is found by its key").toEqual([]);
      }
  });

  test("one's own visits, and whatever waits for a review, are never sorted", async () => {
    for (const after of [undefined, far]) {
      const plan = await plansOf(() => visitsPage(town[who], { authorIds: [town.people[who]] }, after));
      expect([walked(plan), sorted(plan)]).toEqual([[], []]);
    }
    for (const scope of ["mine", "all", "unassigned", "late"] as const)
      for (const after of [undefined, { due: town.now, id: far.id }]) {
        const plan = await plansOf(() => reviewsPage(town[who], scope, after));
        expect([scope, walked(plan), sorted(plan)]).toEqual([scope, [], []]);
        expect([scope, walked(await plansOf(() => countReviews(town[who], scope)))]).toEqual([scope, []]);
      }
  });

  test("problems, the week, drafts, returns and one visit", async () => {
    const desk = town[who];
    const [some] = await desk.select({ id: desk.see.visits.id }).from(desk.see.visits).limit(1);
    const questions = [
      () => problemsPage(desk, {}, { at: town.now, id: newId<"problem">() }), () => problemsPage(desk, { mine: true }), () => openProblems(desk),
      () => myWeek(desk), () => myDrafts(desk), () => returnedToMe(desk), () => menteesWeek(desk), ...(some ? [() => visitInFull(desk, some.id)] : []),
    ];
    for (const question of questions) expect(readWhole(await plansOf(question)), String(question)).toEqual([]);
  });
});

test("what waits for a new keeper is found by an index, whoever asks", async () => {
  for (const who of everybody) for (const question of [() => parkedPage(town[who]), () => parkedPage(town[who], { at: town.now, id: far.id }), () => countParked(town[who]), () => myParked(town[who])])
    expect([who, (await plansOf(question)).filter((step) => /^SCAN parked_visits/.test(step))]).toEqual([who, []]);
});

test("the number in the header and both lists of notices are walks along one index, sorted by it, on any page", async () => {
  const last = { id: newId<"notice">(), showAt: town.now, doneAt: town.now };
  for (const question of [
    () => countNotices(town.lin), () => noticesPage(town.lin, "open"), () => noticesPage(town.lin, "open", { ...last, doneAt: null }),
    () => noticesPage(town.lin, "done"), () => noticesPage(town.lin, "done", last),
  ]) {
    const plan = await plansOf(question);
    expect([plan.filter((step) => /\bnotices\b/.test(step) && !/^SEARCH notices USING (COVERING )?INDEX notices_person \(person_id=\? AND done_at/.test(step)), sorted(plan)], String(question)).toEqual([[], []]);
  }
});

test("the office's and the leader's list is walked in its order, a page at a time", async () => {
  for (const desk of [town.chen, town.zhen]) {
    const plan = await plansOf(() => visitsPage(desk, {}));
    expect(walked(plan)).toEqual(["SCAN visits USING INDEX visits_day"]);
    expect(sorted(plan)).toEqual([]);
    expect((await plansOf(() => visitsPage(desk, {}, far))).join()).toContain("SEARCH visits USING INDEX visits_day (visited_on<?)");
  }
});

test("a word that stands everywhere: whoever sees much finds it in the index, whoever sees little among their own visits", async () => {
  const question = (desk: Town["lin"]) => () => visitsByQuery(desk, "水沟");
  const lins = await plansOf(question(town.lin));
  expect([walked(lins), lins.join().includes("visits USING INDEX visits_author")]).toEqual([[], true]);
  for (const desk of [town.chen, town.zhen]) {
    const plan = await plansOf(question(desk));
    expect([walked(plan), sorted(plan), plan.join().includes("VIRTUAL TABLE INDEX")]).toEqual([[], [], true]);
  }
  const mine = await visitsPage(town.lin, {});
  expect((await visitsByQuery(town.lin, "水沟")).map(({ id }) => id)).toEqual(mine.rows.slice(0, 20).map(({ id }) => id));
  expect(await visitsByQuery(town.lin, "水沟通")).toEqual([]);
});

test("the office's numbers, the board and the ledger's end", async () => {
  for (const question of [() => whatWaits(town.chen), () => villageBoard(town.chen), () => openProblems(town.chen)]) expect(walked(await plansOf(question))).toEqual([]);
  for (const question of [() => lastOfLedger(town.shen), () => ledgerPage(town.shen, {})]) {
    const plan = await plansOf(question);
    expect(sorted(plan)).toEqual([]); // a walk from its end by its own key, which SQLite calls a scan
  }
});

test("with statistics kept, nothing is read from end to end either; without them the plans stay as they are here", async () => {
  const raw = new Database(path);
  raw.exec("analyze");
  raw.close();
  for (const who of everybody) for (const question of [() => visitsPage(town[who], {}), () => visitsPage(town[who], {}, far), () => reviewsPage(town[who], "all")])
    expect([who, readWhole(await plansOf(question)).filter((step) => step !== "SCAN households")]).toEqual([who, []]); // there are four
  // SQLite sorts the office's list whole once it has counted 26 villages: nobody may make it count.
  const counting = sourcesIn("db", "lib", "instrumentation.ts").filter(({ tree }) => /\b(pragma optimize|analyze\b(?!d))/i.test(tree.text.replace(/\/\/.*|\/\*[\s\S]*?\*\//g, "")));
  expect(counting.map((source) => source.path)).toEqual([]);
});
