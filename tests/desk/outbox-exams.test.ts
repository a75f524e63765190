import { eq } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import type { Result } from "@/app/api/v1/outbox/deliver";
import { POST } from "@/app/api/v1/outbox/route";
import { tables } from "@/db/schema";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";
import { newId } from "@/lib/kernel/id";
import { put, sent } from "../support/photo-route";
import { jpeg } from "../support/pictures";
import { days, drawn, HOUR, type Planned, planned, quizRow, sheetFor, sitsAt } from "../support/quiz-life";
import { aVisit } from "../support/visits";

/* The phone's door once more: exam sheets come in by it, and what must not be answered while somebody is examined waits. */

vi.mock("@/lib/gate/session", () => ({ deskOfRequest: async () => (await import("../support/photo-route")).sent.by }));
vi.mock("@/app/api/v1/revoked", () => ({ revokedHere: () => Promise.resolve(false) }));

let at: Planned;
let drawId: Id<"draw">;
beforeEach(async () => {
  at = await planned({ two: false });
  drawId = await drawn(at);
});
const kao = (ms = HOUR) => sitsAt(at.town, at.town.people.kao, ms);
const lin = (ms = HOUR) => sitsAt(at.town, at.town.people.lin, ms);

async function send(desk: Desk, items: unknown[], sentAt = desk.now.getTime()): Promise<Result[]> {
  sent.by = desk;
  const body = JSON.stringify({ version: 2, owner: desk.me.id, sentAt, items });
  const answer = await POST(new Request("http://127.0.0.1:3000/api/v1/outbox", { method: "POST", body }));
  return ((await answer.json()) as { results: Result[] }).results;
}
const examine = (sheet: unknown) => ({ deed: "examine", sheet });
const count = async (name: "visits" | "parkedVisits" | "quizSheets" | "notices" | "ledger") => (await at.town.store.read.select().from(tables[name])).length;

test("a sheet comes in among visits, each with its own answer; sent again it is the same one", async () => {
  const form = await sheetFor(at, drawId);
  const again = [examine(form), { deed: "submit", visit: { id: newId() } }, examine(form)];
  expect((await send(await kao(), again)).map(({ result }) => result)).toEqual(["sent", "rejected", "sent"]);
  expect(await send(await kao(9 * HOUR), [examine(form)])).toEqual([{ id: form.id, result: "sent", version: 1 }]);
  expect([await count("quizSheets"), (await quizRow(at)).state]).toEqual([1, "released"]);
});

test("what is refused is refused in words and stays the phone's, never laid beside another one", async () => {
  const form = await sheetFor(at, drawId);
  const late = { ...form, id: newId(), finishedAt: at.town.now.getTime() + 25 * HOUR };
  expect(await send(await kao(26 * HOUR), [examine(late)])).toEqual([{ id: late.id, result: "rejected", message: "考核到 03-05 09:00 就结束了，这张考核表是在那以后完成的，不能收", fields: {} }]);
  expect(await send(await kao(), [examine({ ...form, found: null, marks: [] })])).toMatchObject([{ id: form.id, result: "rejected", message: "选择怎么找到的", fields: { found: "选择怎么找到的" } }]);
  await send(await kao(), [examine(form)]);
  expect(await send(await kao(), [examine({ ...form, words: "别的" })])).toMatchObject([{ id: form.id, result: "rejected", message: "这张考核表已经送达，和这次交的不一样。先送达的算数" }]);
  expect(await send(await kao(), [examine(null), { deed: "examine" }, { deed: "erase", sheet: form }])).toMatchObject([{ id: null, result: "rejected" }, { id: null, result: "rejected" }, { id: form.id, result: "rejected" }]);
  expect(await send(await lin(), [examine(form)])).toMatchObject([{ id: form.id, result: "rejected" }]);
});

test("a visit at the household one is examined on waits on the phone: nothing is kept, nothing told, nothing parked; afterwards it comes in", async () => {
  const home = (await at.town.store.read.select().from(tables.draws))[0]!.householdId!;
  const other = Object.values(at.town.homes).find((id) => id !== home && [at.town.homes.zhang, at.town.homes.li].includes(id))!;
  const [hidden, seen] = [aVisit(at.town, { householdId: home }), aVisit(at.town, { householdId: other })];
  const before = await Promise.all([count("notices"), count("ledger")]);
  const later = "现在没能收下，过一会儿会再发一次";
  for (const deed of ["submit", "save"]) expect(await send(await lin(), [{ deed, visit: hidden }])).toEqual([{ id: hidden.id, result: "again", message: later }]);
  expect([await count("visits"), await count("parkedVisits"), await count("notices"), await count("ledger")]).toEqual([0, 0, ...before]);
  expect(await send(await lin(), [{ deed: "submit", visit: hidden }, { deed: "submit", visit: seen }])).toMatchObject([{ result: "again" }, { result: "sent" }]);
  expect(await send(await lin(days(1) + HOUR), [{ deed: "submit", visit: hidden }])).toMatchObject([{ id: hidden.id, result: "sent" }]);
  expect(await count("parkedVisits")).toBe(0);
});

test("so does what was put aside there and is now moved to another door, and a picture of it; nobody else's visit is answered so", async () => {
  const home = (await at.town.store.read.select().from(tables.draws))[0]!.householdId!;
  const [photo, elsewhere] = [newId<"photo">(), at.town.homes.zhang === home ? at.town.homes.li : at.town.homes.zhang];
  const form = aVisit(at.town, { householdId: home, photoIds: [photo] });
  await send(await lin(days(1) + HOUR), [{ deed: "save", visit: form }]);
  expect(await send(await lin(), [{ deed: "save", visit: { ...form, version: 1, householdId: elsewhere } }])).toMatchObject([{ result: "again" }]);
  expect(await put(await lin(), photo, await jpeg())).toMatchObject({ status: 503, ok: false });
  expect(await put(await lin(days(1) + HOUR), photo, await jpeg())).toMatchObject({ status: 200 });
  expect(await send(await sitsAt(at.town, at.town.people.he, HOUR), [{ deed: "submit", visit: aVisit(at.town, { householdId: home }) }])).toMatchObject([{ result: "sent" }]);
  const [row] = await at.town.store.read.select().from(tables.visits).where(eq(tables.visits.id, form.id));
  expect(row).toMatchObject({ householdId: home, version: 1 });
});
