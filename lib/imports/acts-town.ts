import { isNull } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import { Directory } from "./directory";

/** Everybody and every place a workbook may name. Read inside the deed, so that it is the town of that moment. */
export async function directoryOf(tx: Writer): Promise<Directory> {
  const { villages, grids, people } = tables;
  const places = await tx.select({ id: villages.id, name: villages.name }).from(villages);
  const parts = await tx.select({ id: grids.id, name: grids.name, villageId: grids.villageId }).from(grids);
  const known = await tx.select({ id: people.id, name: people.name, department: people.department, staffNo: people.staffNo, roles: people.roles, leftOn: people.leftOn }).from(people);
  return new Directory(places, parts, known.map(({ staffNo, leftOn, ...person }) => ({ ...person, staffNo: staffNo ?? "", left: leftOn !== null })));
}

/** Who serves which village, grid or household as of now, or from a day to come. */
export async function servingNow(tx: Writer) {
  const { assignments: a } = tables;
  return tx.select({ personId: a.personId, villageId: a.villageId, gridId: a.gridId, householdId: a.householdId }).from(a).where(isNull(a.endedOn));
}
