import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { saidBy } from "@/app/_phone/sending";
import { drain, type Post } from "@/app/_phone/sender";
import { newId } from "@/lib/kernel/id";
import type { VisitInput } from "@/lib/visits/forms";
import { freshPhone, tabOf } from "../support/phones";

const lin = newId<"person">();
const visit = (account: string, capturedAt: number): VisitInput =>
  ({ id, kind: "household_day", householdId: newId<"household">(), visitedOn: "2026-03-03", slot: "morning", topics: ["safety"], account, matter: "none", problemTitle: "", capturedAt });
const id = newId<"visit">();

test.each(["sent", "conflict", "rejected", "again"] as const)("newer words that were handed in while the older ones were on their way are not touched by the answer (%s)", async (result) => {
  const tab = await tabOf(await freshPhone(), lin);
  await tab.queue(visit("先写的", 1), "", "save");
  const post: Post = async () => {
    await tab.queue(visit("后写的，多了一句", 2), "", "submit");
    return { status: 200, answer: { ok: true, results: [{ id, result, version: 1, message: "", fields: {} }] } };
  };
  await drain(tab, post, Date.now);
  expect(await tab.items()).toMatchObject([{ state: "queued", deed: "submit", visit: { account: "后写的，多了一句" } }]);
});

test("a network that fails, or a session that ended, does not bring the older words back either", async () => {
  for (const heard of [undefined, { status: 401, answer: { ok: false as const } }, { status: 400, answer: { ok: false as const } }]) {
    const tab = await tabOf(await freshPhone(), lin);
    await tab.queue(visit("先写的", 1), "");
    await drain(tab, async () => {
      await tab.queue(visit("后写的", 2), "");
      return heard;
    }, Date.now);
    expect(await tab.items()).toMatchObject([{ state: "queued", visit: { account: "后写的" } }]);
  }
});

test("a refusal that is not of the words, from a gate on the way, is waited out", async () => {
  for (const status of [403, 404, 405, 421]) {
    const tab = await tabOf(await freshPhone(), lin);
    await tab.queue(visit("写好的", 1), "");
    await drain(tab, () => Promise.resolve({ status, answer: { ok: false } }), Date.now);
    expect((await tab.items())[0]).toMatchObject({ state: "queued" });
  }
});

test("only an answer in our own words is one", async () => {
  const json = (body: unknown, status = 200) => Response.json(body, { status });
  expect(await saidBy(json({ ok: true, results: [] }))).toEqual({ ok: true, results: [] });
  expect(await saidBy(json({ ok: false, message: "不行" }, 422))).toMatchObject({ ok: false });
  for (const other of [new Response("<html>登录上网</html>"), json({ ok: false }), json({ ok: true }, 502), json([]), json(null), undefined]) expect(await saidBy(other)).toBeUndefined();
});
