import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import type { Town } from "@/db/seed/cast";
import type { Day } from "@/lib/kernel/day";
import { type Id, newId } from "@/lib/kernel/id";
import { endPairing } from "@/lib/pairings/acts";
import { EndPairingForm } from "@/lib/pairings/forms";
import { openPairings } from "@/lib/pairings/reads";
import { submitVisit } from "@/lib/visits/acts";
import { approveSeen, reviewVisit, undoReview } from "@/lib/visits/acts-review";
import { visitInFull } from "@/lib/visits/reads-one";
import { countReviews } from "@/lib/visits/reads-reviews";
import { asks, handedIn, later, passes } from "../support/reviews";
import { township } from "../support/township";
import { aVisit } from "../support/visits";

const stateOf = async (town: Town, id: Id<"visit">) => (await town.store.read.select().from(tables.visits).where(eq(tables.visits.id, id)))[0]!;
const deedsOn = async (town: Town, id: string) => (await town.shen.select().from(town.shen.see.ledger).where(eq(town.shen.see.ledger.subjectId, id))).map((line) => line.action);

test("a verdict is taken back within seconds: it waits again with the same reviewer until the same day", async () => {
  for (const verdict of [passes, asks]) {
    const town = await township();
    const id = await handedIn(town);
    const before = await stateOf(town, id);
    await reviewVisit(town.wang, verdict(id));
    await undoReview(await later(town, "wang", 9), { visitId: id, version: 2 });
    expect(await stateOf(town, id)).toEqual({ ...before, version: 3 });
    expect((await visitInFull(town.lin, id))!.steps.map(({ move }) => move)).toEqual(["submit", verdict(id).verdict, "undo"]);
    expect((await deedsOn(town, id)).at(-1)).toBe("visit.undoReview");
    await reviewVisit(town.wang, passes(id, 3));
    expect(await countReviews(town.wang, "mine")).toBe(0);
  }
});

test("nobody takes back another's verdict, nor a mentor the office's", async () => {
  const town = await township();
  const id = await handedIn(town);
  await reviewVisit(town.wang, passes(id));
  await expect(undoReview(town.chen, { visitId: id, version: 2 })).rejects.toMatchObject({ code: "forbidden" });
  await expect(undoReview(town.zhou, { visitId: id, version: 2 })).rejects.toMatchObject({ code: "not-found" });
  await expect(undoReview(town.lin, { visitId: id, version: 2 })).rejects.toMatchObject({ code: "forbidden" });
  const other = await handedIn(town, "第二条");
  await reviewVisit(town.chen, { ...passes(other), note: "导师出差，代为批阅" });
  await expect(undoReview(town.wang, { visitId: other, version: 2 })).rejects.toMatchObject({ code: "forbidden" });
  expect((await stateOf(town, id)).state).toBe("approved");
});

test("after a minute, after a resubmission, or with an old version nothing is taken back", async () => {
  const town = await township();
  const form = aVisit(town);
  await submitVisit(town.lin, form);
  await reviewVisit(town.wang, asks(form.id));
  await expect(undoReview(await later(town, "wang", 61), { visitId: form.id, version: 2 })).rejects.toMatchObject({ message: /过了能收回的时间/ });
  await expect(undoReview(town.wang, { visitId: form.id, version: 1 })).rejects.toMatchObject({ code: "conflict" });
  await submitVisit(town.lin, { ...form, version: 2, account: `${form.account}堵了半个月。` });
  await expect(undoReview(town.wang, { visitId: form.id, version: 3 })).rejects.toMatchObject({ message: /已经有了新的动作/ });
  expect(await stateOf(town, form.id)).toMatchObject({ state: "submitted", version: 3 });
});

test("of fifty verdicts at once one lands, with one line in the ledger; the others hear whose it was", async () => {
  const town = await township();
  const id = await handedIn(town);
  const by = [town.wang, town.chen];
  const verdicts = Array.from({ length: 50 }, (_, i) => reviewVisit(by[i % 2]!, { ...(i % 3 ? passes : asks)(id), note: "说清水沟堵了多久" }));
  const results = await Promise.allSettled(verdicts);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const reasons = results.flatMap((result) => (result.status === "rejected" ? [(result.reason as Error).message] : []));
  expect(new Set(reasons.map((words) => words.replace(/：.*/, "")))).toEqual(new Set(["已由 王建国 批阅"]));
  expect(await deedsOn(town, id)).toHaveLength(2);
  expect((await visitInFull(town.lin, id))!.steps).toHaveLength(2);
});

test("of fifty who take it back at once one does", async () => {
  const town = await township();
  const id = await handedIn(town);
  await reviewVisit(town.wang, passes(id));
  const results = await Promise.allSettled(Array.from({ length: 50 }, () => undoReview(town.wang, { visitId: id, version: 2 })));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await deedsOn(town, id)).toEqual(["visit.submit", "visit.approve", "visit.undoReview"]);
});

test("several that were read pass in one go, each a deed of its own; one that is gone does not hold up the others", async () => {
  const town = await township();
  const ids = [await handedIn(town, "第一条"), await handedIn(town, "第二条"), await handedIn(town, "第三条")];
  await reviewVisit(town.chen, { ...asks(ids[1]!), note: "说清水沟堵了多久" });
  const refused = await approveSeen(town.wang, { visits: ids.map((visitId) => ({ visitId, version: 1 })) });
  expect(refused).toEqual([{ visitId: ids[1], message: "已由 陈主任 批阅：请补充" }]);
  expect(await Promise.all(ids.map(async (id) => (await stateOf(town, id)).state))).toEqual(["approved", "returned", "approved"]);
  const [line] = await town.shen.select().from(town.shen.see.ledger).where(eq(town.shen.see.ledger.action, "visit.approve"));
  expect(line!.reason).toBe("看过后一并通过 3 条");
});

test("nobody answers their own, be they mentor and office too; a former or a future mentor neither", async () => {
  const town = await township();
  await town.store.write((tx) => tx.update(tables.people).set({ roles: ["cadre", "mentor", "office"] }).where(eq(tables.people.id, town.people.lin)));
  const id = await handedIn(town);
  await town.store.write((tx) => tx.update(tables.visits).set({ reviewerId: town.people.lin }));
  await expect(reviewVisit(await later(town, "lin", 1), passes(id))).rejects.toMatchObject({ code: "forbidden" });
  await town.store.write((tx) => tx.update(tables.visits).set({ reviewerId: town.people.wang }));
  for (const period of [{ endedOn: "2026-03-03" as Day, state: "ended" as const }, { startedOn: "2026-03-05" as Day, endedOn: null, state: "active" as const }]) {
    await town.store.write((tx) => tx.update(tables.pairings).set(period));
    await expect(reviewVisit(await later(town, "wang", 1), passes(id))).rejects.toMatchObject({ code: "forbidden" });
  }
});

test("a verdict taken back after the pairing has ended waits where somebody may answer it", async () => {
  const town = await township();
  const id = await handedIn(town);
  await reviewVisit(town.wang, passes(id));
  const [{ id: pairingId } = { id: undefined }] = await openPairings(town.chen);
  await endPairing(town.chen, EndPairingForm.parse({ pairingId, endedOn: "2026-03-04", reason: "轮岗", nextId: newId<"pairing">(), nextMentorId: "", handover: "" }));
  await undoReview(await later(town, "wang", 9), { visitId: id, version: 2 });
  const [visit] = await town.store.read.select().from(tables.visits).where(eq(tables.visits.id, id));
  expect(visit).toMatchObject({ state: "submitted", reviewerId: null });
  expect(await countReviews(town.chen, "unassigned")).toBe(1);
});
