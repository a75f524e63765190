import { tables } from "@/db/schema";
import type { Store, Writer } from "@/db/store";
import type { Day } from "@/lib/kernel/day";
import { newId } from "@/lib/kernel/id";
import { type At, type LittleTown, menteeOf, now, stateOf } from "./little-town";

/* What is written within the pairings and about the visits of a little town: one of everything for each. */
const today = "2026-03-04" as Day;

export const writePapers = (store: Store, town: LittleTown, at: At): Promise<void> =>
  store.write(async (tx) => {
    await pairPapers(tx, town, at);
    await visitPapers(tx, town, at);
  });

async function pairPapers(tx: Writer, town: LittleTown, at: At): Promise<void> {
  for (const [i, pairing] of town.pairings.entries()) {
    const two = { pairingId: at.pairings[i]!, mentorId: at.people[pairing.mentor]!, menteeId: at.people[menteeOf(pairing)]! };
    const [agreementId, assessmentId] = [newId<"agreement">(), newId<"assessment">()];
    await tx.insert(tables.pairingSteps).values({ pairingId: two.pairingId, move: "open", to: stateOf(pairing), actorId: two.mentorId, at: now });
    await tx.insert(tables.agreements).values({ id: agreementId, ...two, changedById: two.mentorId, changedAt: now });
    await tx.insert(tables.goals).values({ agreementId, area: "work", place: 0, words: "" });
    await tx.insert(tables.coachingSessions).values({ ...two, heldOn: today, method: "debrief", topic: "", account: "", at: now });
    await tx.insert(tables.assessments).values({ id: assessmentId, ...two, month: "2026-02", level: 3, at: now });
    await tx.insert(tables.earlierAssessments).values({ assessmentId, mentorId: two.mentorId, menteeId: two.menteeId, level: 4, until: now });
    for (const side of pairing.said)
      await tx.insert(tables.evaluations).values({ ...two, side, byId: side === "mentor" ? two.mentorId : two.menteeId, fit: 3, helped: "", missed: "", wish: "", at: now });
  }
}

async function visitPapers(tx: Writer, town: LittleTown, at: At): Promise<void> {
  for (const [i, visitId] of at.visits.entries()) {
    const authorId = at.people[town.visits[i]!.author]!;
    await tx.insert(tables.visitSteps).values({ visitId, move: "save", to: "draft", actorId: authorId, at: now, version: 1 });
    await tx.insert(tables.visitVersions).values({ visitId, version: 1, account: "", at: now });
    await tx.insert(tables.companions).values({ visitId, personId: at.people[0]! });
    await tx.insert(tables.nextSteps).values({ visitId, side: "ours", words: "" });
    await tx.insert(tables.photos).values({ visitId, authorId, position: 0, state: "awaited" });
  }
  for (const { visit, by, sent } of town.remarks.filter((remark) => at.visits[remark.visit]))
    await tx.insert(tables.visitComments).values({ visitId: at.visits[visit]!, authorId: at.people[by]!, version: 1, quote: "", words: "", state: sent ? "sent" : "pending", at: now });
  for (const personId of at.people) {
    await tx.insert(tables.presets).values({ personId, phrases: [] });
    await tx.insert(tables.notices).values({ personId, kind: "coached", subject: "pairing", subjectId: newId<"pairing">(), at: now, showAt: now });
    await tx.insert(tables.feedback).values({ authorId: personId, says: "", page: "/", at: now, dueOn: today });
  }
}
