import { readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { tables } from "@/db/schema";
import type { Desk } from "@/lib/gate/desk";
import { sweepPictures } from "@/lib/gate/picture";
import { newId } from "@/lib/kernel/id";
import { removePhoto } from "@/lib/photos/acts";
import { MOST_A_MONTH } from "@/lib/photos/rules";
import { discardDraft, recallVisit, saveDraft, submitVisit } from "@/lib/visits/acts";
import { reviewVisit } from "@/lib/visits/acts-review";
import { inputOf, visitInFull } from "@/lib/visits/reads-one";
import { photoFiles, photoFolder, photoRow, put, show, visitWith } from "../support/photo-route";
import { jpeg } from "../support/pictures";
import { township } from "../support/township";
import { aVisit } from "../support/visits";

vi.mock("@/lib/gate/session", () => ({ deskOfRequest: async () => (await import("../support/photo-route")).sent.by }));

type Town = Awaited<ReturnType<typeof township>>;

test("200 MB a month of one author, and the words say what to do", async () => {
  const town = await township();
  const { ids } = await visitWith(town, 2);
  await put(town.lin, ids[0]!, await jpeg());
  const fill = (bytes: number, receivedAt = town.now) => town.store.write((tx) => tx.update(tables.photos).set({ bytes, receivedAt }).where(eq(tables.photos.id, ids[0]!)));
  await fill(MOST_A_MONTH - 10);
  expect(await put(town.lin, ids[1]!, await jpeg())).toMatchObject({ status: 403, message: "这个月的照片已满 200 MB。下个月再传，或不加照片，文字不受影响" });
  await fill(MOST_A_MONTH - 10, new Date("2026-02-28T23:59:59+08:00"));
  expect(await put(town.lin, ids[1]!, await jpeg())).toMatchObject({ status: 200 });
});

test("the form is the truth: what it no longer names goes, file and all; what it names again is awaited again", async () => {
  const town = await township();
  const [first, second] = [newId<"photo">(), newId<"photo">()];
  const form = aVisit(town, { photoIds: [first, second] });
  await saveDraft(town.lin, form);
  for (const id of [first, second]) await put(town.lin, id, await jpeg());
  const { file } = await photoRow(town, first);
  await saveDraft(town.lin, { ...form, version: 1, photoIds: [second] });
  expect(await photoRow(town, first)).toMatchObject({ state: "removed", file: null, bodyHash: null, bytes: 0 });
  expect(photoFiles()).not.toContain(file);
  expect((await show(town.lin, first)).status).toBe(404);
  expect(await put(town.lin, first, await jpeg())).toMatchObject({ status: 410 });
  expect(inputOf((await visitInFull(town.lin, form.id))!).photoIds).toEqual([second]);
  await submitVisit(town.lin, { ...form, version: 2, photoIds: [second, first] });
  expect((await visitInFull(town.lin, form.id))!.photos).toMatchObject([{ id: second, state: "kept", mayRemove: false }, { id: first, state: "awaited" }]);
  expect(await put(town.lin, first, await jpeg())).toMatchObject({ status: 200 });
});

test("a visit names at most six photos, and none of another visit", async () => {
  const town = await township();
  const ids = Array.from({ length: 7 }, () => newId<"photo">());
  expect(() => aVisit(town, { photoIds: ids })).toThrow("照片最多 6 张");
  const { id } = await visitWith(town);
  await expect(submitVisit(town.lin, aVisit(town, { photoIds: [id] }))).rejects.toMatchObject({ code: "invalid", field: "photoIds" });
});

test("when the writing fails the files stay as they were; a draft thrown away takes its files along", async () => {
  const town = await township();
  const [id, form] = [newId<"photo">(), aVisit(town)];
  await saveDraft(town.lin, { ...form, photoIds: [id] });
  await put(town.lin, id, await jpeg());
  const { file } = await photoRow(town, id);
  const cutOff = town.lin.together(async (d) => {
    await saveDraft(d, { ...form, version: 1, photoIds: [] });
    throw new Error("power cut");
  });
  await expect(cutOff).rejects.toThrow("power cut");
  expect([(await photoRow(town, id)).state, photoFiles().includes(file!)]).toEqual(["kept", true]);
  await discardDraft(town.lin, { visitId: form.id, version: 1 });
  expect([await town.store.read.select().from(tables.photos), photoFiles().includes(file!)]).toEqual([[], false]);
});

test("the office takes a picture down and says why; the author cannot bring it back, nor can anybody else take one down", async () => {
  const town = await township();
  const { id, form } = await visitWith(town);
  const picture = await jpeg();
  await put(town.lin, id, picture);
  const { file } = await photoRow(town, id);
  const why = { photoId: id, reason: "照片里有户主的身份证" };
  for (const who of [town.lin, town.wang]) await expect(removePhoto(who, why)).rejects.toMatchObject({ code: "forbidden" });
  await removePhoto(town.chen, why);
  expect([(await photoRow(town, id)).state, photoFiles().includes(file!), (await show(town.lin, id)).status]).toEqual(["removed", false, 404]);
  const [line] = (await town.store.read.select().from(tables.ledger).where(eq(tables.ledger.subjectId, id))).slice(-1);
  expect(line).toMatchObject({ action: "photo.remove", reason: why.reason });
  await recallVisit(town.lin, { visitId: form.id, version: 1 });
  await submitVisit(town.lin, { ...form, version: 2 });
  expect((await photoRow(town, id)).state).toBe("removed");
  expect(await put(town.lin, id, picture)).toMatchObject({ status: 410 });
});

test("who sees a picture: author and mentor from the start, whoever serves the household once it is approved", async () => {
  const town = await township();
  const { id, form } = await visitWith(town);
  await put(town.lin, id, await jpeg());
  const everybody = ["lin", "zhao", "wang", "zhou", "he", "ge", "kao", "chen", "zhen", "guan", "shen"] as const;
  const seers = async () => (await Promise.all(everybody.map(async (who) => [who, (await pictureStatus(town[who], id)) === 200] as const))).filter(([, sees]) => sees).map(([who]) => who);
  expect(await seers()).toEqual(["lin", "wang", "chen"]);
  await reviewVisit(town.wang, { visitId: form.id, version: 1, verdict: "approve", note: "" });
  expect(await seers()).toEqual(["lin", "wang", "he", "chen"]);
  await recallDraftOf(town);
});

/** One after another: the mocked session is one for all. */
let asked: Promise<unknown> = Promise.resolve();
function pictureStatus(desk: Desk, id: string): Promise<number> {
  const mine = asked.then(async () => (await show(desk, id)).status);
  asked = mine;
  return mine;
}

async function recallDraftOf(town: Town) {
  const [id, form] = [newId<"photo">(), aVisit(town)];
  await saveDraft(town.lin, { ...form, photoIds: [id] });
  await put(town.lin, id, await jpeg());
  for (const who of [town.wang, town.chen, town.he]) expect(await pictureStatus(who, id)).toBe(404);
  expect(await pictureStatus(town.lin, id)).toBe(200);
}

test("files without a row are swept at the start, unless they are younger than it; a file tampered with does not open", async () => {
  const town = await township();
  const { id } = await visitWith(town);
  await put(town.lin, id, await jpeg());
  const { file } = await photoRow(town, id);
  const [old, young] = ["a".repeat(32), "b".repeat(32)];
  for (const name of photoFiles()) utimesSync(join(photoFolder(), name), new Date(0), new Date(0));
  for (const name of [old, `${old}.part`, young]) writeFileSync(join(photoFolder(), name), "x");
  for (const name of [old, `${old}.part`]) utimesSync(join(photoFolder(), name), new Date(0), new Date(0));
  await sweepPictures(town.store, new Date(1000));
  expect(photoFiles().sort()).toEqual([file, young].sort());
  const path = join(photoFolder(), file!);
  const bytes = readFileSync(path);
  bytes[40]! ^= 1;
  writeFileSync(path, bytes);
  await expect(show(town.lin, id)).rejects.toThrow();
});
