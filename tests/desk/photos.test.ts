import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test, vi } from "vitest";
import type { Desk } from "@/lib/gate/desk";
import { newId } from "@/lib/kernel/id";
import { kindOf } from "@/lib/photos/rules";
import { deedsOn, photoFiles, photoFolder, photoRow, put, show, visitWith } from "../support/photo-route";
import { flood, jpeg, withGps } from "../support/pictures";
import { township } from "../support/township";

vi.mock("@/lib/gate/session", () => ({ deskOfRequest: async () => (await import("../support/photo-route")).sent.by }));

const shown = async (desk: Desk, id: string) => Buffer.from(await (await show(desk, id)).arrayBuffer());

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
  const kept = await photoRow(town, id);
  expect(kept).toMatchObject({ visitId: form.id, state: "kept", bytes: picture.length, receivedAt: town.now, bodyHash: createHash("sha256").update(taken).digest("hex") });
  expect(kept.file).toMatch(/^[0-9a-f]{32}$/);
  const resting = readFileSync(join(photoFolder(), kept.file!));
  expect([kindOf(resting), resting.includes(picture.subarray(0, 40))]).toEqual([undefined, false]);
  expect([statSync(photoFolder()).mode & 0o777, statSync(join(photoFolder(), kept.file!)).mode & 0o777]).toEqual([0o700, 0o600]);
  expect(await deedsOn(town, id)).toEqual(["photo.keep"]);
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
  const before = photoFiles().length;
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: "#123" } }).png().toBuffer();
  const wrong: [why: string, bytes: Buffer][] = [
    ["nothing", Buffer.alloc(0)], ["svg", svg], ["html", Buffer.from("<!doctype html><script>1</script>")], ["gif", Buffer.from("R0lGODlhAQABAAAAACw=", "base64")],
    ["heic", Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic\0\0\0\0heicmif1")])], ["pdf", Buffer.from("%PDF-1.7\n1 0 obj")],
    ["svg behind the mark of a jpeg", Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), svg])], ["half a jpeg", (await jpeg(400, 400)).subarray(0, 3000)],
    ["a png of 49 million pixels in 6 kB", flood(7_000)], ["a png cut off", png.subarray(0, 60)],
  ];
  for (const [why, bytes] of wrong) {
    const answer = await put(town.lin, id, bytes);
    expect([why, answer.status, answer.ok]).toEqual([why, 422, false]);
    expect(answer.message).toMatch(/换一张，或不加照片$/);
  }
  expect([photoFiles().length, (await photoRow(town, id)).state]).toEqual([before, "awaited"]);
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
  expect((await photoRow(town, id)).state).toBe("awaited");
});

test("the same picture twice is one photo and one deed, at once or later; another one under its id is refused", async () => {
  const town = await township();
  const { id } = await visitWith(town);
  const [picture, other] = [await jpeg(), await jpeg(300, 200, "#0a0")];
  const before = photoFiles().length;
  const answers = await Promise.all([put(town.lin, id, picture), put(town.lin, id, picture)]);
  expect([...answers, await put(town.lin, id, picture)].map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await put(town.lin, id, other)).toMatchObject({ status: 409, ok: false });
  expect([photoFiles().length - before, await deedsOn(town, id)]).toEqual([1, ["photo.keep"]]);
});
