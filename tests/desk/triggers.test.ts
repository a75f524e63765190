import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Town } from "@/db/seed/cast";
import { newId } from "@/lib/kernel/id";
import { submitVisit } from "@/lib/visits/acts";
import { township } from "../support/township";
import { aVisit } from "../support/visits";

/* What the database refuses by itself, whoever asks: SQL by hand, past every act. */

const run = (town: Town, words: string) => town.store.write(async (tx) => void (await tx.run(words)));
const quoted = (value: string | null) => (value === null ? "null" : `'${value}'`);

/** Refused while the trigger stands; without it the very same words go through. */
async function refusedBy(town: Town, trigger: string, words: string): Promise<void> {
  const [made] = await town.store.read.all<{ sql: string }>(sql`select sql from sqlite_master where type = 'trigger' and name = ${trigger}`);
  await expect(run(town, words), words).rejects.toThrow();
  await run(town, `drop trigger ${trigger}`);
  await town.store.write(async (tx) => {
    await tx.run(words);
    throw new Error("only to see that it goes");
  }).catch((error: unknown) => expect(error, words).toMatchObject({ message: "only to see that it goes" }));
  await run(town, made!.sql);
}

/** 赵宁 has no pairing yet. */
const pairing = (town: Town, startedOn: string, endedOn: string | null, state = endedOn ? "ended" : "active", id = newId<"pairing">()) =>
  `insert into pairings (id, mentor_id, mentee_id, state, started_on, ended_on)
   values ('${id}', '${town.people.wang}', '${town.people.zhao}', '${state}', '${startedOn}', ${quoted(endedOn)})`;

test("two pairings of one mentee never share a day, the ended ones too; what was declined never held", async () => {
  const town = await township();
  await run(town, pairing(town, "2025-03-01", "2025-06-30"));
  for (const [from, to] of [["2025-06-30", null], ["2025-01-01", "2025-03-01"], ["2025-04-01", "2025-04-02"], ["2025-01-01", "2025-12-31"], ["2025-03-01", "2025-06-30"]] as const)
    await refusedBy(town, "pairings_no_overlap_insert", pairing(town, from, to));
  await refusedBy(town, "pairings_no_overlap_insert", pairing(town, "2025-06-01", null, "proposed"));
  await run(town, pairing(town, "2025-04-01", "2025-05-01", "declined"));
  await run(town, pairing(town, "2025-01-01", "2025-02-28"));
  await run(town, pairing(town, "2025-07-01", null));
  await run(town, `insert into pairings (id, mentor_id, mentee_id, started_on) values ('${newId<"pairing">()}', '${town.people.wang}', '${town.people.ge}', '2025-04-01')`);
});

test("no change of a period brings two together, and a period that ends, rests or goes on is in nobody's way", async () => {
  const town = await township();
  const [early, late, no] = [newId<"pairing">(), newId<"pairing">(), newId<"pairing">()];
  await run(town, pairing(town, "2025-03-01", "2025-06-30", "ended", early));
  await run(town, pairing(town, "2025-07-01", null, "active", late));
  await run(town, pairing(town, "2025-05-01", "2025-05-02", "declined", no));
  const set = (id: string, words: string) => `update pairings set ${words} where id = '${id}'`;
  await refusedBy(town, "pairings_no_overlap_update", set(early, "ended_on = '2025-07-01'"));
  await refusedBy(town, "pairings_no_overlap_update", set(late, "started_on = '2025-06-30'"));
  await refusedBy(town, "pairings_no_overlap_update", set(no, "state = 'ended'"));
  const lins = newId<"pairing">();
  await run(town, pairing(town, "2025-04-01", "2025-04-30", "ended", lins).replace(town.people.zhao, town.people.lin));
  await refusedBy(town, "pairings_no_overlap_update", set(lins, `mentee_id = '${town.people.zhao}'`));
  for (const words of ["state = 'paused'", "state = 'active'", "started_on = '2025-07-02'", "state = 'ended', ended_on = '2025-08-01'"]) await run(town, set(late, words));
});

test("nobody answers their own visit; an author's own moves pass", async () => {
  const town = await township();
  const { id } = await submitVisit(town.lin, aVisit(town));
  const step = (move: string, who: "lin" | "wang", version: number) =>
    `insert into visit_steps (id, visit_id, move, "from", "to", actor_id, at, version)
     values ('${newId<"visitStep">()}', '${id}', '${move}', 'submitted', 'approved', '${town.people[who]}', 1, ${version})`;
  for (const move of ["approve", "return", "pass_on"]) await refusedBy(town, "visit_steps_by_other_insert", step(move, "lin", 9));
  for (const [nth, move] of ["save", "submit", "recall", "resubmit", "reassign"].entries()) await run(town, step(move, "lin", 10 + nth));
  await run(town, step("approve", "wang", 20));
  await refusedBy(town, "visit_steps_by_other_update", `update visit_steps set actor_id = '${town.people.lin}' where visit_id = '${id}' and version = 20`);
  await refusedBy(town, "visit_steps_by_other_update", `update visit_steps set move = 'approve' where visit_id = '${id}' and version = 10`);
});
