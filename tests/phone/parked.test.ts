import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { type Item, needsMe } from "@/app/_phone/item";
import { askAfterParked } from "@/app/_phone/parked";
import { drain, type Post, type Resting } from "@/app/_phone/sender";
import { deliver } from "@/app/api/v1/outbox/deliver";
import { admitParked } from "@/lib/visits/acts-parked";
import { asRead, handedOverTo, lostTo } from "../support/parked";
import { freshPhone, tabOf } from "../support/phones";
import { township } from "../support/township";
import { aVisit } from "../support/visits";

/** 林晓's phone with one visit that was refused and kept, and the way to her server. */
async function refused() {
  const town = await township();
  const lin = await lostTo(town, "zhao");
  const outbox = await tabOf(await freshPhone(), town.people.lin, () => clock.now);
  const clock = { now: 1_000_000, asked: 0 };
  const post: Post = async (envelope) => {
    clock.asked += 1;
    const { items, sentAt } = envelope as { items: unknown[]; sentAt: number };
    return { status: 200, answer: { ok: true, results: await deliver(lin, { items, sentAt }) } };
  };
  const visit = aVisit(town);
  await outbox.queue(visit, "张** 户 · 东岭村");
  await drain(outbox, post, () => clock.now);
  const ask = (hurry = false, by = post) => askAfterParked(outbox, by, () => clock.now, hurry);
  return { town, lin, outbox, clock, visit, post, ask, item: async () => (await outbox.item(visit.id))! };
}

test("what the server keeps stays refused on the phone, with the truth about it, until it is taken in", async () => {
  const { town, lin, visit, ask, item } = await refused();
  expect(await item()).toMatchObject({ state: "rejected", parked: { state: "parked", keeper: "赵宁" }, reason: "该户已移交给 赵宁。这条已存在系统里，等待处理" });
  const zhao = await handedOverTo(town, lin, visit.id, "zhao");
  await ask(true);
  expect(await item()).toMatchObject({ state: "rejected", parked: { state: "handed", keeper: null }, reason: "已转交给 赵宁，等待处理", visit: { account: visit.account } });
  await admitParked(zhao, { ...(await asRead(zhao, visit.id)), note: "" });
  await ask(true);
  expect(await item()).toMatchObject({ state: "sent", reason: "", visit: { version: 1, account: "" } });
});

test("it is asked after at most every five minutes, at once where its author looks, and never once it is settled", async () => {
  const { clock, ask } = await refused();
  const times = async (work: () => Promise<void>) => {
    const before = clock.asked;
    await work();
    return clock.asked - before;
  };
  expect([await times(ask), await times(ask), await times(() => ask(true))]).toEqual([1, 0, 1]);
  clock.now += 6 * 60_000;
  expect(await times(ask)).toBe(1);
});

test("no network, a server that breaks or decides nothing leaves it as it is", async () => {
  const { ask, item, visit } = await refused();
  const before = await item();
  const answers: Awaited<ReturnType<Post>>[] = [
    undefined, { status: 500, answer: { ok: false } }, { status: 401, answer: { ok: false, signedOut: true } }, { status: 200, answer: { ok: true, results: [] } },
    { status: 200, answer: { ok: true, results: [{ id: visit.id, result: "again", message: "现在没能收下" }] } },
  ];
  for (const answer of answers) await ask(true, () => Promise.resolve(answer));
  expect(await item()).toEqual(before);
});

test("its author has to look while there is something to do, not while it waits with somebody else", async () => {
  const here = await (await refused()).item();
  const looks = (change: Partial<Resting>) => needsMe({ ...here, ...change });
  const kept = (state: NonNullable<Item["parked"]>["state"], keeper: string | null) => looks({ parked: { state, keeper, message: "" } });
  expect([looks({ parked: undefined }), looks({ state: "conflict" }), kept("parked", "赵宁"), kept("declined", null)]).toEqual([true, true, true, true]);
  expect([kept("parked", null), kept("handed", null), looks({ state: "queued" }), looks({ state: "sent" })]).toEqual([false, false, false, false]);
});
