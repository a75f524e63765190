import "fake-indexeddb/auto";
import { expect, test, vi } from "vitest";
import { Outbox } from "@/app/_phone/outbox";
import { keyFrom } from "@/app/_phone/seal";
import { drain, type Post } from "@/app/_phone/sender";
import { inTurn } from "@/app/_phone/turn";
import { newId } from "@/lib/kernel/id";
import type { VisitInput } from "@/lib/visits/forms";
import { freshPhone, secretOf, tabOf } from "../support/phones";

const [lin, wang] = [newId<"person">(), newId<"person">()];
const words = "老人说屋后水沟堵了三天 😀 e\u0301";
const visit = (): VisitInput =>
  ({ id: newId<"visit">(), kind: "household_day", householdId: newId<"household">(), visitedOn: "2026-03-03", slot: "morning", notDone: null, topics: ["environment"], account: words, atmosphere: null, matter: "none", problemTitle: "", nextVisitOn: null, capturedAt: null, enterpriseId: null });
const states = async (outbox: Outbox) => (await outbox.items()).map(({ state }) => state);
const taken: Post = (envelope) => {
  const { items } = envelope as { items: { visit: VisitInput }[] };
  return Promise.resolve({ status: 200, answer: { ok: true, results: items.map(({ visit: { id } }) => ({ id, result: "sent" as const, version: 1 })) } });
};

test("what is written comes back byte for byte, from another tab too", async () => {
  const phone = await freshPhone();
  const said = visit();
  await (await tabOf(phone, lin)).jot(said, "陈** 户 · 昇光村");
  const again = await (await tabOf(phone, lin)).visit(said.id);
  expect(again).toMatchObject({ state: "draft", door: "陈** 户 · 昇光村" });
  expect(again!.visit).toEqual(said);
});

test("at rest no word, no door and no reason can be read, and another person's key opens nothing", async () => {
  const phone = await freshPhone();
  const said = visit();
  await (await tabOf(phone, lin)).queue(said, "陈** 户 · 昇光村");
  const row = (await phone.row(said.id))!;
  const bytes = Buffer.from(row.bytes);
  for (const secret of [words, "水沟", "昇光村", "environment"]) expect(bytes.includes(secret)).toBe(false);
  expect(Object.keys(row).sort()).toEqual(["bytes", "id", "iv", "owner", "savedAt", "state"]);
  const other = await tabOf(phone, wang);
  expect([await other.items(), await other.item(said.id)]).toEqual([[], undefined]);
  await phone.put({ ...row, owner: wang });
  const thief = new Outbox(wang, phone, await keyFrom(secretOf(lin)));
  expect(await thief.items()).toEqual([]);
});

test("a write that cannot be read back is not called kept", async () => {
  const phone = await freshPhone();
  const row = { id: "x", owner: lin, state: "draft" as const, savedAt: 1, iv: new Uint8Array(12), bytes: new Uint8Array([1, 2, 3]).buffer };
  await phone.put(row);
  expect((await phone.row("x"))!.bytes.byteLength).toBe(3);
  let asked = 0;
  const shrunk = { ...row, get bytes(): ArrayBuffer { return new Uint8Array(asked++ ? 4 : 3).buffer; } };
  await expect(phone.put(shrunk)).rejects.toThrow("read back");
});

test("what is on its way is not turned back into a draft by a late key", async () => {
  const outbox = await tabOf(await freshPhone(), lin);
  const said = visit();
  await outbox.queue(said, "");
  await outbox.jot({ ...said, account: "晚到的一个字" }, "");
  expect(await outbox.items()).toMatchObject([{ state: "queued", visit: { account: words } }]);
});

test("a sent item forgets its words, and after a week its name", async () => {
  const outbox = await tabOf(await freshPhone(), lin);
  await outbox.queue(visit(), "陈** 户");
  await drain(outbox, taken, () => 1_000);
  expect(await outbox.items()).toMatchObject([{ state: "sent", door: "陈** 户", visit: { account: "", version: 1 } }]);
  await drain(outbox, taken, () => 1_000 + 8 * 24 * 3_600_000);
  expect(await outbox.items()).toEqual([]);
});

