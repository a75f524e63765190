import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import type { Town } from "@/db/seed/cast";
import { allResults, equalTotals, resultsPage, waitingResults } from "@/lib/defences/reads-results";
import type { Desk } from "@/lib/gate/desk";
import type { Day } from "@/lib/kernel/day";
import { type Id, newId } from "@/lib/kernel/id";
import { aTopic, deskOf } from "../support/defences";
import { township } from "../support/township";

async function held(town: Town, topicId: Id<"topic">, heldOn: string, total: number, state: "closed" | "published" = "published"): Promise<Id<"defence">> {
  const id = newId<"defence">();
  await town.store.write(async (tx) => {
    const publishedAt = state === "published" ? town.now : null;
    await tx.insert(tables.defences).values({ id, topicId, heldOn: heldOn as Day, rule: "mean", quorum: 3, state, publishedAt, closedAt: town.now });
    await tx.insert(tables.results).values({ defenceId: id, round: 1, total, rule: "mean", counted: 3, spread: 0, at: town.now, publishedAt });
  });
  return id;
}

async function pages(desk: Desk, size: number): Promise<Id<"defence">[][]> {
  const found: Id<"defence">[][] = [];
  for (let after: Id<"defence"> | undefined; ; ) {
    const { lines, next } = await resultsPage(desk, after, size);
    found.push(lines.map(({ defenceId }) => defenceId));
    if (!next) return found;
    after = next;
  }
}

test("pages of results hold every one once, in one order, whatever their size; equal is equal across pages", async () => {
  const town = await township();
  const made: Id<"defence">[] = [];
  for (const total of [8000, 8100, 8200]) {
    const topicId = await aTopic(town); // all of one name: then the key has to go on
    for (const day of ["2026-02-01", "2026-02-01", "2026-01-10"]) made.push(await held(town, topicId, day, total + made.length));
  }
  await held(town, await aTopic(town), "2026-03-01", 8000, "closed");
  const whole = (await pages(town.chen, 100)).flat();
  expect(new Set(whole).size).toBe(made.length + 1);
  for (const size of [1, 2, 3, 5]) {
    const found = await pages(town.chen, size);
    expect(found.flat()).toEqual(whole);
    expect(found.every((page) => page.length <= size)).toBe(true);
  }
  expect((await allResults(town.chen)).map(({ defenceId }) => defenceId)).toEqual(whole);
  expect([...(await equalTotals(town.chen))]).toEqual([8000]);
  expect([...(await equalTotals(await deskOf(town, town.people.lin)))]).toEqual([]); // the other one is not told yet
});

test("a file leaves nothing out, and of more than thirty that wait it says that there are more", async () => {
  const town = await township();
  for (let i = 0; i < 31; i++) await held(town, await aTopic(town), "2026-02-01", 8000 + i, "closed");
  expect(await waitingResults(town.chen)).toMatchObject({ more: true, waiting: { length: 30 } });
  const topicId = await aTopic(town);
  for (let i = 0; i < 210; i++) await held(town, topicId, "2026-01-01", 7000);
  expect(await allResults(town.chen)).toHaveLength(241);
});
