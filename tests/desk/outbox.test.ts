import { eq } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import type { Result } from "@/app/api/v1/outbox/deliver";
import { POST } from "@/app/api/v1/outbox/route";
import { tables } from "@/db/schema";
import { Desk } from "@/lib/gate/desk";
import { type Id, newId } from "@/lib/kernel/id";
import { recallVisit, submitVisit } from "@/lib/visits/acts";
import { reviewVisit } from "@/lib/visits/acts-review";
import { visitInFull } from "@/lib/visits/reads-one";
import v1 from "../support/outbox/v1.json";
import v2 from "../support/outbox/v2.json";
import { township } from "../support/township";
import { aVisit } from "../support/visits";

/** Whose request it is; the cookie and its session have tests of their own. */
const sent = vi.hoisted((): { by: unknown; revoked: boolean } => ({ by: undefined, revoked: false }));
vi.mock("@/lib/gate/session", () => ({ deskOfRequest: () => Promise.resolve(sent.by) }));
vi.mock("@/app/api/v1/revoked", () => ({ revokedHere: () => Promise.resolve(sent.revoked) }));
beforeEach(() => void (sent.by = undefined));

type Town = Awaited<ReturnType<typeof township>>;
type Heard = { status: number; ok: boolean; results: Result[]; message?: string; signedOut?: true; otherPerson?: true };
const url = "http://127.0.0.1:3000/api/v1/outbox";

async function post(desk: Desk | undefined, body: unknown): Promise<Heard> {
  sent.by = desk;
  const answer = await POST(new Request(url, { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) }));
  return { status: answer.status, ...((await answer.json()) as Omit<Heard, "status">) };
}

const submit = (visit: unknown) => ({ deed: "submit", visit });
const save = (visit: unknown) => ({ deed: "save", visit });
const send = (desk: Desk, items: unknown[], sentAt = desk.now.getTime()) => post(desk, { version: 2, owner: desk.me.id, sentAt, items });
const one = async (desk: Desk, item: unknown, sentAt?: number) => (await send(desk, [item], sentAt)).results[0];
const ofTown = (fixture: object, town: Town) =>
  JSON.stringify(fixture).replaceAll("HOUSEHOLD", town.homes.zhang).replaceAll("OWNER", town.people.lin);

const rowsOf = (town: Town) => town.store.read.select().from(tables.visits);
const deedsOn = async (town: Town, id: string) =>
  (await town.store.read.select().from(tables.ledger).where(eq(tables.ledger.subjectId, id))).map((line) => line.action);

test("what a phone of any age sends is taken in", async () => {
  const town = await township();
  const [old] = [v1.visit.id];
  expect(await post(town.lin, ofTown(v1, town))).toEqual({ status: 200, ok: true, results: [{ id: old, result: "sent", version: 1 }] });
  const [first, second] = v2.items.map((item) => item.visit.id);
  expect((await post(town.lin, ofTown(v2, town))).results).toEqual([
    { id: first, result: "sent", version: 1 }, { id: second, result: "sent", version: 1 },
  ]);
  expect((await rowsOf(town)).map(({ id, state }) => [id, state])).toEqual([[old, "submitted"], [first, "submitted"], [second, "draft"]]);
  const full = await visitInFull(town.lin, first as Id<"visit">);
  expect(full).toMatchObject({ place: { lat: 30.065, lng: 120.212 }, problem: { title: "屋后水沟堵塞" }, nextSteps: [{ words: "带网格员来看水沟" }] });
});

test("an envelope that cannot be read is sent back whole", async () => {
  const town = await township();
  const owner = town.people.lin;
  const item = submit(aVisit(town));
  const wrong = ["{", null, {}, { version: 3, owner, sentAt: 1, items: [item] }, { version: 2, sentAt: 1, items: [item] },
    { version: 2, owner, items: [item] }, { version: 2, owner, sentAt: 1, items: [] }, { version: 2, owner, sentAt: 1, items: Array(51).fill(item) }];
  for (const body of wrong) expect(await post(town.lin, body)).toMatchObject({ status: 400, ok: false, message: "这一版页面太旧了，刷新后再试" });
  expect(await rowsOf(town)).toEqual([]);
});

