import { and, eq, inArray, isNull } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import { openAccount, personKeys, refuseTaken } from "@/lib/gate/account";
import type { Desk } from "@/lib/gate/desk";
import { type Id, newId } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { keepSkills } from "./acts-seat-skills";
import { serve, unserve } from "./acts-serve";
import type { Directory } from "./directory";
import type { Done } from "./judged";
import { type Seat, type SeatField, seatShape } from "./seat";

const { accounts, assignments, credentials, people, signInTries, skills } = tables;

const rowOf = ({ name, staffNo, roles, department, title }: Seat) => ({ name, roles, department, title, staffNo: staffNo || null, ...personKeys(name, department) });

/** The account comes with the person; the admin's activation code opens it. */
export async function addSeat(desk: Desk, seat: Seat, town: Directory): Promise<Done> {
  const id = newId<"person">();
  let account = seat.account;
  await desk.begin("person.add", async (tx) => {
    const [made] = await tx.insert(people).values({ id, ...rowOf(seat) }).returning();
    account = (await openAccount(tx, made!, seat.account)).name;
    return made;
  }, "导入");
  await serveAll(desk, id, seat, undefined, town);
  await keepSkills(desk, id, undefined, seat, "导入");
  return { subjectId: id, before: JSON.stringify({ now: seatShape({ ...seat, account }) }) };
}

export async function reviseSeat(desk: Desk, id: Id<"person">, was: Seat, seat: Seat, fields: readonly SeatField[], town: Directory): Promise<Done> {
  await alterSeat(desk, id, was, seat, "导入");
  await serveAll(desk, id, seat, was, town);
  await keepSkills(desk, id, was, seat, "导入");
  return { subjectId: id, before: JSON.stringify({ fields, was, now: seatShape(seat, fields) }) };
}

export async function restoreSeat(desk: Desk, id: Id<"person">, seat: Seat, was: Seat): Promise<void> {
  await alterSeat(desk, id, seat, was, "撤销导入", async (tx) => {
    const opened = [...seat.villages, ...seat.grids].filter((place) => ![...was.villages, ...was.grids].some((old) => old === place));
    await unserve(tx, id, opened);
  });
  await keepSkills(desk, id, seat, was, "撤销导入");
}

async function alterSeat(desk: Desk, id: Id<"person">, from: Seat, to: Seat, why: string, more?: (tx: Writer) => Promise<void>): Promise<void> {
  await desk.change("person.revise", id, async (tx, { version }) => {
    await tx.update(people).set({ ...rowOf(to), version: version + 1 }).where(eq(people.id, id));
    if (from.account !== to.account) await alterAccount(tx, id, from, to);
    await more?.(tx);
  }, why);
}

async function alterAccount(tx: Writer, id: Id<"person">, from: Seat, to: Seat): Promise<void> {
  if (!from.account) return void (await openAccount(tx, { id, name: to.name }, to.account));
  if (!to.account) return dropAccount(tx, id);
  await refuseTaken(tx, to.account);
  const [account] = await tx.update(accounts).set({ name: to.account }).where(eq(accounts.personId, id)).returning();
  if (!account) throw Refusal.conflict(`${to.name}的账号刚在别处改过，重新预检再导入`);
  await tx.delete(signInTries).where(eq(signInTries.accountId, account.id)); // counted for the old name
}

async function dropAccount(tx: Writer, personId: Id<"person">): Promise<void> {
  const mine = tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.personId, personId));
  await tx.delete(signInTries).where(inArray(signInTries.accountId, mine));
  await tx.delete(credentials).where(inArray(credentials.accountId, mine));
  await tx.delete(accounts).where(eq(accounts.personId, personId));
}

async function serveAll(desk: Desk, id: Id<"person">, seat: Seat, was: Seat | undefined, town: Directory): Promise<void> {
  for (const villageId of seat.villages) if (!was?.villages.includes(villageId)) await serve(desk, id, { villageId });
  for (const gridId of seat.grids) if (!was?.grids.includes(gridId)) await serve(desk, id, { villageId: town.villageOf(gridId), gridId });
}

/** Somebody an import added and nobody has met since. Whatever hangs on them makes the database refuse. */
export async function removeSeat(desk: Desk, id: Id<"person">): Promise<void> {
  await desk.change("person.leave", id, async (tx) => {
    await tx.delete(assignments).where(and(eq(assignments.personId, id), isNull(assignments.householdId), isNull(assignments.endedOn)));
    await tx.delete(skills).where(eq(skills.personId, id));
    await dropAccount(tx, id);
    await tx.delete(people).where(eq(people.id, id));
  }, "撤销导入");
}
