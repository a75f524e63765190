import "fake-indexeddb/auto";
import { expect, test, vi } from "vitest";
import { isGoing, isUnsent, needsMe, type Picture, refusedPhotos, waitingPhotos } from "@/app/_phone/item";
import { Outbox } from "@/app/_phone/outbox";
import { keyFrom } from "@/app/_phone/seal";
import { drain, type Post } from "@/app/_phone/sender";
import { drainPhotos, giveWay, type PostPhoto } from "@/app/_phone/sender-photos";
import { newId } from "@/lib/kernel/id";
import type { VisitInput } from "@/lib/visits/forms";
import { freshPhone, secretOf, tabOf } from "../support/phones";

const lin = newId<"person">();
const shot = (fill: number): Picture => ({ id: newId<"photo">(), bytes: new Uint8Array(2_000).fill(fill) });
const visit = (...pictures: Picture[]): VisitInput =>
  ({ id: newId<"visit">(), kind: "household_day", householdId: newId<"household">(), visitedOn: "2026-03-03", slot: "morning", topics: ["safety"], account: "楼道里堆了杂物", matter: "none", problemTitle: "", photoIds: pictures.map(({ id }) => id) });
const post: Post = (envelope) => {
  const { items } = envelope as { items: { visit: VisitInput }[] };
  return Promise.resolve({ status: 200, answer: { ok: true, results: items.map(({ visit: { id } }) => ({ id, result: "sent" as const, version: 1 })) } });
};

/** A server that takes pictures, and answers otherwise where it is told to. */
function takes(otherwise: (id: string) => Awaited<ReturnType<PostPhoto>> | "deaf" = () => ({ status: 200 })) {
  const got: string[] = [];
  const postPhoto: PostPhoto = ({ id }) => {
    const answer = otherwise(id);
    if (answer !== "deaf") got.push(id);
    return Promise.resolve(answer === "deaf" ? undefined : answer);
  };
  return { got, postPhoto };
}

/** An outbox with visits whose words have arrived, and so many pictures each. */
async function arrived(...counts: number[]) {
  const outbox = await tabOf(await freshPhone(), lin, () => 1);
  const all: { said: VisitInput; pictures: Picture[] }[] = [];
  for (const [n, count] of counts.entries()) {
    const pictures = Array.from({ length: count }, (_, i) => shot(n * 10 + i));
    const said = visit(...pictures);
    await outbox.jot(said, "", pictures);
    await outbox.queue(said, "");
    all.push({ said, pictures });
  }
  await drain(outbox, post, () => 1);
  return { outbox, all, item: async (n: number) => (await outbox.item(all[n]!.said.id))! };
}

test("a picture rests sealed beside its words, comes back byte for byte, and opens for nobody else", async () => {
  const phone = await freshPhone();
  const outbox = await tabOf(phone, lin);
  const picture: Picture = { id: newId<"photo">(), bytes: new TextEncoder().encode("a roof with a hole in it, at 30.06549 N") };
  const said = visit(picture);
  await outbox.jot(said, "", [picture]);
  expect(await outbox.picture(picture.id)).toEqual(picture.bytes);
  expect((await outbox.item(said.id))!.photosLeft).toEqual([picture.id]);
  const resting = (await phone.photo(picture.id))!;
  expect(Buffer.from(resting.bytes).includes("roof")).toBe(false);
  expect(Object.keys(resting).sort()).toEqual(["bytes", "id", "iv", "owner", "visitId"]);
  const wang = newId<"person">();
  expect(await (await tabOf(phone, wang)).picture(picture.id)).toBeUndefined();
  await phone.put({ ...(await phone.row(said.id))!, owner: wang }, [{ ...resting, owner: wang }]);
  expect(await new Outbox(wang, phone, await keyFrom(secretOf(lin))).picture(picture.id)).toBeUndefined();
});

