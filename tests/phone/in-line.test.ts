import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { newId } from "@/lib/kernel/id";
import type { VisitInput } from "@/lib/visits/forms";
import { freshPhone, tabOf } from "../support/phones";

const visit = (account: string, id = newId<"visit">()): VisitInput =>
  ({ id, kind: "household_day", householdId: newId<"household">(), visitedOn: "2026-03-03", slot: "morning", topics: ["safety"], account, matter: "none", problemTitle: "" });

test("what is handed in while its draft is still being kept is handed in, whichever of the two is first", async () => {
  const lin = newId<"person">();
  const tab = await tabOf(await freshPhone(), lin);
  for (const first of ["jot", "queue"] as const) {
    for (let round = 0; round < 20; round += 1) {
      const [half, whole] = [visit("写到一半"), "写完了"];
      const done = { ...half, account: whole };
      const jot = () => tab.jot(half, "");
      const queue = () => tab.queue(done, "");
      await Promise.all(first === "jot" ? [jot(), queue()] : [queue(), jot()]);
      expect(await tab.item(half.id)).toMatchObject({ state: "queued", visit: { account: whole } });
    }
  }
});
