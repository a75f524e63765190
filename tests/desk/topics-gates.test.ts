import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import type { Town } from "@/db/seed/cast";
import { sqliteStore } from "@/db/store";
import { newId } from "@/lib/kernel/id";
import { addGateItem, moveTopic, retireGateItem, tickItem } from "@/lib/topics/acts-gates";
import { itemsKept } from "@/lib/topics/reads-gates";
import { NO_RESULT } from "@/lib/topics/rules";
import { told } from "../support/notices";
import { day, listed, move, opened, rowOf, seen } from "../support/topic-life";
import { sits } from "../support/topics";
import { fileDatabase, township } from "../support/township";

const ledgerOf = (town: Town, action: string) => town.store.read.select().from(tables.ledger).where(eq(tables.ledger.action, action));
const gateOf = async (town: Town, id: Parameters<typeof seen>[1], at: string) => (await seen(town.chen, id)).gates.find((line) => line.gate === at)!;
const defended = (town: Town, topicId: Parameters<typeof seen>[1], state: "open" | "published", heldOn: string) =>
  town.store.write(async (tx) => void (await tx.insert(tables.defences).values({ topicId, state, heldOn: day(heldOn), rule: "mean", quorum: 1 })));

test("a gate whose list is ticked closes without a word; one that is not asks the office why, and says so for good", async () => {
  const town = await township();
  const [{ id }, items] = [await opened(town), await listed(town, "approved", "kickoff", "midterm")];
  await tickItem(await sits(town, "zhao"), { topicId: id, itemId: items.approved!, ticked: true });
  await move(town, id, "kickoff");
  expect(await gateOf(town, id, "approved")).toMatchObject({ closedOn: "2026-03-04", waived: false });
  await expect(move(town, id, "defence")).rejects.toMatchObject({ field: "reason", message: "“开题”还差 1 项，“中期”还差 1 项。写一写为什么免查" });
  expect(await rowOf(town, id)).toMatchObject({ gate: "kickoff", version: 2 });
  await tickItem(await sits(town, "lin"), { topicId: id, itemId: items.midterm!, ticked: true });
  await move(town, id, "defence", "开题并到立项会上办了");
  expect([await gateOf(town, id, "kickoff"), await gateOf(town, id, "midterm")]).toMatchObject([{ waived: true }, { waived: false, closedOn: "2026-03-04" }]);
  expect((await seen(town.chen, id)).steps.map(({ move: made, gate, note }) => `${made} ${gate} ${note}`.trim()).sort()).toEqual(
    ["close approved", "close midterm", "open approved", "waive kickoff 开题并到立项会上办了"]);
  expect((await ledgerOf(town, "topic.move")).map(({ reason }) => reason)).toEqual(["", "开题并到立项会上办了"]);
  expect((await told(town)).filter((line) => line.endsWith("topic_moved"))).toEqual(["lin topic_moved", "zhao topic_moved", "zhou topic_moved"]);
});

test("答辩 closes with the published result of its latest defence, or with a reason", async () => {
  const town = await township();
  const { id } = await opened(town);
  await move(town, id, "defence");
  expect((await gateOf(town, id, "defence")).missing).toEqual([NO_RESULT]);
  await expect(move(town, id, "exhibition")).rejects.toMatchObject({ field: "reason" });
  await defended(town, id, "published", "2026-05-01");
  await defended(town, id, "open", "2026-06-01");
  await expect(move(town, id, "exhibition")).rejects.toMatchObject({ field: "reason" });
  await town.store.write((tx) => tx.update(tables.defences).set({ state: "published" }));
  expect((await gateOf(town, id, "defence")).missing).toEqual([]);
  await move(town, id, "exhibition");
  expect(await gateOf(town, id, "defence")).toMatchObject({ waived: false, closedOn: "2026-03-04" });
});

