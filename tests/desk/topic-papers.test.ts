import { readFileSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { expect, test, vi } from "vitest";
import { tables } from "@/db/schema";
import type { Town } from "@/db/seed/cast";
import { topicFiles } from "@/db/sealed-files";
import { sweepPictures } from "@/lib/gate/picture";
import { type Id, newId } from "@/lib/kernel/id";
import { openDefence, planDefence } from "@/lib/defences/acts";
import { papersOf } from "@/lib/topics/reads-papers";
import { stopTopic } from "@/lib/topics/acts";
import { aDefence, deskOf, fiveJudges } from "../support/defences";
import { paper } from "../support/documents";
import { fetched, paperFiles, paperFolder, put } from "../support/papers";
import { jpeg, withGps } from "../support/pictures";
import { aTopic, sits } from "../support/topics";
import { township } from "../support/township";

vi.mock("@/lib/gate/session", () => ({ deskOfRequest: async () => (await import("../support/papers")).sent.by }));

const versions = (town: Town) => town.store.read.select().from(tables.deliverableVersions);
const deeds = async (town: Town) => (await town.store.read.select({ action: tables.ledger.action }).from(tables.ledger).orderBy(tables.ledger.id)).map(({ action }) => action).filter((one) => one.startsWith("deliverable"));

async function begun() {
  const town = await township();
  const topicId = await aTopic(town);
  return { town, topicId, lin: await sits(town, "lin"), zhao: await sits(town, "zhao") };
}

test("each kind is told by what stands in it, rests sealed under a name that says nothing, and comes back as it was sent", async () => {
  const { town, topicId, lin } = await begun();
  const pdf = Buffer.from("%PDF-1.7\n1 0 obj<</OpenAction 2 0 R>>");
  const good: [name: string, bytes: Uint8Array, type: string][] = [
    ["调研报告(定稿).docx", paper("docx"), "wordprocessingml.document"], ["答辩.pptx", paper("pptx"), "presentationml.presentation"],
    ["附表.xlsx", paper("xlsx"), "spreadsheetml.sheet"], ["方案.PDF", pdf, "application/pdf"],
  ];
  for (const [name, bytes, type] of good) {
    expect(await put(lin, topicId, bytes, { name, title: name.slice(0, 4) })).toMatchObject({ status: 201, number: 1, isNew: true });
    const [row] = (await versions(town)).slice(-1);
    expect(row!.file).toMatch(/^[0-9a-f]{32}$/);
    const resting = readFileSync(join(paperFolder(), row!.file));
    expect(resting.includes(Buffer.from(bytes).subarray(0, 20))).toBe(false);
    expect([statSync(paperFolder()).mode & 0o777, statSync(join(paperFolder(), row!.file)).mode & 0o777]).toEqual([0o700, 0o600]);
    const back = await fetched(lin, topicId, row!.id);
    expect([back.status, back.headers.get("content-security-policy"), back.headers.get("x-content-type-options"), back.headers.get("cache-control")])
      .toEqual([200, "default-src 'none'; sandbox", "nosniff", "private, no-store"]);
    expect(back.headers.get("content-type")).toContain(type);
    expect(back.headers.get("content-disposition")).toBe(`attachment; filename="material.${row!.kind}"; filename*=UTF-8''${encodeURIComponent(row!.name).replace(/[()]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`);
    expect(Buffer.from(await back.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
  }
  expect(await deeds(town)).toEqual(good.flatMap(() => ["deliverable.add", "deliverable.send"]));
});

test("a picture is drawn anew at its own size: where it was taken and what hangs on its end stay behind", async () => {
  const { town, topicId, lin } = await begun();
  const taken = Buffer.concat([await withGps(await jpeg(1800, 900), 6), Buffer.from("PK\u0003\u0004<script>alert(1)</script>")]);
  expect(await put(lin, topicId, taken, { name: "展板.jpg" })).toMatchObject({ status: 201 });
  const [row] = await versions(town);
  const kept = Buffer.from(await (await fetched(lin, topicId, row!.id)).arrayBuffer());
  expect([kept.includes("Pocket Camera"), kept.includes("<script>"), kept.includes("Exif")]).toEqual([false, false, false]);
  expect(await sharp(kept).metadata()).toMatchObject({ format: "jpeg", width: 900, height: 1800 });
});

test("twenty megabytes are counted as they come in; one more byte is too much", async () => {
  const { topicId, lin } = await begun();
  const full = Buffer.alloc(20 * 1024 * 1024, 32);
  full.write("%PDF-1.7");
  expect(await put(lin, topicId, full, { name: "大.pdf" })).toMatchObject({ status: 201 });
  expect(await put(lin, topicId, Buffer.concat([full, Buffer.alloc(1)]), { name: "大.pdf" })).toMatchObject({ status: 422, fields: { file: "这个文件 20.0 MB，超过 20 MB。压缩里面的图片，或分成几个文件再传" } });
  expect(await put(lin, topicId, Buffer.alloc(21 * 1024 * 1024, 1), { name: "大.pdf" })).toMatchObject({ status: 422 });
});

test("of a body without an end no more is read than may be kept", async () => {
  const { topicId, lin } = await begun();
  let read = 0;
  const endless = new ReadableStream<Uint8Array>({ pull: (to) => (read++ > 200 ? to.close() : to.enqueue(new Uint8Array(1024 * 1024))) });
  expect(await put(lin, topicId, endless, { name: "大.pdf" })).toMatchObject({ status: 422 });
  expect(read).toBeLessThan(25);
});

test("another version has the next number; the latest bytes once more are the version they were, at once or later", async () => {
  const { town, topicId, lin, zhao } = await begun();
  const deliverableId = newId<"deliverable">();
  const one = paper("docx", [], "", "第一稿");
  const twice = await Promise.all([put(lin, topicId, one, { deliverableId }), put(lin, topicId, one, { deliverableId })]);
  expect(twice.map(({ number, isNew }) => [number, isNew]).sort()).toEqual([[1, false], [1, true]]);
  expect(await put(zhao, topicId, paper("docx", [], "", "第二稿"), { deliverableId, title: "别的名字" })).toMatchObject({ status: 201, number: 2 });
  expect(await put(lin, topicId, one, { deliverableId })).toMatchObject({ number: 3 });
  expect(await put(zhao, topicId, one, { deliverableId, name: "改了名.docx" })).toMatchObject({ status: 200, number: 3, isNew: false });
  const { papers } = await papersOf(zhao, topicId);
  expect(papers.map(({ title, versions: all }) => [title, all.map(({ number, by }) => `${number} ${by}`)])).toEqual([["调研报告", ["3 林晓", "2 赵宁", "1 林晓"]]]);
  expect((await versions(town)).map(({ file }) => file).every((file) => paperFiles().includes(file))).toBe(true);
  expect((await deeds(town)).length).toBe(4);
});

test("who may: the group and the office send, judges and leaders read, and to everybody else there is nothing there", async () => {
  const { town, topicId, lin } = await begun();
  await put(lin, topicId, paper());
  const { id, deliverableId } = (await versions(town))[0]!;
  const judge = await deskOf(town, (await openFor(town, topicId))[0]!);
  for (const desk of [lin, await sits(town, "zhao"), await sits(town, "chen"), await sits(town, "zhen"), judge]) expect((await fetched(desk, topicId, id)).status).toBe(200);
  const another = await aTopic(town, { leaderId: town.people.he, memberIds: [] });
  for (const who of ["wang", "zhou", "he", "ge", "kao", "guan", "shen"] as const) {
    const desk = await sits(town, who);
    const [read, wrote] = [await fetched(desk, topicId, id), await put(desk, topicId, paper(), { deliverableId })];
    expect([who, read.status, wrote.status]).toEqual([who, 404, 404]);
    expect(JSON.stringify([await read.json(), wrote])).not.toContain("报告");
    expect((await papersOf(desk, topicId)).papers).toEqual([]);
  }
  for (const desk of [judge, await sits(town, "zhen")]) expect(await put(desk, topicId, paper())).toMatchObject({ status: 403 });
  expect(await put(undefined, topicId, paper())).toMatchObject({ status: 401 });
  expect((await fetched(undefined, topicId, id)).status).toBe(401);
  for (const [topic, version] of [[another, id], [topicId, newId()], [topicId, "../../keys/field.key"], ["x", id]] as const) expect((await fetched(await sits(town, "chen"), topic, version)).status).toBe(404);
  expect(await put(await sits(town, "he"), another, paper(), { deliverableId })).toMatchObject({ status: 404 });
});

async function openFor(town: Town, topicId: Id<"topic">): Promise<Id<"person">[]> {
  const judges = await fiveJudges(town);
  const form = aDefence(town, topicId, judges);
  await planDefence(town.chen, form);
  await openDefence(town.chen, { defenceId: form.id, version: 1 });
  return judges;
}

test("from the moment judging opens nothing new is taken in, and it is said who locked it; once published it goes on", async () => {
  const { town, topicId, lin } = await begun();
  const deliverableId = newId<"deliverable">();
  await put(lin, topicId, paper(), { deliverableId });
  await openFor(town, topicId);
  const again = paper("docx", [], "", "第二稿");
  const files = paperFiles().length;
  for (const over of [{ deliverableId }, {}]) expect(await put(lin, topicId, again, over)).toMatchObject({ status: 409, message: "答辩已经开始评分，材料由 陈主任 锁定。结果公布后再传新版本" });
  expect([(await versions(town)).length, paperFiles().length]).toEqual([1, files]);
  const there = await papersOf(lin, topicId);
  expect(there).toMatchObject({ locked: { state: "open" }, papers: [{ lockedAt: town.now, lockedBy: "陈主任", versions: [{ number: 1, judged: true }] }] });
  const to = (state: "closed" | "published") => town.store.write(async (tx) => void (await tx.update(tables.defences).set({ state }).where(eq(tables.defences.topicId, topicId))));
  await to("closed");
  expect(await put(lin, topicId, again, { deliverableId })).toMatchObject({ status: 409 });
  await to("published");
  expect(await put(lin, topicId, again, { deliverableId })).toMatchObject({ status: 201, number: 2 });
  const after = await papersOf(lin, topicId);
  expect([after.locked, after.papers[0]!.versions.map(({ number, judged }) => [number, judged])]).toEqual([undefined, [[2, false], [1, true]]]);
});

test("in a stopped topic nothing is sent; a month has its measure; what no row names is swept after a while", async () => {
  const { town, topicId, lin } = await begun();
  await put(lin, topicId, paper());
  const orphan = await topicFiles.write(Buffer.from("x"));
  const [kept] = await versions(town);
  for (const name of [orphan, kept!.file]) utimesSync(join(paperFolder(), name), 1, 1);
  await sweepPictures(town.store, new Date(100_000));
  expect([paperFiles().includes(orphan), paperFiles().includes(kept!.file)]).toEqual([false, true]);
  await town.store.write(async (tx) => void (await tx.update(tables.deliverableVersions).set({ bytes: 200 * 1024 * 1024 })));
  expect((await put(lin, topicId, paper("xlsx"), { name: "表.xlsx" })).fields?.file).toContain("已满 200 MB");
  await stopTopic(town.chen, { topicId, version: 1, reason: "并到别的课题" });
  expect(await put(await sits(town, "zhao"), topicId, paper())).toMatchObject({ status: 409 });
});