test("delivered three times, and again after every answer it got, it is one visit and one line for each deed", async () => {
  const town = await township();
  const form = aVisit(town, { matter: "report" });
  const { id } = form;
  const again = () => one(town.lin, submit(form));
  for (const result of (await send(town.lin, [submit(form), submit(form), submit(form)])).results) expect(result).toEqual({ id, result: "sent", version: 1 });
  await reviewVisit(town.wang, { visitId: id, version: 1, verdict: "return", note: "水沟堵了多久？" });
  expect(await again()).toEqual({ id, result: "sent", version: 2 });
  const mended = { ...form, version: 2, account: `${form.account}堵了半个月。` };
  await send(town.lin, [submit(mended), submit(mended)]);
  await recallVisit(town.lin, { visitId: id, version: 3 });
  expect(await one(town.lin, submit(mended))).toEqual({ id, result: "sent", version: 4 });
  await send(town.lin, [submit({ ...mended, version: 4 })]);
  await reviewVisit(town.wang, { visitId: id, version: 5, verdict: "approve", note: "" });
  expect(await one(town.lin, submit({ ...mended, version: 4 }))).toEqual({ id, result: "sent", version: 6 });
  expect(await rowsOf(town)).toMatchObject([{ state: "approved", version: 6 }]);
  expect(await deedsOn(town, id)).toEqual(["visit.submit", "visit.return", "visit.resubmit", "visit.recall", "visit.submit", "visit.approve"]);
  expect(await town.store.read.select().from(tables.problems)).toHaveLength(1);
});

test("the same id with other words is shown beside what is here, and changes nothing", async () => {
  const town = await township();
  const form = aVisit(town, { place: { lat: 30.0654, lng: 120.2124 } });
  await send(town.lin, [submit(form)]);
  const other = await one(town.lin, submit({ ...form, account: "别的话" }));
  expect(other).toMatchObject({ id: form.id, result: "conflict", theirs: { state: "submitted", version: 1, visit: { account: form.account, place: { lat: 30.065, lng: 120.212 } } } });
  const saved = await one(town.lin, save({ ...form, account: "别的话" }));
  expect(saved).toMatchObject({ result: "conflict", theirs: { version: 1 } });
  expect((await visitInFull(town.lin, form.id))!.account).toBe(form.account);
});

test("somebody else's id is not mine to send, and shows nothing of theirs", async () => {
  const town = await township();
  const form = aVisit(town);
  await send(town.lin, [submit(form)]);
  const result = await one(town.zhao, submit({ ...form, householdId: town.homes.sun }));
  expect(result).toMatchObject({ id: form.id, result: "rejected", fields: {} });
  expect(JSON.stringify(result)).not.toContain(form.account);
});

test("one bad item holds up none of the others, whatever is wrong with it", async () => {
  const town = await township();
  const good = (account: string) => submit(aVisit(town, { account }));
  const bad = [
    submit({ ...aVisit(town), topics: [], account: "" }), submit({ ...aVisit(town), visitedOn: "2026-03-05" }),
    submit({ id: newId() }), { deed: "approve", visit: aVisit(town) }, null, submit(7), submit({ ...aVisit(town), slot: "noonish" }),
  ];
  for (const item of bad) {
    const { status, results } = await send(town.lin, [good("一"), good("二"), item, good("三"), good("四")]);
    expect([status, results.map(({ result }) => result)]).toEqual([200, ["sent", "sent", "rejected", "sent", "sent"]]);
    expect(results[2]).toMatchObject({ message: expect.stringMatching(/\p{Script=Han}/u) as string });
  }
  expect(await one(town.lin, bad[0])).toMatchObject({ message: "选一项谈了什么", fields: { topics: "选一项谈了什么", account: "用一句话写写谈了什么" } });
  expect(await rowsOf(town)).toHaveLength(4 * bad.length);
});

