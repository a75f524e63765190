import { getTableColumns, sql } from "drizzle-orm";
import { getTableConfig } from "drizzle-orm/sqlite-core";
import { beforeAll, expect, test } from "vitest";
import { type TableName, tables } from "@/db/schema";
import { placeHousehold } from "@/db/seed/place";
import type { Writer } from "@/db/store";
import { newId } from "@/lib/kernel/id";
import { askRedraw, decideRedraw, drawHousehold } from "@/lib/quizzes/acts";
import { handInSheet } from "@/lib/quizzes/acts-sheets";
import { quizVerified } from "@/lib/quizzes/reads-verify";
import { drawn, HOUR, type Planned, planned, quizRow, sheetFor, sitsAt } from "../support/quiz-life";

/*
 * Whoever writes into the database past every act, with the triggers gone: each stored value of a draw, altered by itself,
 * is found. The columns are taken from the schema, so that a new one has to be stamped or named here with its reason.
 */

/** What names nothing and decides nothing; everything else is altered. */
const harmless: Partial<Record<TableName, Record<string, string>>> = {
  quizzes: {
    version: "only says whether a page is old",
    cancelledWhy: "of a cancelled one only, where nothing was drawn",
  },
  frameSecrets: { id: "nothing points at it" },
  quizKeys: { id: "nothing points at it" },
};
const watched = ["quizzes", "frames", "frameSecrets", "draws", "redraws", "quizResults", "quizSheets", "quizMarks", "quizKeys"] as const;
const columnsOf = (name: TableName) =>
  Object.entries<{ name: string }>(getTableColumns(tables[name])).filter(([field]) => !harmless[name]?.[field]).map(([field, { name: column }]) => ({ field, column }));

let at: Planned;
const run = (words: string) => at.town.store.write(async (tx) => void (await tx.run(words)));
const office = () => sitsAt(at.town, at.town.people.chen, 4 * HOUR);
const faults = async () => {
  const verified = await quizVerified(await office(), at.id);
  return verified?.checks.filter(({ ok }) => !ok).map(({ what }) => what);
};

/** A quiz with a redraw that was declined, one that was allowed, two sheets, and the result. */
beforeAll(async () => {
  at = await planned();
  const { town, id, second } = at;
  await town.store.write((tx) => placeHousehold(tx, { villageId: town.villages.dongling, villageName: "东岭村", code: "009", householder: "吴大山", groupName: "1组", address: "1组1号", members: [{ name: "吴大山", kinship: "householder" }] }, town.people.chen, town.now));
  await drawn(at);
  for (const allowed of [false, true]) {
    await askRedraw(await sitsAt(town, town.people.kao, HOUR), { quizId: id, reason: "nobody_home", words: "敲了三次" });
    await decideRedraw(await sitsAt(town, second, HOUR), { redrawId: (await town.store.read.select().from(tables.redraws)).at(-1)!.id, allowed });
  }
  await drawHousehold(await sitsAt(town, town.people.kao, HOUR), { quizId: id, version: (await quizRow(at)).version, number: "99" });
  const drawId = (await town.store.read.select().from(tables.draws)).at(-1)!.id;
  for (const examiner of [town.people.kao, second]) await handInSheet(await sitsAt(town, examiner, 2 * HOUR), await sheetFor(at, drawId, {}, 2 * HOUR));
  const triggers = await town.store.read.all<{ name: string }>(sql`select name from sqlite_master where type = 'trigger'`);
  for (const { name } of triggers) await run(`drop trigger "${name}"`);
  // Outside any transaction, where a pragma counts: in memory the reader is the writer.
  for (const pragma of ["foreign_keys = off", "ignore_check_constraints = on"]) await (town.store.read as Writer).run(`pragma ${pragma}`);
});