test("back is only with a reason; the gates open again, what was ticked stays, and the steps tell all of it", async () => {
  const town = await township();
  const [{ id }, items] = [await opened(town), await listed(town, "approved")];
  await tickItem(town.chen, { topicId: id, itemId: items.approved!, ticked: true });
  await move(town, id, "midterm");
  await expect(tickItem(town.chen, { topicId: id, itemId: items.approved!, ticked: false })).rejects.toThrow("已经过了");
  await expect(move(town, id, "approved")).rejects.toMatchObject({ field: "reason" });
  await move(town, id, "approved", "牵头部门换了，重新立项");
  expect((await ledgerOf(town, "topic.tick")).map(({ reason }) => reason)).toEqual(["勾上“立项”的第 1 条"]);
  const { gates, steps, gate } = await seen(town.chen, id);
  expect([gate, gates.filter(({ closedOn }) => closedOn), gates[0]!.items.map(({ tick }) => tick?.by)]).toEqual(["approved", [], ["陈主任"]]);
  expect(steps.filter(({ move: made }) => made === "reopen").map(({ note }) => note)).toEqual(["牵头部门换了，重新立项"]);
  await expect(move(town, id, "approved", "还是在这里不动")).rejects.toThrow("已经在“立项”");
});

test("the looking back is due three and six months after the end, unless another day was set; past it all a topic is over", async () => {
  const town = await township();
  const { id } = await opened(town, { dues: [{ gate: "followup6", dueOn: "2026-12-01" }] });
  await move(town, id, "followup3", "旧课题补录，不再逐项查");
  expect([(await gateOf(town, id, "followup3")).dueOn, (await gateOf(town, id, "followup6")).dueOn]).toEqual(["2026-06-04", "2026-12-01"]);
  await move(town, id, "done");
  expect((await rowOf(town, id)).gate).toBeNull();
});

test("only the office moves a topic, and keeps the town's lists; who may not is told nothing changed", async () => {
  const town = await township();
  const { id } = await opened(town);
  for (const who of ["lin", "zhen"] as const) await expect(moveTopic(await sits(town, who), { topicId: id, to: "kickoff", reason: "", version: 1 })).rejects.toMatchObject({ code: "forbidden" });
  await expect(moveTopic(await sits(town, "he"), { topicId: id, to: "kickoff", reason: "", version: 1 })).rejects.toMatchObject({ code: "not-found" });
  await expect(addGateItem(await sits(town, "lin"), { id: newId<"gateItem">(), gate: "kickoff", words: "多加一条" })).rejects.toMatchObject({ code: "forbidden" });
  expect(await rowOf(town, id)).toMatchObject({ gate: "approved", version: 1 });
  expect(await itemsKept(town.chen)).toEqual([]);
});

test("a retired line asks nothing any more: the gate closes without it, and what was ticked of it stays to be read", async () => {
  const town = await township();
  const [{ id }, items] = [await opened(town), await listed(town, "approved", "kickoff")];
  await tickItem(town.chen, { topicId: id, itemId: items.approved!, ticked: true });
  await move(town, id, "kickoff");
  for (const itemId of Object.values(items)) await retireGateItem(town.chen, { itemId });
  await expect(retireGateItem(town.chen, { itemId: items.approved! })).rejects.toThrow("已经去掉了");
  await expect(tickItem(town.chen, { topicId: id, itemId: items.kickoff!, ticked: true })).rejects.toThrow("已经去掉了");
  expect([(await gateOf(town, id, "approved")).items.length, (await gateOf(town, id, "kickoff")).items.length]).toEqual([1, 0]);
  await move(town, id, "midterm");
  const again = { id: newId<"gateItem">(), gate: "midterm" as const, words: "写了一条中期进展" };
  await addGateItem(town.chen, again);
  await addGateItem(town.chen, again);
  expect((await gateOf(town, id, "midterm")).missing).toEqual(["写了一条中期进展"]);
});

test("fifty move one topic at the same time: one does, forty-nine are told, and the ledger has one line", async () => {
  const town = await township({ store: sqliteStore(fileDatabase(join(mkdtempSync(join(tmpdir(), "qinglan-topics-")), "town.db"))) });
  const { id } = await opened(town);
  const moves = Array.from({ length: 50 }, (_, i) => moveTopic(town.chen, { topicId: id, to: i % 2 ? "kickoff" : "midterm", reason: "", version: 1 }));
  const ends = await Promise.allSettled(moves);
  const refused = ends.filter((end): end is PromiseRejectedResult => end.status === "rejected").map(({ reason }) => String(reason));
  expect(refused).toHaveLength(49);
  expect(refused.every((words) => words.includes("刚在别处改过"))).toBe(true);
  expect(await ledgerOf(town, "topic.move")).toHaveLength(1);
  expect((await rowOf(town, id)).version).toBe(2);
});
