import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import { placePerson } from "@/db/seed/place";
import { addDays } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import { type Id, newId } from "@/lib/kernel/id";
import { endPairing, openPairing } from "@/lib/pairings/acts";
import { EndPairingForm } from "@/lib/pairings/forms";
import { mentorChoices } from "@/lib/pairings/reads";
import { township } from "../support/township";

test("how many a mentor has is counted alike where it is shown and where it is refused, on the last day of a pairing too", async () => {
  const town = await township();
  const { chen, people } = town;
  const more = await town.store.write((tx) => Promise.all([placePerson(tx, { name: "丁一", roles: ["cadre"] }), placePerson(tx, { name: "丁二", roles: ["cadre"] })]));
  const open = (menteeId: Id<"person">, startedOn: Day) => openPairing(chen, { id: newId<"pairing">(), mentorId: people.wang, menteeId, startedOn, reason: "" });
  await open(more[0], chen.me.today);
  const [lins] = await town.store.read.select().from(tables.pairings).where(eq(tables.pairings.menteeId, people.lin));
  await endPairing(chen, EndPairingForm.parse({ pairingId: lins!.id, endedOn: chen.me.today, reason: "轮岗", nextId: newId<"pairing">(), nextMentorId: "", handover: "" }));
  const tomorrow = addDays(chen.me.today, 1);
  const loadOn = async (day: Day) => (await mentorChoices(chen, day)).find(({ id }) => id === people.wang);
  expect([await loadOn(chen.me.today), await loadOn(tomorrow)]).toMatchObject([{ load: 2, full: true }, { load: 1, full: false }]);
  await expect(open(more[1], chen.me.today)).rejects.toMatchObject({ field: "reason" });
  await open(more[1], tomorrow);
});
