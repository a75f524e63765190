import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pairAsks } from "@/lib/dashboard/reads-asks";
import { talksDue } from "@/lib/dashboard/reads-pairs";
import { newId } from "@/lib/kernel/id";
import { agreementOf } from "@/lib/pairings/reads-agreement";
import { coachingPage, countCoaching, linkChoices } from "@/lib/pairings/reads-coaching";
import { assessmentsOf, evaluationsOf } from "@/lib/pairings/reads-months";
import { openPairings, stepsOf } from "@/lib/pairings/reads";
import { overheard } from "../support/plans";
import { township } from "../support/township";

/** What grows with every term is found by an index, and a page of talks is walked in its own order. */
const readWhole = /^SCAN (coaching_sessions|pairing_steps|assessments|goals|visits|problems)\b(?! USING)/;

test.each(["lin", "wang", "chen"] as const)("for %s nothing of a pairing reads a whole table, and its talks are never sorted", async (who) => {
  const ear = overheard(join(mkdtempSync(join(tmpdir(), "qinglan-pairings-")), "town.db"));
  const town = await township({ store: ear.store });
  const { id } = (await openPairings(town.chen))[0]!;
  const desk = town[who];
  const plan = await ear.plansOf(async () => {
    await Promise.all([countCoaching(desk, id), linkChoices(desk, town.people.lin), agreementOf(desk, id), assessmentsOf(desk, id), evaluationsOf(desk, id), stepsOf(desk, id)]);
    await talksDue(desk, id);
    await pairAsks(desk);
  });
  const talks = await ear.plansOf(() => coachingPage(desk, id, newId<"coachingSession">()));
  expect([...plan, ...talks].filter((step) => readWhole.test(step))).toEqual([]);
  expect(talks.filter((step) => step.includes("TEMP B-TREE"))).toEqual([]);
});
