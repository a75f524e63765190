import { answer, workbook } from "@/app/api/v1/imports/answer";
import { allResults, type ResultLine } from "@/lib/defences/reads-results";
import { spokenPoints } from "@/lib/defences/rules";
import type { Desk } from "@/lib/gate/desk";
import { Refusal } from "@/lib/kernel/refusal";
import { type SheetToWrite, writeWorkbook } from "@/lib/sheets/write";
import { exportTopics } from "@/lib/topics/acts-export";
import { milestonesSheet, sourceOf } from "@/lib/topics/workbook";
import { scoringRule } from "@/lib/words/defence";

/** 课题 for the office's own tables: what is due, and what is published; every cell is text that nothing calculates. */
export async function GET(): Promise<Response> {
  return answer(async (desk) => {
    if (!desk.me.is("office")) throw Refusal.notFound("这张表");
    const sheets = [await milestonesSheet(desk), await scoresSheet(desk)];
    const bytes = await writeWorkbook(sheets, sourceOf(desk));
    await exportTopics(desk, sheets);
    return workbook(bytes, `课题 ${desk.me.today}.xlsx`);
  });
}

/** By title, whatever came out. What is not published is in no file. */
async function scoresSheet(desk: Desk): Promise<SheetToWrite> {
  const lines = (await allResults(desk)).filter(({ state }) => state === "published");
  const columns = [{ title: "课题", width: 16 }, { title: "答辩日期", width: 6 }, { title: "成绩", width: 5 }, { title: "计入评委", width: 5 }, { title: "计分方法", width: 12 }, { title: "说明", width: 18 }];
  return { name: "答辩成绩", columns, rows: lines.map(rowOf) };
}

const rowOf = ({ title, heldOn, total, counted, rule, used, belowQuorum }: ResultLine): string[] => [
  title, heldOn, total === null ? "没有分" : spokenPoints(total), String(counted ?? ""), scoringRule.label(used ?? rule),
  [used && used !== rule && `原定${scoringRule.label(rule)}，不足 5 位改用平均分`, belowQuorum].filter(Boolean).join("；"),
];