test("what breaks here is to be sent again, and the rest has arrived", async () => {
  const town = await township();
  const said = vi.spyOn(console, "error").mockReturnValue(undefined);
  const [first, second] = [aVisit(town), aVisit(town, { account: "第二条" })];
  const broken = vi.spyOn(Desk.prototype, "together").mockRejectedValueOnce(new Error("disk full"));
  const { results } = await send(town.lin, [submit(first), submit(second)]);
  expect(results).toMatchObject([{ id: first.id, result: "again" }, { id: second.id, result: "sent" }]);
  expect(JSON.stringify(results)).not.toContain("disk");
  expect(said).toHaveBeenCalledOnce();
  broken.mockRestore();
  said.mockRestore();
});

test("a session that ended keeps everything on the phone, and so does another person's", async () => {
  const town = await township();
  const body = { version: 2, owner: town.people.lin, sentAt: 0, items: [submit(aVisit(town))] };
  for (const revoked of [false, true]) {
    sent.revoked = revoked;
    expect(await post(undefined, body)).toEqual({ status: 401, ok: false, signedOut: true, revoked, message: "登录时间到了，重新登录后再发送" });
  }
  expect(await post(town.zhao, body)).toEqual({ status: 403, ok: false, otherPerson: true, message: "这部手机上的内容是另一个人的，由本人登录后发送" });
  expect(await rowsOf(town)).toEqual([]);
});

test("captured and received are both kept; a clock that is off is noted by the time of sending", async () => {
  const town = await township();
  const [now, minute] = [town.now.getTime(), 60_000];
  const tried: [capturedAt: number | null, sentAt: number | undefined, kept: number | null, skewed: boolean][] = [
    [now - 600 * minute, now - 9 * minute, now - 600 * minute, false], [now, now - 11 * minute, now, true], [now, now + 11 * minute, now, true],
    [null, now, null, false], [9e15, now, null, false], [now, 1e300, now, true],
    [now - 11 * minute, undefined, now - 11 * minute, true], [now - 9 * minute, undefined, now - 9 * minute, false], [null, undefined, null, false],
  ];
  for (const [capturedAt, sentAt, kept, skewed] of tried)
    for (const deed of [submit, save]) {
      const form = aVisit(town, { capturedAt });
      if (sentAt === undefined) await submitVisit(town.lin, form);
      else expect(await one(town.lin, deed(form), sentAt)).toMatchObject({ result: "sent" });
      const [row] = await town.store.read.select().from(tables.visits).where(eq(tables.visits.id, form.id));
      expect([capturedAt, sentAt, row!.capturedAt?.getTime() ?? null, row!.skewed]).toEqual([capturedAt, sentAt, kept, skewed]);
      if (row!.state === "submitted") expect(row!.submittedAt).toEqual(town.now);
    }
});

test("put aside and then handed in with the same words, it is handed in, even if the first answer was lost", async () => {
  const town = await township();
  for (const version of [0, 1]) {
    const form = aVisit(town);
    expect(await one(town.lin, save(form))).toMatchObject({ result: "sent", version: 1 });
    expect(await one(town.lin, save(form))).toMatchObject({ result: "sent", version: 1 });
    expect(await one(town.lin, submit({ ...form, version }))).toMatchObject({ result: "sent", version: 2 });
    expect(await deedsOn(town, form.id)).toEqual(["visit.save", "visit.submit"]);
  }
  const other = aVisit(town);
  await send(town.lin, [save(other)]);
  expect(await one(town.lin, submit({ ...other, account: "改过的话" }))).toMatchObject({ result: "conflict", theirs: { state: "draft" } });
});
