import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import type { Town, Who } from "@/db/seed/cast";
import { submitVisit } from "@/lib/visits/acts";
import { keepRemark, sendRemarks } from "@/lib/visits/acts-remarks";
import { reviewVisit, undoReview } from "@/lib/visits/acts-review";
import { pendingRemarks, remarksOf } from "@/lib/visits/reads-remarks";
import { aRemark, asks, handedIn, later, passes } from "../support/reviews";
import { township } from "../support/township";
import { aVisit } from "../support/visits";

const everybody: Who[] = ["lin", "zhao", "wang", "zhou", "he", "ge", "kao", "chen", "zhen", "guan", "shen"];
const whoSees = async (town: Town) => {
  const seen = await Promise.all(everybody.map(async (who) => ((await town[who].select().from(town[who].see.visitComments)).length > 0 ? [who] : [])));
  return seen.flat();
};
const said = "屋后水沟堵了。已约网格员周五去看。";

test("a remark is its writer's alone until it is sent; then its author's, the mentor's and the office's", async () => {
  const town = await township();
  const id = await handedIn(town, said);
  await keepRemark(town.wang, aRemark(id, "已约网格员周五去看。", "约的是哪一位？"));
  expect(await whoSees(town)).toEqual(["wang"]);
  await sendRemarks(town.wang, { visitIds: [id] });
  expect(await whoSees(town)).toEqual(["lin", "wang", "chen"]);
  expect(await remarksOf(town.lin, id)).toMatchObject([{ quote: "已约网格员周五去看。", words: "约的是哪一位？", author: "王建国", state: "sent" }]);
});

test("they leave with the verdict, all of a visit at once, and come back when it is taken back", async () => {
  const town = await township();
  const id = await handedIn(town, said);
  const first = aRemark(id, "屋后水沟堵了。", "堵了多久？");
  await keepRemark(town.wang, first);
  await keepRemark(town.wang, { ...first, words: "堵了几天？" });
  await keepRemark(town.wang, aRemark(id, "已约网格员", "哪一位？"));
  await keepRemark(town.chen, aRemark(id, "屋后水沟", "党建办记下了"));
  await reviewVisit(town.wang, asks(id));
  expect((await remarksOf(town.lin, id)).map(({ words }) => words)).toEqual(["堵了几天？", "哪一位？"]);
  await undoReview(await later(town, "wang", 5), { visitId: id, version: 2 });
  expect(await remarksOf(town.lin, id)).toEqual([]);
  expect(await pendingRemarks(town.wang)).toHaveLength(2);
});

test("without words it is taken away; what was sent stays as it was; nobody changes another's", async () => {
  const town = await township();
  const id = await handedIn(town, said);
  const remark = aRemark(id, "屋后水沟堵了。", "堵了多久？");
  await keepRemark(town.wang, remark);
  await expect(keepRemark(town.chen, { ...remark, words: "" })).rejects.toMatchObject({ code: "not-found" });
  await keepRemark(town.wang, { ...remark, words: "" });
  expect(await whoSees(town)).toEqual([]);
  await keepRemark(town.wang, remark);
  await sendRemarks(town.wang, { visitIds: [id] });
  for (const words of ["", "别的话"]) await expect(keepRemark(town.wang, { ...remark, words })).rejects.toMatchObject({ message: /已经发给作者/ });
  await expect(sendRemarks(town.wang, { visitIds: [id] })).rejects.toMatchObject({ code: "conflict" });
});

test("only whoever may answer a visit remarks on it, while it waits, at words that stand in it", async () => {
  const town = await township();
  const id = await handedIn(town, said);
  await expect(keepRemark(town.lin, aRemark(id, "屋后", "自己的话"))).rejects.toMatchObject({ code: "forbidden" });
  await expect(keepRemark(town.zhou, aRemark(id, "屋后", "别人的"))).rejects.toMatchObject({ code: "not-found" });
  await expect(keepRemark(town.wang, aRemark(id, "没有这句", "在哪里？"))).rejects.toMatchObject({ message: /原句已改/ });
  await reviewVisit(town.wang, passes(id));
  await expect(keepRemark(town.wang, aRemark(id, "屋后", "晚了一步"))).rejects.toMatchObject({ message: /已经批阅过/ });
});

test("remarks at several visits leave in one transaction, a deed each, and none of their words is in the ledger", async () => {
  const town = await township();
  const [one, two] = [await handedIn(town, said), await handedIn(town, "第二条。")];
  await keepRemark(town.wang, aRemark(one, "屋后", "堵了多久？"));
  await keepRemark(town.wang, aRemark(two, "第二条", "哪一天？"));
  await sendRemarks(town.wang, { visitIds: [one, two] });
  expect(await town.lin.select().from(town.lin.see.visitComments)).toHaveLength(2);
  const sent = (await town.shen.select().from(town.shen.see.ledger)).filter(({ action }) => action === "visit.sendRemarks");
  expect(sent.map(({ subjectId }) => subjectId).sort()).toEqual([one, two].sort());
  expect(JSON.stringify(await town.shen.select().from(town.shen.see.ledger))).not.toContain("堵了多久");
});

test("a remark outlives the resubmission that answers it", async () => {
  const town = await township();
  const form = aVisit(town, { account: said });
  await submitVisit(town.lin, form);
  await keepRemark(town.wang, aRemark(form.id, "屋后水沟堵了。", "堵了多久？"));
  await reviewVisit(town.wang, asks(form.id));
  await submitVisit(town.lin, { ...form, version: 2, account: "屋后水沟堵了三天。" });
  expect(await remarksOf(town.wang, form.id)).toMatchObject([{ quote: "屋后水沟堵了。" }]);
});

test("a remark at a visit that went elsewhere meanwhile holds up none of the others", async () => {
  const town = await township();
  const [gone, here] = [await handedIn(town, said), await handedIn(town, said)];
  for (const id of [gone, here]) await keepRemark(town.wang, aRemark(id, "屋后水沟堵了。", "堵了多久？"));
  await town.store.write((tx) => tx.update(tables.visits).set({ reviewerId: null }).where(eq(tables.visits.id, gone)));
  expect((await pendingRemarks(town.wang)).map(({ visitId }) => visitId)).toEqual([here]);
  await sendRemarks(town.wang, { visitIds: [gone, here] });
  expect(await remarksOf(town.lin, here)).toHaveLength(1);
  expect(await remarksOf(town.lin, gone)).toEqual([]);
});
