import { join } from "node:path";
import Database from "better-sqlite3";
import { openDemoAccounts } from "@/db/seed/accounts";
import { found, villagesFrom } from "@/db/seed/found";
import { int, mulberry32, type Next, pick } from "@/db/seed/material/chance";
import { anyGender, personName } from "@/db/seed/material/names";
import { assign, placePerson } from "@/db/seed/place";
import type { Writer } from "@/db/store";
import { openTown } from "@/db/town";
import { clearColumns, maskedColumns } from "@/lib/gate/household-file";
import { addDays, dayOf } from "@/lib/kernel/calendar";
import { type Id, newId } from "@/lib/kernel/id";
import { tables } from "@/db/schema";
import { writerOf } from "./rows";

export const CADRES = 200;
const MENTORS = 40;
const HOUSEHOLDS = 10_000;

export type Home = { id: Id<"household">; villageId: Id<"village"> };
export type Cadre = { id: Id<"person">; mentorId: Id<"person">; villageId: Id<"village">; homes: Home[]; firm: Id<"enterprise"> };
export type Cast = { cadres: Cadre[]; officeId: Id<"person"> };

/** Who signs in: the first cadre and their mentor read; the second mentor's cadre writes what that mentor reviews. */
export const accounts = { cadre: "linxiao", mentor: "wangjianguo", office: "dangjianban", writer: "zhaoning", reviewer: "chenmin" } as const;
export type Account = keyof typeof accounts;

/** A town before its first visit: 200 cadres, 40 mentors, the villages of the seed, 10 000 households. */
export async function settle(folder: string, now: Date): Promise<Cast> {
  const next = mulberry32(2024);
  const store = openTown(folder);
  const { villageIds, ...people } = await store.write((tx) => placePeople(tx, next, now));
  store.close();
  const raw = new Database(join(folder, "town.db"));
  const homes = raw.transaction(() => writeHomes(raw, next, villageIds, now))();
  raw.close();
  const cadres = people.cadres.map((cadre) => ({ ...cadre, homes: homes.filter(({ villageId }) => villageId === cadre.villageId) }));
  return { cadres, officeId: people.officeId };
}

async function placePeople(tx: Writer, next: Next, now: Date) {
  const villageIds = [...await found(tx, { name: "义桥镇", demo: true, villages: villagesFrom("db/seed/villages.csv") }, now)];
  const someone = (role: "cadre" | "mentor" | "office") =>
    placePerson(tx, { name: personName(next, anyGender(next), int(next, 1970, 2000)), roles: [role], department: "党政办" });
  const mentors: Id<"person">[] = [];
  while (mentors.length < MENTORS) mentors.push(await someone("mentor"));
  const cadres: Omit<Cadre, "homes">[] = [];
  for (let place = 0; place < CADRES; place++) {
    const post = { place, now, mentorId: mentors[place % MENTORS]!, village: villageIds[place % villageIds.length]! };
    cadres.push(await placeCadre(tx, await someone("cadre"), post));
  }
  const officeId = await someone("office");
  const [[cadre, writer], [mentor, reviewer]] = [cadres, mentors];
  const who = { cadre: cadre!.id, mentor: mentor!, office: officeId, writer: writer!.id, reviewer: reviewer! };
  const open = Object.entries(who).map(([name, id]) => ({ id, account: accounts[name as Account] }));
  await openDemoAccounts(tx, open, now);
  return { cadres, officeId, villageIds };
}

type Post = { place: number; mentorId: Id<"person">; village: [string, Id<"village">]; now: Date };

async function placeCadre(tx: Writer, id: Id<"person">, { place, mentorId, village: [village, villageId], now }: Post) {
  const since = addDays(dayOf(now), -1826);
  await assign(tx, id, { villageId }, since);
  await tx.insert(tables.pairings).values({ mentorId, menteeId: id, startedOn: since });
  const name = `${village}第${place + 1}五金厂`;
  const [firm] = await tx.insert(tables.enterprises).values({ villageId, name, searchKey: name }).returning();
  return { id, mentorId, villageId, firm: firm!.id };
}

function writeHomes(raw: Database.Database, next: Next, villageIds: [string, Id<"village">][], now: Date): Home[] {
  const [writeHome, writeHead] = [writerOf(raw, "households"), writerOf(raw, "householders")];
  const heads = Array.from({ length: 400 }, () => personName(next, anyGender(next), int(next, 1945, 1985)));
  return Array.from({ length: HOUSEHOLDS }, (_, i) => {
    const [villageName, villageId] = villageIds[i % villageIds.length]!;
    const named = { villageName, code: String(i + 1).padStart(5, "0"), groupName: `${(i % 12) + 1}组`, householder: pick(next, heads) };
    const id = newId<"household">();
    writeHome({ id, villageId, code: named.code, groupName: named.groupName, visitDueOn: dayOf(now), ...maskedColumns(named) });
    writeHead({ householdId: id, address: `${named.groupName}${i + 1}号`, ...clearColumns(named.householder) });
    return { id, villageId };
  });
}