test("untouched, everything agrees, for all who may see it", async () => {
  expect(await faults()).toEqual([]);
  const { town, second } = at;
  for (const person of [town.people.lin, town.people.kao, second, town.people.shen]) {
    const verified = await quizVerified(await sitsAt(town, person, 4 * HOUR), at.id);
    expect(verified!.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(verified!.checks.length).toBeGreaterThan(10);
  }
  const mentor = await quizVerified(await sitsAt(town, town.people.wang, 4 * HOUR), at.id);
  expect([mentor!.checks, mentor!.frame, mentor!.draws, mentor!.secret]).toEqual([[], undefined, [], undefined]);
  expect(await quizVerified(await sitsAt(town, town.people.zhao, 4 * HOUR), at.id)).toBeUndefined();
});

type Raw = Record<string, string | number | null>;
const rawRows = (table: string): Promise<Raw[]> => at.town.store.read.all<Raw>(`select rowid as r, * from ${table} order by rowid`);

/** Another value of the same kind: what a forger would write, and what would still parse. */
function otherThan(value: string | number | null, column: string, field: string): string {
  if (value === null) return field.endsWith("Id") ? `'${newId()}'` : "1";
  if (typeof value === "number") return String(value === 1 ? 0 : value + 1);
  const text = value;
  if (text.startsWith("[") || text.startsWith("{")) return `'${text.replace(/\d/, (d) => String((Number(d) + 1) % 10))}'`;
  if (column === "state") return "'drawn'";
  if (column === "reason") return "'unsafe'";
  if (column === "item") return "'door_'";
  if (text.endsWith("=")) return `'${text.startsWith("A") ? "B" : "A"}${text.slice(1)}'`; // behind its padding base64 says nothing
  return `'${text.slice(0, -1)}${text.endsWith("1") ? "2" : "1"}'`;
}

for (const name of watched)
  test(`${name}: whichever column is altered, in whichever row, it is found`, async () => {
    const table = getTableConfig(tables[name]).name;
    const rows = await rawRows(table);
    expect(rows.length).toBeGreaterThan(0);
    const missed: string[] = [];
    for (const row of rows)
      for (const { field, column } of columnsOf(name)) {
        const was = row[column] ?? null;
        const kept = was === null ? "null" : typeof was === "number" ? String(was) : `'${was.replaceAll("'", "''")}'`;
        await run(`update ${table} set ${column} = ${otherThan(was, column, field)} where rowid = ${String(row.r)}`);
        const found = await faults().catch((error: unknown) => (missed.push(`${field}: ${String(error)}`), undefined));
        if (found?.length === 0) missed.push(`${field}: ${String(was)}`);
        await run(`update ${table} set ${column} = ${kept} where rowid = ${String(row.r)}`);
      }
    expect(missed).toEqual([]);
    expect(await faults()).toEqual([]);
  }, 60_000);

for (const name of ["frames", "frameSecrets", "draws", "redraws", "quizResults", "quizSheets", "quizMarks", "quizKeys"] as const)
  test(`${name}: a row that is taken away is found`, async () => {
    const table = getTableConfig(tables[name]).name;
    const rows = await rawRows(table);
    for (const row of rows) {
      await run(`create temp table kept_${name}_${String(row.r)} as select * from ${table} where rowid = ${String(row.r)}`);
      await run(`delete from ${table} where rowid = ${String(row.r)}`);
      const found = await faults();
      await run(`insert into ${table} select * from kept_${name}_${String(row.r)}`);
      expect(found, JSON.stringify(row)).not.toEqual([]);
    }
    expect(await faults()).toEqual([]);
  });

test("what the ledger told of it is compared for whoever reads the ledger", async () => {
  const auditor = async () => (await quizVerified(await sitsAt(at.town, at.town.people.shen, 4 * HOUR), at.id))!.checks.find(({ what }) => what === "台账");
  expect(await auditor()).toMatchObject({ ok: true });
  await run(`update ledger set action = 'draw.other' where action = 'draw.keep' and subject_id = '${(await at.town.store.read.select().from(tables.draws))[1]!.id}'`);
  expect(await auditor()).toMatchObject({ ok: false });
  await run("update ledger set action = 'draw.keep' where action = 'draw.other'");
});

test("before its time the secret is in nothing that anybody may read", async () => {
  const fresh = await planned();
  await drawn(fresh);
  const [secret] = await fresh.town.store.read.select().from(tables.frameSecrets);
  for (const person of [...Object.values(fresh.town.people), fresh.second, fresh.colleague]) {
    const desk = await sitsAt(fresh.town, person, HOUR);
    for (const name of Object.keys(tables) as TableName[]) expect(JSON.stringify(await desk.select().from(desk.see[name])), `${desk.me.name} ${name}`).not.toContain(secret!.secret);
    expect(JSON.stringify(await quizVerified(desk, fresh.id)) ?? "").not.toContain(secret!.secret);
    expect(await desk.select().from(desk.see.frameSecrets)).toEqual([]);
  }
});
