import "fake-indexeddb/auto";
import * as fc from "fast-check";
import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import type { Outbox } from "@/app/_phone/outbox";
import { drain, type Post } from "@/app/_phone/sender";
import { inTurn } from "@/app/_phone/turn";
import { POST } from "@/app/api/v1/outbox/route";
import { tables } from "@/db/schema";
import type { Shelf } from "@/app/_phone/shelf";
import { type Id, newId } from "@/lib/kernel/id";
import { reviewVisit } from "@/lib/visits/acts-review";
import type { VisitInput } from "@/lib/visits/forms";
import { freshPhone, tabOf } from "../support/phones";
import { township } from "../support/township";
import { aVisit } from "../support/visits";

/*
 * The real outbox on a real (simulated) browser database, against the real route and a real town, through every
 * mishap we could think of, in any order. QINGLAN_SCHEDULES=2000 makes it a long night.
 */
const schedules = Number(process.env.QINGLAN_SCHEDULES ?? 500);

const sent = vi.hoisted((): { by: unknown } => ({ by: undefined }));
vi.mock("@/lib/gate/session", () => ({ deskOfRequest: () => Promise.resolve(sent.by) }));

type Net = "good" | "off" | "late" | "broken" | "killed";
type Op =
  | { do: "write"; visit: number; words: number } | { do: "hand in"; visit: number; words: number } | { do: "net"; net: Net }
  | { do: "session"; open: boolean } | { do: "send"; tab: 0 | 1; hurry: boolean } | { do: "both send" } | { do: "wait"; minutes: number }
  | { do: "again"; shuffled: boolean } | { do: "reopen" } | { do: "answer"; visit: number; approve: boolean };

const which = fc.nat({ max: 3 });
const op: fc.Arbitrary<Op> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant("write" as const), visit: which, words: which }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("hand in" as const), visit: which, words: which }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("net" as const), net: fc.constantFrom<Net>("good", "off", "late", "broken", "killed") }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("session" as const), open: fc.boolean() }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant("send" as const), tab: fc.constantFrom(0 as const, 1 as const), hurry: fc.boolean() }) },
  { weight: 2, arbitrary: fc.constant({ do: "both send" as const }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("wait" as const), minutes: fc.nat({ max: 15 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("again" as const), shuffled: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ do: "reopen" as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("answer" as const), visit: which, approve: fc.boolean() }) },
);

const said = ["屋后水沟堵了", "想办高龄补贴", "路灯坏了三盏", "孩子上学的事"];
const theTown = township();

/** One phone, two tabs, one network, and what the person believes: which visits were written and which handed in. */
class World {
  readonly ids: Id<"visit">[] = said.map(() => newId<"visit">());
  readonly handed = new Map<number, string[]>();
  readonly written = new Set<number>();
  now = 1_000_000;
  net: Net = "good";
  private readonly delivered: object[] = [];

  private constructor(readonly town: Awaited<typeof theTown>, readonly shelf: Shelf, public tabs: [Outbox, Outbox]) {}

  static async open(): Promise<World> {
    const [town, shelf] = [await theTown, await freshPhone()];
    sent.by = town.lin;
    const world = new World(town, shelf, [] as unknown as [Outbox, Outbox]);
    await world.reopen();
    return world;
  }

  async reopen(): Promise<void> {
    const tab = () => tabOf(this.shelf, this.town.people.lin, () => this.now);
    this.tabs = [await tab(), await tab()];
  }

  form(visit: number, words: number): VisitInput {
    return { ...aVisit(this.town), id: this.ids[visit]!, account: said[words]!, version: 0, capturedAt: this.now };
  }

  readonly post: Post = async (envelope) => {
    if (this.net === "off") return undefined;
    if (this.net === "broken") return { status: 500, answer: { ok: false } };
    this.delivered.push(envelope);
    const answer = await hand(envelope);
    if (this.net === "late") return undefined; // it was written, and nobody heard
    if (this.net === "killed") throw new Error("the tab died");
    return answer;
  };

  /** As a browser would: a killed tab runs no `finally`, so its lease is left behind. */
  async send(tab: number, hurry = false): Promise<void> {
    const work = () => drain(this.tabs[tab]!, this.post, () => this.now, hurry).then(() => undefined);
    if (this.net !== "killed") return void (await inTurn(this.shelf, work, this.now, `tab ${tab}`));
    if (await this.shelf.lease("qinglan-sender", `dead ${this.now}`, this.now, this.now + 90_000)) await work().catch(() => undefined);
  }

  /** An envelope that lay in a router somewhere arrives once more, its items in another order. */
  async again(shuffled: boolean): Promise<void> {
    const last = this.delivered.at(-1) as { items: unknown[] } | undefined;
    if (last) await hand({ ...last, items: shuffled ? last.items.toReversed() : last.items });
  }

  rows = async (visit: number) => (await this.town.store.read.select().from(tables.visits).where(eq(tables.visits.id, this.ids[visit]!)));
}

async function hand(envelope: object) {
  const answer = await POST(new Request("http://127.0.0.1:3000/api/v1/outbox", { method: "POST", body: JSON.stringify(envelope) }));
  return { status: answer.status, answer: (await answer.json()) as { ok: false } };
}

async function run(world: World, step: Op): Promise<void> {
  const tab = world.tabs[0];
  if (step.do === "write" && !world.handed.has(step.visit)) {
    world.written.add(step.visit);
    await tab.jot(world.form(step.visit, step.words), "");
  }
  if (step.do === "hand in") {
    const before = await tab.item(world.ids[step.visit]!);
    // The screen offers no form for what is on its way or has arrived.
    if (before && before.state !== "draft" && before.state !== "rejected") return;
    world.handed.set(step.visit, [...(world.handed.get(step.visit) ?? []), said[step.words]!]);
    await tab.queue(world.form(step.visit, step.words), "");
  }
  if (step.do === "net") world.net = step.net;
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
    if (item && item.state !== "sent" && world.handed.has(visit)) expect(world.handed.get(visit)).toContain(item.visit.account);
  }
}

async function settles(world: World): Promise<void> {
  sent.by = world.town.lin;
  world.net = "good";
  world.now += 60 * 60_000;
  await world.reopen();
  await world.send(0, true);
  const items = await world.tabs[0].items();
  for (const [visit, words] of world.handed) {
    const [row] = await world.rows(visit);
    expect(row, `visit ${visit} has arrived`).toBeDefined();
    expect(words).toContain(row!.account);
    expect(row!.submittedAt).not.toBeNull();
    expect(items.find(({ id }) => id === row!.id)!.state).toBe("sent");
    const steps = await world.town.store.read.select().from(tables.visitSteps).where(eq(tables.visitSteps.visitId, row!.id));
    expect(steps.filter(({ move }) => move === "submit")).toHaveLength(1);
  }
}

test(`through ${schedules} schedules of mishaps every visit handed in arrives exactly once and every state is true`, { timeout: 600_000 }, async () => {
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
