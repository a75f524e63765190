import { isNull } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Id } from "@/lib/kernel/id";
import { rolesFault } from "@/lib/people/rules";
import { skill, type SkillWay } from "@/lib/words/skill";
import { addSeat, reviseSeat } from "./acts-seat-deeds";
import { servingNow } from "./acts-town";
import { ambiguous, type Directory, groupedBy, type PersonLine } from "./directory";
import { asError, type Bench, type Judged, nothing } from "./judged";
import { breathe } from "./progress";
import type { RowReader } from "./row";
import { mergedSeat, readSeat, type Seat, seatChanges, type SeatEntry, seatShape, seatTitles } from "./seat";
import { refuseBoth } from "./seat-skills";

const { accounts, pairings, people, skills } = tables;

type Known = {
  seats: ReadonlyMap<Id<"person">, Seat>;
  /** Who signs in under a name. */
  owners: ReadonlyMap<string, Id<"person">>;
  mentors: ReadonlySet<Id<"person">>;
  mentees: ReadonlySet<Id<"person">>;
};

/** Everybody as an import compares them; a few hundred at most. */
export async function knownSeats(tx: Writer): Promise<Known> {
  const everybody = await tx.select().from(people);
  const signs = await tx.select({ personId: accounts.personId, name: accounts.name }).from(accounts);
  const named = new Map(signs.map(({ personId, name }) => [personId, name]));
  const places = groupedBy((await servingNow(tx)).filter(({ householdId }) => !householdId), ({ personId }) => personId);
  const pairs = await tx.select({ mentor: pairings.mentorId, mentee: pairings.menteeId }).from(pairings).where(isNull(pairings.endedOn));
  const able = groupedBy(await tx.select().from(skills), ({ personId }) => personId);
  const seats = everybody.map(({ id, name, staffNo, roles, department, title }): [Id<"person">, Seat] => {
    const mine = places.get(id) ?? [];
    const villages = mine.flatMap((place) => (place.gridId ? [] : place.villageId));
    const can = (wanted: SkillWay) => skill.values.filter((one) => able.get(id)?.some((row) => row.way === wanted && row.skill === one));
    const known = { offers: can("offers"), wants: can("wants") };
    return [id, { name, staffNo: staffNo ?? "", roles, department, title, account: named.get(id) ?? "", villages, grids: mine.flatMap((place) => place.gridId ?? []), ...known }];
  });
  const owners = new Map(signs.map(({ personId, name }) => [name, personId]));
  return { seats: new Map(seats), owners, mentors: new Set(pairs.map(({ mentor }) => mentor)), mentees: new Set(pairs.map(({ mentee }) => mentee)) };
}

/** Every line of a file of people under the town as it is. */
export async function judgeSeats(tx: Writer, { lines, town }: Bench): Promise<Map<number, Judged>> {
  const known = await knownSeats(tx);
  const read = lines.map(({ line, row }) => ({ line, row, entry: readSeat(row, town) }));
  const byKey = groupedBy(read.filter(({ entry }) => entry), ({ entry }) => keyOf(entry!));
  const byAccount = groupedBy(read.filter(({ entry }) => entry?.account), ({ entry }) => entry!.account!);
  const judged = new Map<number, Judged>();
  for (const { line, row, entry } of read) {
    if (line % 100 === 0) await breathe();
    if (entry) {
      refuseTwin(row, entry.staffNo ? "staffNo" : "name", line, byKey.get(keyOf(entry))!, "是同一个人", "同一个人只留一行");
      if (entry.account) refuseTwin(row, "account", line, byAccount.get(entry.account)!, "账号一样", "每人一个账号");
    }
    judged.set(line, entry && row.faults.length === 0 ? judge(row, entry, known, town) : asError(row));
  }
  refuseSharedSubjects(read, judged);
  return judged;
}

type Twin = { line: number };
const keyOf = ({ name, department = "", staffNo }: SeatEntry): string => (staffNo ? `no ${staffNo}` : `${name} ${department}`);

