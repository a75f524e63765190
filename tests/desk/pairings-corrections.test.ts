import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import type { Town, Who } from "@/db/seed/cast";
import { Desk } from "@/lib/gate/desk";
import { newId } from "@/lib/kernel/id";
import { fieldsTouched } from "@/lib/ledger/deeds";
import { endPairing } from "@/lib/pairings/acts";
import { correctAssessment, correctEvaluation } from "@/lib/pairings/acts-corrections";
import { assess, evaluate, replyToAssessment } from "@/lib/pairings/acts-words";
import { EndPairingForm } from "@/lib/pairings/forms";
import { AssessmentCorrection, AssessmentForm, EvaluationCorrection, EvaluationForm } from "@/lib/pairings/forms-terms";
import { openPairings } from "@/lib/pairings/reads";
import { assessmentsOf, evaluationsOf } from "@/lib/pairings/reads-months";
import { told } from "../support/notices";
import { township } from "../support/township";

const on = async (town: Town, who: Who, day: string): Promise<Desk> => (await Desk.of(town.store, town.people[who], new Date(`${day}T09:00:00+08:00`)))!;
const others = ["lin", "zhao", "zhou", "he", "ge", "kao", "chen", "zhen", "guan", "shen"] as const;

/** February has been assessed on 4 March, in words that were meant for somebody else. */
async function assessed() {
  const town = await township();
  const pairingId = (await openPairings(town.chen))[0]!.id;
  const assessmentId = newId<"assessment">();
  await assess(town.wang, AssessmentForm.parse({ id: assessmentId, pairingId, month: "2026-02", level: "2", comment: "来得少，多约几次" }));
  const better = (over: object = {}) => AssessmentCorrection.parse({ assessmentId, level: "4", comment: "写得细了", ...over });
  return { town, pairingId, assessmentId, better };
}

test("its mentor corrects it: both texts stand, the page says when, the mentee hears of it, the ledger names the fields", async () => {
  const { town, pairingId, assessmentId, better } = await assessed();
  await correctAssessment(await on(town, "wang", "2026-03-05"), better());
  await correctAssessment(await on(town, "wang", "2026-03-06"), better({ comment: "写得细了，也快了" }));
  for (const who of ["lin", "wang", "chen"] as const) {
    const [month] = await assessmentsOf(await on(town, who, "2026-03-06"), pairingId);
    expect(month, who).toMatchObject({ level: 4, comment: "写得细了，也快了", mayCorrect: who === "wang", correctedAt: new Date("2026-03-06T09:00:00+08:00") });
    expect(month!.before.map(({ level, comment }) => [level, comment])).toEqual([[4, "写得细了"], [2, "来得少，多约几次"]]);
  }
  expect(await told(town)).toEqual(["lin assessed"]);
  const lines = await town.store.read.select().from(tables.ledger).where(eq(tables.ledger.subjectId, assessmentId)).orderBy(asc(tables.ledger.id));
  expect(lines.map(({ action, changed }) => [action, fieldsTouched(changed)]).slice(1)).toEqual([["assessment.correct", ["评价", "评语", "更正时间"]], ["assessment.correct", ["评语", "更正时间"]]]);
  expect(JSON.stringify(lines)).not.toContain("写得细");
});

test("not when it has been answered, not when the month after is over, not without a change, not by anybody else", async () => {
  const { town, pairingId, assessmentId, better } = await assessed();
  for (const who of others) await expect(correctAssessment(town[who], better()), who).rejects.toMatchObject({ code: who === "lin" || who === "chen" ? "forbidden" : "not-found" });
  await expect(correctAssessment(town.wang, better({ level: "2", comment: "来得少，多约几次" }))).rejects.toMatchObject({ message: "和原来写的一样，没有要更正的" });
  expect(AssessmentCorrection.safeParse({ assessmentId, level: "1", comment: "" }).success).toBe(false);
  await expect(correctAssessment(await on(town, "wang", "2026-04-01"), better())).rejects.toMatchObject({ message: "2026 年 2 月的评价过了能更正的时间：到下个月底为止" });
  expect((await assessmentsOf(await on(town, "wang", "2026-04-01"), pairingId))[0]!.mayCorrect).toBe(false);
  await correctAssessment(await on(town, "wang", "2026-03-31"), better());
  await replyToAssessment(town.lin, { assessmentId, reply: "谢谢导师" });
  await expect(correctAssessment(town.wang, better({ level: "5" }))).rejects.toMatchObject({ message: "学员已经回复了，这份评价不能再改" });
  expect((await assessmentsOf(town.wang, pairingId))[0]).toMatchObject({ level: 4, mayCorrect: false });
});

test("when the pairing is over it stands as it is", async () => {
  const { town, pairingId, better } = await assessed();
  await endPairing(town.chen, EndPairingForm.parse({ pairingId, endedOn: "2026-03-03", reason: "轮岗", nextId: newId<"pairing">(), nextMentorId: "", handover: "" }));
  await expect(correctAssessment(await on(town, "wang", "2026-03-05"), better())).rejects.toMatchObject({ code: "forbidden" });
});

test("each corrects their own word on the term until the other's is in; nobody another's", async () => {
  const { town, pairingId } = await assessed();
  await endPairing(town.chen, EndPairingForm.parse({ pairingId, endedOn: "2026-03-03", reason: "轮岗", nextId: newId<"pairing">(), nextMentorId: "", handover: "" }));
  const said = { fit: "4", helped: "一起入户", missed: "夜访少了", wish: "常联系" };
  const [lins, wangs] = [newId<"evaluation">(), newId<"evaluation">()];
  await evaluate(town.lin, EvaluationForm.parse({ id: lins, pairingId, ...said }));
  const again = (evaluationId: string, over: object = {}) => EvaluationCorrection.parse({ evaluationId, ...said, ...over });
  for (const who of ["wang", "chen", "zhao"] as const) await expect(correctEvaluation(town[who], again(lins)), who).rejects.toThrow();
  await correctEvaluation(town.lin, again(lins, { fit: "5", wish: "多谢带我" }));
  expect(await evaluationsOf(town.lin, pairingId)).toMatchObject([{ fit: 5, wish: "多谢带我", correctedAt: town.now }]);
  await evaluate(await on(town, "wang", "2026-03-06"), EvaluationForm.parse({ id: wangs, pairingId, ...said }));
  for (const [who, id] of [["lin", lins], ["wang", wangs]] as const) await expect(correctEvaluation(town[who], again(id, { fit: "1" })), who).rejects.toMatchObject({ code: "conflict" });
});
