import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { beforeEach, expect, test, vi } from "vitest";
import { GET, POST } from "@/app/api/v1/photos/[id]/route";
import { tables } from "@/db/schema";
import type { Desk } from "@/lib/gate/desk";
import { sweepPictures } from "@/lib/gate/picture";
import { type Id, newId } from "@/lib/kernel/id";
import { removePhoto } from "@/lib/photos/acts";
import { kindOf, MOST_A_MONTH } from "@/lib/photos/rules";
import { discardDraft, recallVisit, saveDraft, submitVisit } from "@/lib/visits/acts";
import { reviewVisit } from "@/lib/visits/acts-review";
import { inputOf, visitInFull } from "@/lib/visits/reads-one";
import { jpeg, withGps } from "../support/pictures";
import { township } from "../support/township";
import { aVisit } from "../support/visits";

const sent = vi.hoisted((): { by: unknown } => ({ by: undefined }));
vi.mock("@/lib/gate/session", () => ({ deskOfRequest: () => Promise.resolve(sent.by) }));
beforeEach(() => void (sent.by = undefined));

type Town = Awaited<ReturnType<typeof township>>;
type Photo = Id<"photo">;
const folder = () => join(process.env.QINGLAN_DATA!, "photos");
const files = () => readdirSync(folder());
const at = (id: string) => ({ params: Promise.resolve({ id }) });
const url = "http://127.0.0.1:3000/api/v1/photos/x";

async function put(desk: Desk | undefined, id: string, bytes: Uint8Array, headers: Record<string, string> = {}) {
  sent.by = desk;
  const request = new Request(url, { method: "POST", body: new Uint8Array(bytes), headers: { "content-type": "image/jpeg", ...headers } });
  const answer = await POST(request, at(id));
  return { status: answer.status, ...((await answer.json()) as { ok: boolean; message?: string; signedOut?: true; otherPerson?: true }) };
}
async function show(desk: Desk | undefined, id: string): Promise<Response> {
  sent.by = desk;
  return GET(new Request(url), at(id));
}
const shown = async (desk: Desk, id: string) => Buffer.from(await (await show(desk, id)).arrayBuffer());
const rows = (town: Town) => town.store.read.select().from(tables.photos);
const row = async (town: Town, id: Photo) => (await town.store.read.select().from(tables.photos).where(eq(tables.photos.id, id)))[0]!;
const deeds = async (town: Town, id: string) => (await town.store.read.select().from(tables.ledger).where(eq(tables.ledger.subjectId, id))).map(({ action }) => action);

/** A visit handed in by 林晓 that names so many photos. */
async function visitWith(town: Town, count = 1) {
  const ids = Array.from({ length: count }, () => newId<"photo">());
  const form = aVisit(town, { photoIds: ids });
  await submitVisit(town.lin, form);
  return { form, ids, id: ids[0]! };
}

test("a picture is kept upright, small, without where and with what it was taken, and rests sealed under a name that says nothing", async () => {
  const town = await township();
  const { id, form } = await visitWith(town);
  const taken = await withGps(await jpeg(2400, 1200), 6);
  expect(taken.includes("Exif")).toBe(true);
  expect(taken.includes("Pocket Camera 7")).toBe(true);
  expect(await put(town.lin, id, taken)).toEqual({ status: 200, ok: true });
  const picture = await shown(town.lin, id);
  const made = await sharp(picture).metadata();
  expect(made).toMatchObject({ format: "jpeg", width: 800, height: 1600 });
  expect([made.exif, made.icc, made.xmp, made.orientation]).toEqual([undefined, undefined, undefined, undefined]);
  expect(picture.includes("Pocket Camera 7")).toBe(false);
  const kept = await row(town, id);
  expect(kept).toMatchObject({ visitId: form.id, state: "kept", bytes: picture.length, receivedAt: town.now, bodyHash: createHash("sha256").update(taken).digest("hex") });
  expect(kept.file).toMatch(/^[0-9a-f]{32}$/);
  const resting = readFileSync(join(folder(), kept.file!));
  expect([kindOf(resting), resting.includes(picture.subarray(0, 40))]).toEqual([undefined, false]);
  expect([statSync(folder()).mode & 0o777, statSync(join(folder(), kept.file!)).mode & 0o777]).toEqual([0o700, 0o600]);
  expect(await deeds(town, id)).toEqual(["photo.keep"]);
});

