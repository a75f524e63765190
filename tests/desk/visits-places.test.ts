import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import { discardDraft, saveDraft, submitVisit } from "@/lib/visits/acts";
import { inputOf, visitInFull } from "@/lib/visits/reads-one";
import { township } from "../support/township";
import { aVisit } from "../support/visits";

test("a form without a place or a photo has the fingerprint it always had, so that what was sent before an update is still the same", async () => {
  const town = await township();
  const hashOf = (form: object) => createHash("sha256").update(JSON.stringify(Object.entries(form).sort(([a], [b]) => (a < b ? -1 : 1)))).digest("hex");
  for (const place of [null, { lat: 30.065, lng: 120.212 }]) {
    const { version, capturedAt, place: square, photoIds, proposals, ...said } = aVisit(town, { place });
    await submitVisit(town.lin, { ...said, version, capturedAt, place: square, photoIds, proposals });
    const [row] = await town.store.read.select().from(tables.visits).where(eq(tables.visits.id, said.id));
    expect(row!.bodyHash).toBe(hashOf(place ? { ...said, place } : said));
  }
});

test("a place goes with its visit: changed, taken away, thrown away", async () => {
  const town = await township();
  const points = async () => (await town.store.read.select().from(tables.visitPlaces)).map(({ point }) => point);
  const form = aVisit(town, { place: { lat: 30.06549, lng: -120.2 } });
  expect(form.place).toEqual({ lat: 30.065, lng: -120.2 });
  await saveDraft(town.lin, form);
  expect(await points()).toEqual(["30.065,-120.200"]);
  expect(inputOf((await visitInFull(town.lin, form.id))!).place).toEqual({ lat: 30.065, lng: -120.2 });
  await saveDraft(town.lin, { ...form, version: 1, place: { lat: 30.1, lng: 120.2 } });
  expect(await points()).toEqual(["30.100,120.200"]);
  await saveDraft(town.lin, { ...form, version: 2, place: null });
  expect(await points()).toEqual([]);
  await saveDraft(town.lin, { ...form, version: 3 });
  await discardDraft(town.lin, { visitId: form.id, version: 4 });
  expect([await points(), await town.store.read.select().from(tables.visits)]).toEqual([[], []]);
});