test("words and picture are kept together or not at all; where the phone is full the words from before stay", async () => {
  const phone = await freshPhone();
  const outbox = await tabOf(phone, lin);
  const said = visit();
  await outbox.jot(said, "");
  const picture = shot(1);
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementationOnce(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  await expect(outbox.jot({ ...said, photoIds: [picture.id] }, "", [picture])).rejects.toMatchObject({ name: "QuotaExceededError" });
  expect(await outbox.item(said.id)).toMatchObject({ state: "draft", visit: { account: said.account, photoIds: [] }, photosLeft: [] });
  expect(await phone.photos(said.id)).toEqual([]);
});

test("words first, then the pictures, one at a time; until the last is there the visit is not done with", async () => {
  const { outbox, all, item } = await arrived(2, 1);
  expect([isUnsent(await item(0)), isGoing(await item(0)), (await item(0)).state]).toEqual([true, true, "sent"]);
  let atOnce = 0;
  let most = 0;
  const { got, postPhoto } = takes();
  await drainPhotos(outbox, async (photo) => {
    most = Math.max(most, ++atOnce);
    await new Promise((go) => setTimeout(go, 2));
    atOnce -= 1;
    return postPhoto(photo);
  }, () => 1);
  expect([most, [...got].sort()]).toEqual([1, all.flatMap(({ pictures }) => pictures.map(({ id }) => id)).sort()]);
  for (const n of [0, 1]) expect([isUnsent(await item(n)), await outbox.shelf.photos(all[n]!.said.id)]).toEqual([false, []]);
});

test("nothing goes of a visit whose words have not arrived", async () => {
  const outbox = await tabOf(await freshPhone(), lin);
  const { got, postPhoto } = takes();
  for (const state of ["draft", "queued", "rejected", "conflict"] as const) {
    const picture = shot(1);
    const said = visit(picture);
    await outbox.jot(said, "", [picture]);
    await outbox.keep({ ...(await outbox.item(said.id))!, state });
  }
  await drainPhotos(outbox, postPhoto, () => 1, true);
  expect(got).toEqual([]);
});

test("a picture that is refused stays, with its reason, and holds up none of the others", async () => {
  const { outbox, all, item } = await arrived(2, 1);
  const bad = all[0]!.pictures[0]!.id;
  await drainPhotos(outbox, takes((id) => (id === bad ? { status: 422, message: "这张照片打不开" } : { status: 200 })).postPhoto, () => 1);
  const left = await item(0);
  expect([left.state, refusedPhotos(left), waitingPhotos(left), left.unwanted![bad], needsMe(left), isUnsent(left), isGoing(left)])
    .toEqual(["sent", [bad], [], "这张照片打不开", true, true, false]);
  expect(isUnsent(await item(1))).toBe(false);
  expect(await outbox.picture(bad)).toBeDefined();
  const again = takes();
  await drainPhotos(outbox, again.postPhoto, () => 1, true);
  expect(again.got).toEqual([]);
});

test("no network stops the round and waits longer each time; a server that breaks on one visit takes the next", async () => {
  const { outbox, all, item } = await arrived(1, 1);
  let now = 1;
  const deaf = takes(() => "deaf");
  expect(await drainPhotos(outbox, deaf.postPhoto, () => now)).toBe("no-network");
  const waiting = [await item(0), await item(1)].find(({ tries }) => tries > 0)!;
  expect(waiting).toMatchObject({ state: "sent", tries: 1, reason: "没有网络，有网后自动发送" });
  now = waiting.nextTryAt;
  const first = waiting.id;
  const broken = takes((id) => (all.find(({ said }) => said.id === first)!.pictures[0]!.id === id ? { status: 500 } : { status: 200 }));
  expect(await drainPhotos(outbox, broken.postPhoto, () => now)).toBe("done");
  expect([isUnsent((await outbox.item(first))!), (await outbox.items()).filter(isUnsent)]).toMatchObject([true, [{ id: first, tries: 2 }]]);
  await drainPhotos(outbox, takes().postPhoto, () => now, true);
  expect(await outbox.item(first)).toMatchObject({ photosLeft: [], reason: "", tries: 0 });
});

test("signed out it waits and says so; what nobody waits for any more is let go; a visit unknown there is given up in the end", async () => {
  const { outbox, item } = await arrived(1);
  expect(await drainPhotos(outbox, takes(() => ({ status: 401 })).postPhoto, () => 1)).toBe("signed-out");
  expect(await item(0)).toMatchObject({ reason: "登录时间到了，重新登录后会自动发送", photosLeft: [expect.anything()] });
  expect(await drainPhotos(outbox, takes(() => ({ status: 403, otherPerson: true, message: "另一个人" })).postPhoto, () => 1)).toBe("signed-out");
  for (let turn = 0; turn < 5; turn++) {
    await drainPhotos(outbox, takes(() => ({ status: 404, message: "没有找到这张照片" })).postPhoto, () => 1, true);
    expect(refusedPhotos(await item(0))).toEqual([]);
  }
  await drainPhotos(outbox, takes(() => ({ status: 404, message: "没有找到这张照片" })).postPhoto, () => 1, true);
  expect(refusedPhotos(await item(0))).toHaveLength(1);
  const gone = await arrived(1);
  await drainPhotos(gone.outbox, takes(() => ({ status: 410 })).postPhoto, () => 1);
  expect(isUnsent(await gone.item(0))).toBe(false);
});

test("what its author took out of the visit does not go, and does not stay", async () => {
  const outbox = await tabOf(await freshPhone(), lin);
  const [kept, out] = [shot(1), shot(2)];
  const said = visit(kept, out);
  await outbox.jot(said, "", [kept, out]);
  await outbox.queue({ ...said, photoIds: [kept.id] }, "");
  await drain(outbox, post, () => 1);
  expect(await outbox.shelf.photoIds(said.id)).toEqual([kept.id]);
});

test("giving way to what the server has still sends the pictures it waits for", async () => {
  const outbox = await tabOf(await freshPhone(), lin);
  const [both, mine] = [shot(1), shot(2)];
  const said = visit(both, mine);
  await outbox.jot(said, "", [both, mine]);
  const theirs = { visit: { ...said, account: "那一段", photoIds: [both.id] }, state: "submitted" as const, version: 2 };
  await outbox.keep({ ...(await outbox.item(said.id))!, state: "conflict", theirs });
  await giveWay(outbox, (await outbox.visit(said.id))!, theirs);
  expect(await outbox.item(said.id)).toMatchObject({ state: "sent", photosLeft: [both.id], theirs: null, visit: { account: "" } });
  expect(await outbox.shelf.photoIds(said.id)).toEqual([both.id]);
  await giveWay(outbox, (await outbox.visit(said.id))!, { ...theirs, visit: { ...said, photoIds: [] } });
  expect([await outbox.item(said.id), await outbox.shelf.photoIds(said.id)]).toEqual([undefined, []]);
});
