import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import { lateness, silentFor } from "@/lib/topics/rules-late";
import { cleanName, inHeader, misnamed } from "@/lib/topics/rules-papers";
import { fileKind } from "@/lib/words/topic";

const today = "2026-03-04" as Day;
const at = (days: number) => addDays(today, days);

test("a milestone is yellow from the first day it is late, red from the seventh, and never before or once it is done", () => {
  expect([7, 1, 0, -1, -6, -7, -400].map((days) => lateness({ dueOn: at(days), doneOn: null }, today).tone))
    .toEqual(["neutral", "neutral", "neutral", "warn", "warn", "danger", "danger"]);
  expect([8, 7, 1, 0, -1, -7].map((days) => lateness({ dueOn: at(days), doneOn: null }, today).words))
    .toEqual(["2026-03-12 到期", "还有 7 天", "还有 1 天", "今天到期", "超 1 天", "超 7 天"]);
  expect(lateness({ dueOn: at(-20), doneOn: at(-17) }, today)).toEqual({ tone: "ok", words: "2 月 15 日完成，晚了 3 天" });
  expect(lateness({ dueOn: at(-20), doneOn: at(-20) }, today)).toEqual({ tone: "ok", words: "2 月 12 日完成" });
});

test("a group is silent from the twenty-second day on", () => {
  expect([0, -21, -22, -100].map((days) => silentFor(at(days), today))).toEqual([undefined, undefined, 22, 100]);
});

test("whatever a file was called, its name is one any computer takes and ends in what it is", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.constantFrom(...fileKind.values), (name, kind) => {
    const clean = cleanName(name, kind);
    expect(clean).not.toMatch(/[\u0000-\u001f\u007f\\/:*?"<>|\u200b-\u200f\u202a-\u202e\u2066-\u2069]/);
    expect(clean).not.toMatch(/^[.\s]/);
    expect(misnamed(clean, kind)).toBeUndefined();
    expect(Array.from(clean).length).toBeLessThanOrEqual(90);
    expect(inHeader(clean)).toMatch(/^[\w.~%-]+$/);
  }), { numRuns: 400 });
  expect(cleanName("C:\\临时\\调研报告(定稿).DOCX", "docx")).toBe("调研报告(定稿).docx");
  expect(cleanName("../../etc/passwd", "pdf")).toBe("passwd.pdf");
  expect(cleanName("报告\u202efdp.docx", "docx")).toBe("报告fdp.docx");
  expect(cleanName(".docx", "docx")).toBe("材料.docx");
  expect(misnamed("报告.pdf", "docx")).toBe("文件名是 .pdf，内容其实是“Word 文档”。把文件名改成 .docx 结尾再传");
  expect(misnamed("合影.JPEG", "jpg")).toBeUndefined();
});
