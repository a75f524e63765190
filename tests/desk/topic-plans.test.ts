import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import type { Who } from "@/db/seed/cast";
import { newId } from "@/lib/kernel/id";
import { papersOf, sentThisMonth } from "@/lib/topics/reads-papers";
import { picksFor } from "@/lib/topics/reads-pick";
import { countEvidence, countNotes, evidenceByMilestone, evidencePage, milestonesOf, notesPage } from "@/lib/topics/reads-work";
import { aTopic } from "../support/defences";
import { fillVisits } from "../support/many-visits";
import { overheard } from "../support/plans";
import { sits } from "../support/topics";
import { township } from "../support/township";

const growing = "(visits|problems|topic_notes|topic_evidence|milestones|deliverables|deliverable_versions)";

test("everything on the page of a topic is found by its topic, whoever looks; what may be named as evidence by an index of its own", async () => {
  const path = join(mkdtempSync(join(tmpdir(), "qinglan-topic-plans-")), "town.db");
  const ear = overheard(path);
  const town = await township({ store: ear.store });
  fillVisits(path, town, 3000);
  const topicId = await aTopic(town);
  const note = { id: newId<"topicNote">(), topicId, authorId: town.people.lin, at: town.now, words: "走了两户" };
  await town.store.write(async (tx) => void (await tx.insert(tables.topicNotes).values(note)));
  for (const who of ["lin", "zhao", "chen", "zhen"] as const satisfies readonly Who[]) {
    const desk = await sits(town, who);
    const questions = [
      () => milestonesOf(desk, topicId), () => notesPage(desk, topicId), () => notesPage(desk, topicId, note.id), () => evidencePage(desk, topicId), () => countNotes(desk, topicId),
      () => countEvidence(desk, topicId), () => evidenceByMilestone(desk, topicId), () => papersOf(desk, topicId), () => sentThisMonth(desk),
    ];
    for (const question of questions) expect([who, String(question), (await ear.plansOf(question)).filter((step) => new RegExp(`^SCAN ${growing}\\b`).test(step))]).toEqual([who, String(question), []]);
    for (const q of ["", "东岭", "zjg", "水沟", "林晓", "没有这样的话"]) {
      const walked = (await ear.plansOf(() => picksFor(desk, topicId, q))).filter((step) => new RegExp(`^SCAN ${growing}\\b(?! USING INDEX)`).test(step));
      expect([who, q, walked]).toEqual([who, q, []]);
    }
  }
});