function refuseTwin(row: RowReader, key: string, line: number, alike: readonly Twin[], what: string, mend: string): void {
  const others = alike.filter((other) => other.line !== line).map((other) => other.line);
  if (others.length > 0) row.fault(key, `和第 ${others.slice(0, 3).join("、")} 行${what}`, mend);
}

/** One row names a person by 工号 and another by name: both would write over each other. */
function refuseSharedSubjects(read: readonly { line: number; row: RowReader }[], judged: Map<number, Judged>): void {
  const meant = groupedBy(read.filter(({ line }) => judged.get(line)!.subjectId), ({ line }) => judged.get(line)!.subjectId);
  for (const alike of meant.values())
    for (const { line, row } of alike.length > 1 ? alike : []) {
      refuseTwin(row, "name", line, alike, "是同一个人", "同一个人只留一行");
      judged.set(line, asError(row));
    }
}

function judge(row: RowReader, entry: SeatEntry, known: Known, town: Directory): Judged {
  const match = matchOf(row, entry, town);
  const was = match && known.seats.get(match.id);
  const seat = mergedSeat(entry, was);
  refuseUnfit(row, seat, was, match?.id, known);
  if (row.faults.length > 0) return asError(row);
  if (!match || !was) return { fate: "add", told: nothing(row), seen: "", deed: (desk) => addSeat(desk, seat, town) };
  const changes = seatChanges(was, seat);
  const told = { ...nothing(row), changes: changes.map((field) => seatTitles[field]) };
  return { fate: changes.length > 0 ? "update" : "skip", told, subjectId: match.id, seen: seatShape(was), deed: (desk) => reviseSeat(desk, match.id, was, seat, changes, town) };
}

/** By 工号; else by name and department. One without a 工号 in the town may be given theirs by the file. */
function matchOf(row: RowReader, { name, department, staffNo }: SeatEntry, town: Directory): PersonLine | undefined {
  const numbered = staffNo ? town.withNo(staffNo) : undefined;
  if (numbered?.left) return row.fault("staffNo", `工号是已经离岗的“${numbered.name}”的`, "换一个工号，或者删掉这一行");
  if (numbered) return numbered;
  const named = town.withName(name).filter((person) => !staffNo || !person.staffNo);
  const alike = named.filter((person) => department === undefined || person.department === department);
  if (alike.length > 1) {
    const { reason, mend } = ambiguous(name, alike);
    return row.fault("name", reason, mend);
  }
  const elsewhere = named[0];
  if (!alike[0] && elsewhere) row.notes.push(`“${elsewhere.department || "没写部门"}”已经有一位${name}，按另一个人新增；是同一个人就写上工号`);
  return alike[0];
}

function refuseUnfit(row: RowReader, seat: Seat, was: Seat | undefined, id: Id<"person"> | undefined, known: Known): void {
  const fault = rolesFault(seat.roles, was?.roles);
  if (fault) row.fault("roles", fault, "改好角色再导入");
  refuseBoth(row, seat);
  const owner = known.owners.get(seat.account);
  if (owner && owner !== id) row.fault("account", `这个账号是“${known.seats.get(owner)?.name ?? "别人"}”的`, "换一个账号，或者留空由系统起");
  const lost = (role: "mentor" | "cadre") => was?.roles.includes(role) && !seat.roles.includes(role);
  if (id && lost("mentor") && known.mentors.has(id)) row.fault("roles", "还带着学员，不能去掉导师", "先结束结对，或者在角色里加上导师");
  if (id && lost("cadre") && known.mentees.has(id)) row.fault("roles", "还有导师，不能去掉青年干部", "先结束结对，或者在角色里加上青年干部");
  if (seat.villages.length > (was?.villages.length ?? 0) && seat.roles.some((role) => role === "admin" || role === "auditor"))
    row.fault("villages", "系统管理员和审计员不接触农户资料，不能联村", "把联村留空");
}
