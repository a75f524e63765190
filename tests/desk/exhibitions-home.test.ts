import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { castBallot, closeExhibition } from "@/lib/exhibitions/acts-vote";
import { votesWaiting } from "@/lib/exhibitions/reads-home";
import { aBallot, deskOf, onStage } from "../support/exhibitions";
import { overheard } from "../support/plans";
import { township } from "../support/township";

test("while a vote runs it waits for whoever may vote and has not; for nobody before, after, or who would be asked about no pair", async () => {
  const ear = overheard(join(mkdtempSync(join(tmpdir(), "qinglan-votes-")), "town.db"));
  const town = await township({ store: ear.store });
  const said = async (who: Parameters<typeof deskOf>[1]) => (await votesWaiting(await deskOf(town, who))).map(({ title }) => title);
  await onStage(town, 3, { open: false });
  expect(await said("he")).toEqual([]);
  const { exhibitionId } = await onStage(town, 3);
  for (const who of ["he", "lin", "chen", "zhen"] as const) expect([who, await said(who)]).toEqual([who, ["春季课题展演"]]);
  for (const who of ["guan"] as const) expect([who, await said(who)]).toEqual([who, []]);
  const he = await deskOf(town, "he");
  await castBallot(he, await aBallot(he, exhibitionId));
  expect([await said("he"), await said("lin")]).toEqual([[], ["春季课题展演"]]);
  await closeExhibition(town.chen, { exhibitionId });
  expect(await said("lin")).toEqual([]);

  await onStage(town, 2); // one of the two is 林晓's own: nothing is left to compare
  expect([await said("lin"), await said("he")]).toEqual([[], ["春季课题展演"]]);
  expect(await ear.queriesOf(() => votesWaiting(he))).toHaveLength(1);
});
