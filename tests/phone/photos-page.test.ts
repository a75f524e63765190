import "fake-indexeddb/auto";
import { afterEach, expect, test, vi } from "vitest";
import { isUnsent, type Picture } from "@/app/_phone/item";
import { leave } from "@/app/_phone/leaving";
import { handOver, myOutbox, unlock } from "@/app/_phone/phone";
import { send } from "@/app/_phone/sending";
import { newId } from "@/lib/kernel/id";
import type { VisitInput } from "@/lib/visits/forms";
import { secretOf } from "../support/phones";

const lin = newId<"person">();
const shot = (fill: number): Picture => ({ id: newId<"photo">(), bytes: new Uint8Array(2_000).fill(fill) });
const visit = (...pictures: Picture[]): VisitInput =>
  ({ id: newId<"visit">(), kind: "household_day", householdId: newId<"household">(), visitedOn: "2026-03-03", slot: "morning", topics: ["safety"], account: "楼道里堆了杂物", matter: "none", problemTitle: "", photoIds: pictures.map(({ id }) => id) });

afterEach(() => vi.unstubAllGlobals());

test("the words that a phone can no longer take wait in memory, and still have their pictures", async () => {
  await unlock(lin, secretOf(lin));
  const outbox = await myOutbox();
  const picture = shot(7);
  const said = visit(picture);
  await outbox.jot(said, "", [picture]);
  const full = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  await handOver({ ...said, account: "写完了" }, "", "submit");
  full.mockRestore();
  const memory = await myOutbox();
  expect([memory.shelf.lasting, (await memory.item(said.id))!.photosLeft]).toEqual([false, [picture.id]]);
  expect(await memory.picture(picture.id)).toEqual(picture.bytes);
  await memory.remove(said.id);
});

/** The page's own fetch, and what it asked for. */
function hearFetch(photoStatus: number) {
  const asked: [string, unknown][] = [];
  vi.stubGlobal("fetch", (path: string, { body, headers }: { body: string | Uint8Array; headers: Record<string, string> }) => {
    if (typeof body !== "string") {
      asked.push([path, [headers["content-type"], headers["x-qinglan-owner"], body.length]]);
      return Promise.resolve(Response.json({ ok: photoStatus === 200 }, { status: photoStatus }));
    }
    asked.push([path, "words"]);
    const { items } = JSON.parse(body) as { items: { visit: VisitInput }[] };
    return Promise.resolve(Response.json({ ok: true, results: items.map(({ visit: { id } }) => ({ id, result: "sent", version: 1 })) }));
  });
  return asked;
}

async function handedIn() {
  await unlock(lin, secretOf(lin));
  const outbox = await myOutbox();
  const picture = shot(9);
  const said = visit(picture);
  await outbox.jot(said, "", [picture]);
  await outbox.queue(said, "");
  return { outbox, picture, said };
}

test("sending from the page: the envelope first, then each picture as the bytes it is, under its owner's name", async () => {
  const { outbox, picture, said } = await handedIn();
  const asked = hearFetch(200);
  await send(true);
  expect(asked).toEqual([["/api/v1/outbox", "words"], [`/api/v1/photos/${picture.id}`, ["image/jpeg", lin, 2_000]]]);
  expect(isUnsent((await outbox.item(said.id))!)).toBe(false);
});

test("who leaves while a picture waits keeps it with its visit, or drops both", async () => {
  const { outbox, picture, said } = await handedIn();
  hearFetch(500);
  await send(true);
  await leave("keep");
  expect([(await outbox.item(said.id))!.state, await outbox.shelf.photoIds(said.id)]).toEqual(["sent", [picture.id]]);
  await unlock(lin, secretOf(lin));
  await leave("drop");
  expect([await outbox.item(said.id), await outbox.shelf.photoIds(said.id)]).toEqual([undefined, []]);
});
