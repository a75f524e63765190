import "fake-indexeddb/auto";
import * as fc from "fast-check";
import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { isUnsent, isVisit } from "@/app/_phone/item";
import { tables } from "@/db/schema";
import { reviewVisit } from "@/lib/visits/acts-review";
import { type Op, op, said, sent, World } from "../support/mishaps";

/*
 * The real outbox on a real (simulated) browser database, against the real route and a real town, through every
 * mishap we could think of, in any order. QINGLAN_SCHEDULES=2000 makes it a long night.
 */
const schedules = Number(process.env.QINGLAN_SCHEDULES ?? 500);

vi.mock("@/app/api/v1/revoked", () => ({ revokedHere: () => Promise.resolve(false) }));
vi.mock("@/lib/gate/session", () => ({ deskOfRequest: async () => (await import("../support/mishaps")).sent.by }));

async function run(world: World, step: Op): Promise<void> {
  const tab = world.tabs[0];
  if (step.do === "write" && !world.handed.has(step.visit)) {
    world.written.add(step.visit);
    await world.jot(step.visit, step.words);
  }
  if (step.do === "hand in") {
    const before = await tab.item(world.ids[step.visit]!);
    // The screen offers no form for what is on its way or has arrived.
    if (before && before.state !== "draft" && before.state !== "rejected") return;
    if (!world.taken.has(step.visit)) await world.jot(step.visit, step.words);
    world.handed.set(step.visit, [...(world.handed.get(step.visit) ?? []), said[step.words]!]);
    await tab.queue(world.form(step.visit, step.words), "");
  }
  if (step.do === "net") [world.net, world.photoNet] = [step.net, step.photos];
  if (step.do === "session") sent.by = step.open ? world.town.lin : undefined;
  if (step.do === "send") await world.send(step.tab, step.hurry);
  if (step.do === "both send") await Promise.all([world.send(0, true), world.send(1, true)]);
  if (step.do === "wait") world.now += step.minutes * 60_000;
  if (step.do === "again") await world.again(step.shuffled);
  if (step.do === "reopen") await world.reopen();
  if (step.do === "answer") await answer(world, step);
}

async function answer({ town, ...world }: World, { visit, approve }: { visit: number; approve: boolean }): Promise<void> {
  const id = world.ids[visit]!;
  const [row] = await town.store.read.select().from(tables.visits).where(eq(tables.visits.id, id));
  if (row?.state !== "submitted") return;
  await reviewVisit(town.wang, { visitId: id, version: row.version, verdict: approve ? "approve" : "return", note: approve ? "" : "堵了多久，影响大不大" });
}

/** Nothing is called sent that is not there, and nothing written has gone from both places. */
async function statesAreTrue(world: World): Promise<void> {
  const items = new Map((await world.tabs[1].items()).map((item) => [item.id, item]));
  for (const [visit, id] of world.ids.entries()) {
    const rows = await world.rows(visit);
    const item = items.get(id);
    expect(rows.length).toBeLessThanOrEqual(1);
    if (item?.state === "sent") expect(rows).toHaveLength(1);
    if (world.handed.has(visit) || world.written.has(visit)) expect(item, `visit ${visit} is on the phone`).toBeDefined();
    const here = await world.shelf.photoIds(id);
    for (const photo of world.taken.has(visit) ? world.photos[visit]! : []) {
      if (here.includes(photo.id) && (!item || isUnsent(item))) continue;
      const [there] = await world.town.store.read.select().from(tables.photos).where(eq(tables.photos.id, photo.id));
      expect(there?.state, `photo of visit ${visit}`).toBe("kept");
    }
    if (item && item.state !== "sent" && world.handed.has(visit)) expect(world.handed.get(visit)).toContain(isVisit(item) && item.visit.account);
  }
}

async function settles(world: World): Promise<void> {
  sent.by = world.town.lin;
  [world.net, world.photoNet] = ["good", "good"];
  world.now += 60 * 60_000;
  await world.reopen();
  await world.send(0, true);
  const items = await world.tabs[0].items();
  for (const [visit, words] of world.handed) {
    const [row] = await world.rows(visit);
    expect(row, `visit ${visit} has arrived`).toBeDefined();
    expect(words).toContain(row!.account);
    expect(row!.submittedAt).not.toBeNull();
    expect(items.find(({ id }) => id === row!.id)).toMatchObject({ state: "sent", photosLeft: [] });
    for (const photo of world.photos[visit]!) {
      const deeds = await world.town.store.read.select().from(tables.ledger).where(eq(tables.ledger.subjectId, photo.id));
      expect(deeds.map(({ action }) => action)).toEqual(["photo.keep"]);
    }
    const steps = await world.town.store.read.select().from(tables.visitSteps).where(eq(tables.visitSteps.visitId, row!.id));
    expect(steps.filter(({ move }) => move === "submit")).toHaveLength(1);
  }
}

test(`through ${schedules} schedules of mishaps every visit handed in and every photo of it arrives exactly once, and every state is true`, { timeout: 600_000 }, async () => {
  let arrived = 0;
  await fc.assert(fc.asyncProperty(fc.array(op, { minLength: 4, maxLength: 24 }), async (steps) => {
    const world = await World.open();
    for (const step of steps) {
      await run(world, step);
      await statesAreTrue(world);
    }
    await settles(world);
    arrived += world.handed.size;
  }), { numRuns: schedules });
  expect(arrived).toBeGreaterThan(schedules);
});
