import { expect, test } from "vitest";
import type { Town } from "@/db/seed/cast";
import { tables } from "@/db/schema";
import { Desk } from "@/lib/gate/desk";
import type { Day } from "@/lib/kernel/day";
import { newId } from "@/lib/kernel/id";
import { answerFeedback, sayFeedback } from "@/lib/feedback/acts";
import { AnswerForm, FeedbackForm, type FeedbackInput, pageFrom } from "@/lib/feedback/forms";
import { countFeedback, type FeedbackLine, feedbackPage } from "@/lib/feedback/reads";
import { township } from "../support/township";

const words = (over: Partial<FeedbackInput> = {}) => FeedbackForm.parse({ id: newId<"feedback">(), says: "字能不能再大一点", page: "/visits/new", ...over });
const rest = (town: Town, day: string, mark: "holiday" | "makeup" = "holiday") =>
  town.store.write((tx) => tx.insert(tables.dayMarks).values({ day: day as Day, mark, name: "试" }));

test("everybody may say something; only they and the office read it", async () => {
  const town = await township();
  const everybody = [town.lin, town.wang, town.he, town.ge, town.kao, town.chen, town.zhen, town.guan, town.shen];
  for (const desk of everybody) await sayFeedback(desk, words());
  for (const desk of everybody) expect(await countFeedback(desk, "mine")).toBe(1);
  expect(await countFeedback(town.chen, "open")).toBe(everybody.length);
  expect(await countFeedback(town.wang, "open")).toBe(1);
  expect((await feedbackPage(town.zhao, "open")).rows).toEqual([]);
});

test("said on a Wednesday it is answered by the next Wednesday; holidays and make-up days move that day", async () => {
  const due = async (town: Town) => {
    await sayFeedback(town.lin, words());
    return (await feedbackPage(town.lin, "mine")).rows[0]!.dueOn;
  };
  expect(await due(await township())).toBe("2026-03-11");
  const town = await township();
  await rest(town, "2026-03-06");
  expect(await due(town)).toBe("2026-03-12");
  await rest(town, "2026-03-07", "makeup");
  expect(await due(town)).toBe("2026-03-11");
});

test("answered once, by name; the second answer is told so, and nobody but the office answers", async () => {
  const town = await township();
  const said = words();
  await sayFeedback(town.lin, said);
  await sayFeedback(town.lin, said);
  const answer = AnswerForm.parse({ feedbackId: said.id, answer: "“我的”里可以换成大字" });
  await expect(answerFeedback(town.lin, answer)).rejects.toMatchObject({ code: "forbidden" });
  await expect(answerFeedback(town.zhao, answer)).rejects.toMatchObject({ code: "not-found" });
  const both = await Promise.allSettled([answerFeedback(town.chen, answer), answerFeedback(town.chen, { ...answer, answer: "别的话别的话" })]);
  expect(both.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
  expect((await feedbackPage(town.lin, "mine")).rows).toMatchObject([{ answer: answer.answer, answeredBy: "陈主任", answeredAt: town.now }]);
  expect([await countFeedback(town.chen, "open"), await countFeedback(town.chen, "answered")]).toEqual([0, 1]);
});

test("the ledger says that it was said and answered, never what", async () => {
  const town = await township();
  const said = words({ says: "村里王某的事没人管" });
  await sayFeedback(town.lin, said);
  await answerFeedback(town.chen, { feedbackId: said.id, answer: "已经交给村里" });
  const lines = await town.shen.select().from(town.shen.see.ledger);
  expect(lines.map(({ action }) => action)).toEqual(["feedback.say", "feedback.answer"]);
  expect(JSON.stringify(lines)).not.toMatch(/王某|交给村里/);
});

test("what waits is sorted by the day it is due and paged by key; the number is the list", async () => {
  const town = await township();
  for (let i = 0; i < 45; i++) {
    const at = (await Desk.of(town.store, town.people.lin, new Date(town.now.getTime() + ((i * 7) % 5) * 86_400_000)))!;
    await sayFeedback(at, words({ says: `第${i}条` }));
  }
  for (const view of ["open", "mine"] as const) {
    const seen: FeedbackLine[] = [];
    for (let after: FeedbackLine | undefined; ; ) {
      const page = await feedbackPage(view === "open" ? town.chen : town.lin, view, after);
      seen.push(...page.rows);
      if (!(after = page.next)) break;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(45);
    if (view === "open") expect(seen.map(({ dueOn }) => dueOn)).toEqual(seen.map(({ dueOn }) => dueOn).sort());
  }
  expect(await countFeedback(town.chen, "open")).toBe(45);
});

test("the page it came from is a path of ours and says nothing of what was asked there", () => {
  expect(pageFrom("/visits/0190?q=张建国")).toBe("/visits/0190");
  expect(pageFrom("/households#x")).toBe("/households");
  for (const bad of ["//evil.example", "https://evil.example/", "javascript:alert(1)", "/a b", `/${"x".repeat(300)}`, "/feedback?from=/", "", undefined])
    expect(pageFrom(bad)).toBe("");
  expect(FeedbackForm.safeParse({ ...words(), says: "" }).error?.issues[0]?.message).toBe("写写想说的话");
  expect(AnswerForm.safeParse({ feedbackId: newId(), answer: "好" }).error?.issues[0]?.message).toBe("答复至少 5 个字，现在 1 个");
});
