import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import type { Day } from "@/lib/kernel/day";
import { newId } from "@/lib/kernel/id";
import { addCoaching, noteLearned } from "@/lib/pairings/acts-coaching";
import { assess, replyToAssessment } from "@/lib/pairings/acts-words";
import { AssessmentForm, CoachingForm } from "@/lib/pairings/forms-terms";
import { told } from "../support/notices";
import { township } from "../support/township";

const today = "2026-03-04" as Day;

test("a coaching record and a monthly word are for the mentee, until they have said their own; the mentor hears of the answer", async () => {
  const town = await township();
  const [pairing] = await town.store.read.select().from(tables.pairings).where(eq(tables.pairings.menteeId, town.people.lin));
  const pairingId = pairing!.id;
  const talk = CoachingForm.parse({ id: newId<"coachingSession">(), pairingId, heldOn: today, method: "debrief", topic: "怎么问", account: "先听后问。", visitId: null, problemId: null });
  await addCoaching(town.wang, talk);
  const month = AssessmentForm.parse({ id: newId<"assessment">(), pairingId, month: "2026-02", level: "4", comment: "走访写得细了" });
  await assess(town.wang, month);
  expect(await told(town)).toEqual(["lin assessed", "lin coached"]);
  await noteLearned(town.lin, { sessionId: talk.id, learned: "先听", nextStep: "" });
  expect(await told(town)).toEqual(["lin assessed"]);
  await replyToAssessment(town.lin, { assessmentId: month.id, reply: "谢谢王老师" });
  expect(await told(town)).toEqual(["wang assessment_replied"]);
});
