import { expect, test } from "vitest";
import { deliver } from "@/app/api/v1/outbox/deliver";
import type { Desk } from "@/lib/gate/desk";
import type { VisitInput } from "@/lib/visits/forms";
import { handIn, lostTo } from "../support/parked";
import { township } from "../support/township";
import { aVisit } from "../support/visits";

const given = (desk: Desk, deed: string, ...visits: VisitInput[]) => deliver(desk, { sentAt: desk.now.getTime(), items: visits.map((visit) => ({ deed, visit })) });
const starting = (words: string) => ({ result: "rejected", message: expect.stringMatching(new RegExp(`^${words}`)) as string });

test.each([["submit", false], ["submit", true], ["save", false], ["save", true]])("a household that went to somebody else is told by their name (%s, been there: %s)", async (deed, beenThere) => {
  const town = await township();
  // Whoever has been there still sees the household, and may not write there.
  if (beenThere) await handIn(town.lin, aVisit(town));
  for (const result of await given(await lostTo(town, "zhao"), deed, aVisit(town), aVisit(town))) expect(result).toMatchObject(starting("该户已移交给 赵宁"));
  const nobodys = await township();
  if (beenThere) await handIn(nobodys.lin, aVisit(nobodys));
  expect(await given(await lostTo(nobodys), deed, aVisit(nobodys))).toMatchObject([starting("该户现在没有人包，联系党建办")]);
});

test("who keeps a household is told to nobody who never served there", async () => {
  const town = await township();
  expect(await handIn(town.zhao, aVisit(town))).toMatchObject([{ result: "rejected", message: "选择走访的农户" }]);
  expect(await handIn(town.wang, aVisit(town))).toMatchObject([{ result: "rejected", message: "这件事要由党建办来做，需要的话联系党建办" }]);
});
