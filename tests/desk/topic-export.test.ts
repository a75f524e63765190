import ExcelJS from "@protobi/exceljs";
import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { GET } from "@/app/(desk)/topics/export/route";
import { tables } from "@/db/schema";
import type { Desk } from "@/lib/gate/desk";
import { newId } from "@/lib/kernel/id";
import { deedName } from "@/lib/ledger/deeds";
import { addMilestone, dropMilestone } from "@/lib/topics/acts-milestones";
import { aMilestone, aTopic, sits } from "../support/topics";
import { township } from "../support/township";

const sent = vi.hoisted((): { by: unknown } => ({ by: undefined }));
vi.mock("@/lib/gate/session", () => ({ deskOfRequest: () => Promise.resolve(sent.by) }));

const ask = (desk: Desk | undefined) => ((sent.by = desk), GET());

async function sheets(answer: Response): Promise<Record<string, string[][]>> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await answer.arrayBuffer());
  return Object.fromEntries(book.worksheets.map((sheet) => [sheet.name, sheet.getSheetValues().slice(1).map((row) => (row as unknown[]).slice(1).map(String))]));
}

test("the office takes milestones and published scores away, no cell of which calculates; nobody else gets the file", async () => {
  const town = await township();
  const topicId = await aTopic(town, { title: "=HYPERLINK(1) 老小区" });
  const lin = await sits(town, "lin");
  const [late, gone] = [aMilestone(town, topicId, { title: "+1 走访", dueOn: "2026-02-20" }), aMilestone(town, topicId, { title: "不做了" })];
  for (const one of [late, gone]) await addMilestone(lin, one);
  await dropMilestone(lin, { milestoneId: gone.id, dropped: true });
  const done = newId<"defence">();
  await town.store.write(async (tx) => {
    await tx.insert(tables.defences).values({ id: done, topicId, heldOn: "2026-02-01" as never, rule: "trimmed_mean", quorum: 3, state: "published", publishedAt: town.now });
    await tx.insert(tables.results).values({ defenceId: done, round: 1, total: 8750, rule: "mean", counted: 4, spread: 500, at: town.now });
  });
  const book = await sheets(await ask(town.chen));
  expect(book["里程碑"]).toEqual([["课题", "节点", "里程碑", "负责人", "期限", "完成日期", "情况"], ["'=HYPERLINK(1) 老小区", "立项", "'+1 走访", "赵宁", "2026-02-20", "", "超 12 天"]]);
  expect(book["答辩成绩"]?.[1]).toEqual(["'=HYPERLINK(1) 老小区", "2026-02-01", "87.50", "4", "平均分", "原定去掉最高最低后平均，不足 5 位改用平均分"]);
  await town.store.write(async (tx) => {
    await tx.update(tables.defences).set({ state: "closed", publishedAt: null }).where(eq(tables.defences.id, done));
  });
  expect((await sheets(await ask(town.chen)))["答辩成绩"]).toHaveLength(1);
  for (const who of ["lin", "zhao", "wang", "he", "zhen", "guan", "shen"] as const) expect([who, (await ask(await sits(town, who))).status]).toEqual([who, 404]);
  expect((await ask(undefined)).status).toBe(401);
  const lines = await town.store.read.select({ by: tables.ledger.actorId, said: tables.ledger.reason }).from(tables.ledger).where(eq(tables.ledger.action, "topic.export"));
  expect(lines).toEqual([{ by: town.people.chen, said: "里程碑 1 行，答辩成绩 1 行" }, { by: town.people.chen, said: "里程碑 1 行，答辩成绩 0 行" }]);
  expect(deedName("topic.export")).toBe("导出课题表格");
});