test("PNG and WebP come in too, and go out as the one kind we keep", async () => {
  const town = await township();
  const { ids } = await visitWith(town, 2);
  const look = sharp({ create: { width: 40, height: 30, channels: 4, background: { r: 200, g: 0, b: 0, alpha: 0.5 } } });
  expect(await put(town.lin, ids[0]!, await look.clone().png().toBuffer(), { "content-type": "image/png" })).toMatchObject({ status: 200 });
  expect(await put(town.lin, ids[1]!, await look.clone().webp().toBuffer(), { "content-type": "image/webp" })).toMatchObject({ status: 200 });
  for (const id of ids) expect((await sharp(await shown(town.lin, id)).metadata()).format).toBe("jpeg");
});

test("the answer is a file for the one who may see it: nobody keeps it, nothing in it runs", async () => {
  const town = await township();
  const { id } = await visitWith(town);
  await put(town.lin, id, await jpeg());
  const { status, headers } = await show(town.lin, id);
  expect([status, ...["content-type", "content-disposition", "content-security-policy", "x-content-type-options", "cache-control"].map((name) => headers.get(name))])
    .toEqual([200, "image/jpeg", 'attachment; filename="photo.jpg"', "default-src 'none'; sandbox", "nosniff", "private, no-store"]);
});

test("what is no photo, lies about what it is, or would fill the memory is refused in words, and nothing of it stays", async () => {
  const town = await township();
  const { id } = await visitWith(town);
  const before = files().length;
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: "#123" } }).png().toBuffer();
  const wrong: [why: string, bytes: Buffer][] = [
    ["nothing", Buffer.alloc(0)], ["svg", svg], ["html", Buffer.from("<!doctype html><script>1</script>")], ["gif", Buffer.from("R0lGODlhAQABAAAAACw=", "base64")],
    ["heic", Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic\0\0\0\0heicmif1")])], ["pdf", Buffer.from("%PDF-1.7\n1 0 obj")],
    ["svg behind the mark of a jpeg", Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), svg])], ["half a jpeg", (await jpeg(400, 400)).subarray(0, 3000)],
    ["a png of 100 million pixels", claiming(png, 10_000, 10_000)], ["a png cut off", png.subarray(0, 60)],
  ];
  for (const [why, bytes] of wrong) {
    const answer = await put(town.lin, id, bytes);
    expect([why, answer.status, answer.ok]).toEqual([why, 422, false]);
    expect(answer.message).toMatch(/换一张，或不加照片$/);
  }
  expect([files().length, (await row(town, id)).state]).toEqual([before, "awaited"]);
  const tail = Buffer.concat([await jpeg(), Buffer.from("<script>alert(document.cookie)</script>PK\u0003\u0004")]);
  expect(await put(town.lin, id, tail)).toMatchObject({ status: 200 });
  expect((await shown(town.lin, id)).includes("<script>")).toBe(false);
});

test("too much, the wrong kind, nobody, somebody else, no such photo: each is told apart", async () => {
  const town = await township();
  const { id } = await visitWith(town);
  const picture = await jpeg();
  expect(await put(undefined, id, picture)).toMatchObject({ status: 401, signedOut: true });
  expect((await show(undefined, id)).status).toBe(401);
  expect(await put(town.lin, id, Buffer.alloc(400 * 1024 + 1, 0xff))).toMatchObject({ status: 413, message: "这张照片超过 400 kB。换一张，或不加照片" });
  for (const type of ["image/svg+xml", "text/html", "image/jpeg, text/html", ""]) expect(await put(town.lin, id, picture, { "content-type": type })).toMatchObject({ status: 415 });
  expect(await put(town.lin, id, picture, { "x-qinglan-owner": town.people.zhao })).toMatchObject({ status: 403, otherPerson: true });
  for (const who of [town.zhao, town.wang, town.chen]) expect(await put(who, id, picture)).toMatchObject({ status: 404 });
  for (const nothing of [newId(), "1", "../../keys/field.key"]) expect([(await put(town.lin, nothing, picture)).status, (await show(town.lin, nothing)).status]).toEqual([404, 404]);
  expect((await row(town, id)).state).toBe("awaited");
});

