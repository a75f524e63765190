import { and, eq, isNull } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import type { FactKind } from "@/lib/words/household";
import { reviseHome } from "./acts-home-deeds";
import { groupedBy } from "./directory";
import { changedIn, fieldTitles, type Home, mergedHome, shapeOf } from "./home";
import { type HomeEntry, readHome } from "./home-row";
import { asError, type Bench, type Judged, nothing } from "./judged";
import { breathe } from "./progress";
import type { RowReader } from "./row";

const { households, householders, phones, members, memberNames, facts, factValues, assignments } = tables;

export type KnownHome = { id: Id<"household">; villageId: Id<"village">; code: string; leftOn: Day | null; version: number; home: Home };

/** The households of one village, or one of them, as an import compares them. */
export async function knownHomes(tx: Writer, where: { villageId: Id<"village"> } | { householdId: Id<"household"> }): Promise<KnownHome[]> {
  const these = "villageId" in where ? eq(households.villageId, where.villageId) : eq(households.id, where.householdId);
  const heads = await tx.select({ h: households, name: householders.name, address: householders.address, phone: phones.number }).from(households)
    .innerJoin(householders, eq(householders.householdId, households.id)).leftJoin(phones, eq(phones.householdId, households.id)).where(these);
  const families = groupedBy(await tx
    .select({ householdId: members.householdId, id: members.id, name: memberNames.name, kinship: members.kinship, minor: members.minor, birthYear: memberNames.birthYear })
    .from(members).innerJoin(memberNames, eq(memberNames.memberId, members.id)).innerJoin(households, eq(households.id, members.householdId))
    .where(and(these, isNull(members.leftOn))), (member) => member.householdId);
  const known = groupedBy(await tx.select({ householdId: facts.householdId, kind: facts.kind, topic: facts.topic, says: factValues.says }).from(facts)
    .innerJoin(factValues, eq(factValues.factId, facts.id)).innerJoin(households, eq(households.id, facts.householdId))
    .where(and(these, isNull(facts.replacedAt))), (fact) => fact.householdId);
  const keepers = groupedBy(await tx.select({ householdId: assignments.householdId, personId: assignments.personId }).from(assignments)
    .innerJoin(households, eq(households.id, assignments.householdId)).where(and(these, isNull(assignments.endedOn))), (kept) => kept.householdId);
  return heads.map(({ h, name, address, phone }) => {
    const says = (kind: FactKind) => Object.fromEntries((known.get(h.id) ?? []).filter((fact) => fact.kind === kind).map((fact) => [fact.topic, fact.says]));
    const home: Home = {
      householder: name, group: h.groupName, address, grid: h.gridId ?? "", phone: phone ?? "",
      members: (families.get(h.id) ?? []).map(({ id, name: who, kinship, minor, birthYear }) => ({ id, name: who, kinship, minor, birthYear: birthYear ?? "" })),
      income: says("income"), difficulty: says("difficulty"), door: says("door"),
      keepers: (keepers.get(h.id) ?? []).map(({ personId }) => personId),
    };
    return { id: h.id, villageId: h.villageId, code: h.code, leftOn: h.leftOn, version: h.version, home };
  });
}

/** Excel eats the zeros of 001. */
const bareKey = ({ villageId, code }: { villageId: Id<"village">; code: string }): string => `${villageId} ${code.replace(/^0+(?=\d)/, "")}`;

const keyOf = ({ villageId, code }: { villageId: Id<"village">; code: string }): string => `${villageId} ${code}`;

/** Every line of a file of households under the town as it is. */
export async function judgeHomes(tx: Writer, { lines, town, today }: Bench): Promise<Map<number, Judged>> {
  const read: { line: number; row: RowReader; entry: HomeEntry | undefined }[] = [];
  for (const { line, row } of lines) {
    read.push({ line, row, entry: readHome(row, town, today) });
    if (read.length % 100 === 0) await breathe();
  }
  const twice = groupedBy(read.filter(({ entry }) => entry), ({ entry }) => keyOf(entry!));
  const known = new Map<string, KnownHome>();
  const bare = new Map<string, KnownHome>();
  for (const villageId of new Set(read.flatMap(({ entry }) => entry?.villageId ?? []))) {
    for (const home of await knownHomes(tx, { villageId })) {
      known.set(keyOf(home), home);
      bare.set(bareKey(home), home);
    }
    await breathe();
  }
  const judged = new Map<number, Judged>();
  for (const { line, row, entry } of read) {
    if (line % 100 === 0) await breathe();
    const others = entry ? twice.get(keyOf(entry))!.filter((other) => other.line !== line).map((other) => other.line) : [];
    if (others.length > 0) row.fault("code", `和第 ${others.slice(0, 3).join("、")} 行是同一户`, "同一户只留一行");
    const almost = entry && !known.has(keyOf(entry)) && bare.get(bareKey(entry));
    if (almost) row.fault("code", `和已登记的户号 ${almost.code} 只差前面的零`, `是同一户就写成 ${almost.code}`);
    judged.set(line, entry && row.faults.length === 0 ? judge(row, entry, known.get(keyOf(entry)), town.villageName(entry.villageId)) : asError(row));
  }
  return judged;
}

function judge(row: RowReader, entry: HomeEntry, known: KnownHome | undefined, villageName: string): Judged {
  if (known?.leftOn) {
    row.fault("code", `这一户 ${known.leftOn} 起不再登记`, "先在农户页面恢复登记，再导入");
    return asError(row);
  }
  const home = mergedHome(entry, known?.home);
  if (!known) return { fate: "add", told: nothing(row), seen: "", newHome: { villageId: entry.villageId, villageName, code: entry.code, home } };
  const changes = changedIn(known.home, home);
  const told = { ...nothing(row), changes: changes.map((field) => fieldTitles[field]) };
  const fate = changes.length > 0 ? "update" : "skip";
  const at = { id: known.id, villageId: known.villageId, villageName, code: known.code };
  return { fate, told, subjectId: known.id, seen: shapeOf(known.home), deed: (desk) => reviseHome(desk, at, known.home, home, changes) };
}