test("without an answer it waits longer each time, and hurrying does not wait", async () => {
  const outbox = await tabOf(await freshPhone(), lin);
  let [asked, now] = [0, 0];
  const dead: Post = () => {
    asked += 1;
    return Promise.resolve(undefined);
  };
  await outbox.queue(visit(), "");
  const waits: number[] = [];
  for (let turn = 0; turn < 12; turn++) {
    expect(await drain(outbox, dead, () => now)).toBe("no-network");
    const [item] = await outbox.items();
    waits.push(item!.nextTryAt - now);
    expect(await drain(outbox, dead, () => now)).toBe("done");
    now = item!.nextTryAt;
  }
  expect(asked).toBe(12);
  expect(waits[0]!).toBeLessThanOrEqual(5_000);
  expect(waits.every((wait) => wait >= 2_500 && wait <= 600_000)).toBe(true);
  expect(waits.at(-1)!).toBeGreaterThanOrEqual(300_000);
  await drain(outbox, taken, () => now - 1, true);
  expect(await states(outbox)).toEqual(["sent"]);
});

test("a session that has ended keeps everything and says so; another person's phone sends nothing of it", async () => {
  const outbox = await tabOf(await freshPhone(), lin);
  await outbox.queue(visit(), "");
  expect(await drain(outbox, () => Promise.resolve({ status: 401, answer: { ok: false, signedOut: true } }), () => 5)).toBe("signed-out");
  expect(await outbox.items()).toMatchObject([{ state: "queued", reason: "登录时间到了，重新登录后会自动发送" }]);
  expect(await drain(outbox, () => Promise.resolve({ status: 403, answer: { ok: false, otherPerson: true, message: "另一个人" } }), () => 5)).toBe("signed-out");
  expect(await outbox.items()).toMatchObject([{ state: "queued", reason: "另一个人", visit: { account: words } }]);
});

test("an envelope refused as a whole is sent again one by one: the one at fault stays, the others arrive", async () => {
  const outbox = await tabOf(await freshPhone(), lin);
  const bad = visit();
  for (const one of [visit(), bad, visit()]) await outbox.queue(one, "");
  const picky: Post = (envelope) => {
    const { items } = envelope as { items: { visit: VisitInput }[] };
    return items.some((item) => item.visit.id === bad.id) ? Promise.resolve({ status: 413, answer: { ok: false, message: "太大了" } }) : taken(envelope);
  };
  await drain(outbox, picky, () => 1);
  expect(await outbox.item(bad.id)).toMatchObject({ state: "rejected", reason: "太大了", visit: { account: words } });
  expect((await states(outbox)).sort()).toEqual(["rejected", "sent", "sent"]);
});

test("of two tabs one sends; a tab that died gives the turn back after a while", async () => {
  const phone = await freshPhone();
  const order: string[] = [];
  const at = (now: number, holder: string) => ({ now: () => now, holder });
  const slow = (name: string) => async () => {
    order.push(`${name} begins`);
    await new Promise((go) => setTimeout(go, 5));
    order.push(`${name} ends`);
  };
  expect((await Promise.all([inTurn(phone, slow("a"), at(0, "a")), inTurn(phone, slow("b"), at(0, "b"))])).sort()).toEqual([false, true]);
  expect(order).toHaveLength(2);
  await phone.lease("qinglan-sender", "dead", 0, 90_000);
  expect(await inTurn(phone, slow("a"), at(89_999, "a"))).toBe(false);
  expect(await inTurn(phone, slow("a"), at(90_000, "a"))).toBe(true);
});

test("whoever sends longer than a lease lasts keeps the turn", async () => {
  const phone = await freshPhone();
  let passed = 0;
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const wait = async (ms: number) => {
    for (let left = ms; left > 0; left -= 10_000) {
      passed += 10_000;
      vi.advanceTimersByTime(10_000);
      await new Promise((go) => setTimeout(go, 1));
    }
  };
  const tries: boolean[] = [];
  const other = () => inTurn(phone, () => Promise.resolve(), { now: () => passed, holder: "b" });
  await inTurn(phone, async () => {
    for (let round = 0; round < 3; round += 1) {
      await wait(80_000);
      tries.push(await other());
    }
  }, { now: () => passed, holder: "a" });
  expect([...tries, await other()]).toEqual([false, false, false, true]);
  vi.useRealTimers();
});

test("what another tab took back meanwhile does not go", async () => {
  const outbox = await tabOf(await freshPhone(), lin);
  const said = visit();
  await outbox.queue(said, "");
  const item = (await outbox.item(said.id))!;
  const racing = Object.assign(Object.create(outbox) as Outbox, { items: async () => {
    await outbox.keep({ ...item, state: "draft" });
    return [item];
  } });
  let asked = 0;
  await drain(racing, (envelope) => (asked++, taken(envelope)), () => 1);
  expect([asked, await states(outbox)]).toEqual([0, ["draft"]]);
});