test("the same picture twice is one photo and one deed, at once or later; another one under its id is refused", async () => {
  const town = await township();
  const { id } = await visitWith(town);
  const [picture, other] = [await jpeg(), await jpeg(300, 200, "#0a0")];
  const before = files().length;
  const answers = await Promise.all([put(town.lin, id, picture), put(town.lin, id, picture)]);
  expect([...answers, await put(town.lin, id, picture)].map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await put(town.lin, id, other)).toMatchObject({ status: 409, ok: false });
  expect([files().length - before, await deeds(town, id)]).toEqual([1, ["photo.keep"]]);
});

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
  const { file } = await row(town, first);
  await saveDraft(town.lin, { ...form, version: 1, photoIds: [second] });
  expect(await row(town, first)).toMatchObject({ state: "removed", file: null, bodyHash: null, bytes: 0 });
  expect(files()).not.toContain(file);
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
  const { file } = await row(town, id);
  await expect(saveDraft(town.lin, { ...form, version: 7, photoIds: [] })).rejects.toMatchObject({ code: "conflict" });
  expect([(await row(town, id)).state, files().includes(file!)]).toEqual(["kept", true]);
  await discardDraft(town.lin, { visitId: form.id, version: 1 });
  expect([await rows(town), files().includes(file!)]).toEqual([[], false]);
});

test("the office takes a picture down and says why; the author cannot bring it back, nor can anybody else take one down", async () => {
  const town = await township();
  const { id, form } = await visitWith(town);
  const picture = await jpeg();
  await put(town.lin, id, picture);
  const { file } = await row(town, id);
  const why = { photoId: id, reason: "照片里有户主的身份证" };
  for (const who of [town.lin, town.wang]) await expect(removePhoto(who, why)).rejects.toMatchObject({ code: "forbidden" });
  await removePhoto(town.chen, why);
  expect([(await row(town, id)).state, files().includes(file!), (await show(town.lin, id)).status]).toEqual(["removed", false, 404]);
  const [line] = (await town.store.read.select().from(tables.ledger).where(eq(tables.ledger.subjectId, id))).slice(-1);
  expect(line).toMatchObject({ action: "photo.remove", reason: why.reason });
  await recallVisit(town.lin, { visitId: form.id, version: 1 });
  await submitVisit(town.lin, { ...form, version: 2 });
  expect((await row(town, id)).state).toBe("removed");
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
  const { file } = await row(town, id);
  const [old, young] = ["a".repeat(32), "b".repeat(32)];
  for (const name of files()) utimesSync(join(folder(), name), new Date(0), new Date(0));
  for (const name of [old, `${old}.part`, young]) writeFileSync(join(folder(), name), "x");
  for (const name of [old, `${old}.part`]) utimesSync(join(folder(), name), new Date(0), new Date(0));
  await sweepPictures(town.store, new Date(1000));
  expect(files().sort()).toEqual([file, young].sort());
  const path = join(folder(), file!);
  const bytes = readFileSync(path);
  bytes[40]! ^= 1;
  writeFileSync(path, bytes);
  await expect(show(town.lin, id)).rejects.toThrow();
});

/** The same PNG, saying it is that large; the checksum of its head agrees. */
function claiming(png: Buffer, width: number, height: number): Buffer {
  const bytes = Buffer.from(png);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.writeUInt32BE(crc(bytes.subarray(12, 29)), 29);
  return bytes;
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
