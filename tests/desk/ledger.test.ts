import fc from "fast-check";
import { getTableColumns, sql, type SQL } from "drizzle-orm";
import { expect, test } from "vitest";
import { isPlain } from "@/db/columns";
import { type TableName, tables } from "@/db/schema";
import type { Store } from "@/db/store";
import { record, verifyLedger } from "@/lib/gate/ledger";
import { submitVisit } from "@/lib/visits/acts";
import { reviewVisit } from "@/lib/visits/acts-review";
import { emptyStore, township } from "../support/township";
import { aVisit } from "../support/visits";

const now = new Date("2026-03-04T09:00:00.123+08:00");
const linesOf = (store: Store) => store.read.select().from(tables.ledger);

/** Nine lines of a town's day, among them a visit, its problem and the mentor's answer. */
async function aDay() {
  const town = await township();
  for (let i = 0; i < 3; i++) {
    const { id } = await submitVisit(town.lin, aVisit(town, { matter: "report", problemTitle: "屋后水沟堵塞" }));
    await reviewVisit(town.wang, { visitId: id, version: 1, verdict: "approve", note: "" });
  }
  return town;
}

test("every deed is a line that follows from the one before it", async () => {
  const { store, people } = await aDay();
  const lines = await linesOf(store);
  expect(lines.map(({ id, action }) => `${id} ${action}`).slice(0, 4)).toEqual(["1 visit.submit", "2 problem.raise", "3 visit.approve", "4 visit.submit"]);
  expect(lines[2]).toMatchObject({ actorId: people.wang, subject: "visits", changed: { state: ["submitted", "approved"], version: [1, 2] } });
  expect(lines.slice(1).map(({ prevHash }) => prevHash)).toEqual(lines.slice(0, -1).map(({ hash }) => hash));
  expect(await verifyLedger(store.read)).toEqual({ rows: 9 });
});

test("a deed that is refused leaves no line", async () => {
  const { store, zhao, lin, ...town } = await aDay();
  const [line] = await linesOf(store);
  const visitId = line!.subjectId as never;
  await expect(reviewVisit(lin, { visitId, version: 2, verdict: "approve", note: "" })).rejects.toThrow();
  await expect(reviewVisit(zhao, { visitId, version: 2, verdict: "approve", note: "" })).rejects.toThrow();
  await expect(submitVisit(zhao, aVisit(town))).rejects.toThrow();
  expect(await verifyLedger(store.read)).toEqual({ rows: 9 });
});

test.each([
  ["an update", sql`update ledger set reason = '改' where seq = 5`],
  ["a deletion", sql`delete from ledger where seq = 9`],
  ["a replacement", sql`insert or replace into ledger select * from ledger where seq = 5`],
])("the database itself refuses %s", async (_what, statement) => {
  const { store } = await aDay();
  await expect(store.write(async (tx) => void (await tx.run(statement)))).rejects.toThrow(/append-only|Failed to run/);
  expect(await linesOf(store)).toHaveLength(9);
  expect(await verifyLedger(store.read)).toEqual({ rows: 9 });
});

/** What somebody with the file and a tool could do, once the triggers are out of the way. */
const forgeries: [what: string, statements: SQL[], foundAt: number][] = [
  ["another time", [sql`update ledger set at = at + 1 where seq = 5`], 5],
  ["another actor", [sql`update ledger set actor_id = 'x' where seq = 5`], 5],
  ["another deed", [sql`update ledger set action = 'visit.return' where seq = 5`], 5],
  ["another kind of subject", [sql`update ledger set subject = 'people' where seq = 5`], 5],
  ["another subject", [sql`update ledger set subject_id = 'x' where seq = 5`], 5],
  ["another reason", [sql`update ledger set reason = ' ' where seq = 5`], 5],
  ["another change", [sql`update ledger set changed = replace(changed, 'approved', 'returned') where seq = 3`], 3],
  ["another hash", [sql`update ledger set hash = prev_hash where seq = 5`], 5],
  ["a forged line with the hashes of its neighbours", [sql`update ledger set prev_hash = (select hash from ledger where seq = 3) where seq = 5`], 5],
  ["the first line gone", [sql`delete from ledger where seq = 1`], 2],
  ["a line gone from the middle", [sql`delete from ledger where seq = 5`], 6],
  ["a line gone and the rest moved up", [sql`delete from ledger where seq = 5`, sql`update ledger set seq = -seq where seq > 5`, sql`update ledger set seq = -seq - 1 where seq < 0`], 5],
  ["two lines exchanged", [sql`update ledger set seq = -4 where seq = 4`, sql`update ledger set seq = 4 where seq = 5`, sql`update ledger set seq = 5 where seq = -4`], 4],
  ["the last line cut off", [sql`delete from ledger where seq = 9`], 9],
  ["half of it cut off", [sql`delete from ledger where seq > 4`], 5],
  ["all of it gone", [sql`delete from ledger`], 1],
  ["a line put at the end", [sql`insert into ledger select 10, at, actor_id, action, subject, subject_id, reason, changed, hash, hash from ledger where seq = 9`], 10],
  ["another end noted", [sql`update ledger_heads set hash = 'x'`], 10],
  ["no end noted", [sql`delete from ledger_heads`], 10],
];

test.each(forgeries)("%s is found", async (_what, statements, foundAt) => {
  const { store } = await aDay();
  await store.write(async (tx) => {
    for (const statement of [sql`drop trigger ledger_no_update`, sql`drop trigger ledger_no_delete`, ...statements]) await tx.run(statement);
  });
  expect((await verifyLedger(store.read)).broken?.seq).toBe(foundAt);
});

test("the chain holds over a thousand lines, whatever words they carry", async () => {
  const store = emptyStore();
  const word = fc.oneof(fc.string({ unit: "binary", maxLength: 12 }), fc.constantFrom("", "水沟", "\u202e\u0000", '"]}', "null"));
  const deeds = fc.sample(fc.record({ at: fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }), actorId: word, reason: word, name: word, code: word }), 1100);
  for (let i = 0; i < deeds.length; i += 200)
    await store.write(async (tx) => {
      for (const { at, actorId, reason, name, code } of deeds.slice(i, i + 200))
        await record(tx, { at, actorId, reason, action: "village.add", subject: "villages", subjectId: code, before: { name: code, version: 1 }, after: { name, version: 2, code } });
    });
  expect(await verifyLedger(store.read)).toEqual({ rows: 1100 });
  store.close();
});

test("of any change in any table, no word that a person wrote reaches the ledger", async () => {
  const store = emptyStore();
  const secret = (nth: number, side: string) => `秘密${nth}${side}`;
  for (const subject of Object.keys(tables) as TableName[]) {
    const columns = Object.entries(getTableColumns(tables[subject]));
    const row = (side: string) => Object.fromEntries(columns.map(([field, column], i) => [field, isPlain(column) ? `${field} ${side}` : secret(i, side)]));
    for (const [before, after] of [[row("前"), row("后")], [null, row("后")], [row("前"), null]])
      await store.write((tx) => record(tx, { at: now, actorId: "x", action: "test", subject, subjectId: "x", before: before!, after: after! }));
  }
  const kept = await linesOf(store);
  expect(kept).toHaveLength(Object.keys(tables).length * 3);
  expect(kept.filter((line) => JSON.stringify(line).includes("秘密")).map(({ subject }) => subject)).toEqual([]);
  // That it changed is there all the same.
  expect(kept.find(({ subject }) => subject === "visits")!.changed).toMatchObject({ account: null, state: ["state 前", "state 后"] });
  store.close();
});
