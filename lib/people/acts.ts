import { and, eq, isNull } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import { mayJudge } from "@/lib/defences/rules";
import { openAccount, personKeys, refuseTaken } from "@/lib/gate/account";
import type { Desk } from "@/lib/gate/desk";
import { settleKind } from "@/lib/gate/notices";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import type { PersonForm, RenameForm, RevisePersonForm } from "./forms";
import { rolesFault } from "./rules";

const { accounts, pairings, people, signInTries } = tables;
type Known = Pick<PersonForm, "name" | "roles" | "department" | "title" | "staffNo">;

/** Puts a person in the directory, with an account that an activation code will open. Sent twice, it is one person. */
export async function addPerson(desk: Desk, form: PersonForm): Promise<void> {
  refuseRoles(form.roles);
  await desk.begin("person.add", async (tx) => {
    await refuseStaffNo(tx, form.staffNo, form.id);
    const [made] = await tx.insert(people).values({ id: form.id, ...rowOf(form) }).onConflictDoNothing().returning();
    if (made) await openAccount(tx, made, form.account);
    return made;
  });
}

export async function revisePerson(desk: Desk, form: RevisePersonForm): Promise<void> {
  await desk.change("person.revise", form.personId, async (tx, person) => {
    if (person.leftOn) throw Refusal.conflict(`${person.name} 已经离岗，资料不再改动`);
    refuseRoles(form.roles, person.roles);
    await refuseStaffNo(tx, form.staffNo, person.id);
    await refuseOrphans(tx, person, form.roles);
    const version = person.version + 1;
    const [after] = await tx.update(people).set({ ...rowOf(form), version })
      .where(and(eq(people.id, person.id), eq(people.version, form.version))).returning();
    if (!after) throw Refusal.conflict(`${person.name} 的资料刚在别处改过。刷新看看最新的内容，再决定怎么改`);
    if (!mayJudge(after.roles)) await settleKind(tx, desk, "scoring_waits", after.id);
  });
}

const rowOf = ({ name, roles, department, title, staffNo }: Known) => ({
  name, roles, department, title, staffNo: staffNo || null, ...personKeys(name, department),
});

function refuseRoles(roles: Known["roles"], held: Known["roles"] = []): void {
  const fault = rolesFault(roles, held);
  if (fault) throw Refusal.invalid("roles", fault);
}

async function refuseStaffNo(tx: Writer, staffNo: string, but: Id<"person">): Promise<void> {
  if (!staffNo) return;
  const [other] = await tx.select({ id: people.id, name: people.name }).from(people).where(eq(people.staffNo, staffNo));
  if (other && other.id !== but) throw Refusal.invalid("staffNo", `工号 ${staffNo} 已经是 ${other.name} 的`);
}

/** A mentor with mentees, or a mentee with a mentor, does not lose the role from under the pairing. */
async function refuseOrphans(tx: Writer, person: Row<"people">, roles: Known["roles"]): Promise<void> {
  const lost = (role: "mentor" | "cadre") => person.roles.includes(role) && !roles.includes(role);
  const open = async (mine: typeof pairings.mentorId) =>
    (await tx.select({ id: pairings.id }).from(pairings).where(and(eq(mine, person.id), isNull(pairings.endedOn))).limit(1)).length > 0;
  if (lost("mentor") && (await open(pairings.mentorId)))
    throw Refusal.invalid("roles", `${person.name} 还带着学员。先结束结对，再去掉“导师”`);
  if (lost("cadre") && (await open(pairings.menteeId)))
    throw Refusal.invalid("roles", `${person.name} 还有导师。先结束结对，再去掉“青年干部”`);
}

/** The name a person signs in with. Their sessions go on: the name is not what they rest on. */
export async function renameAccount(desk: Desk, form: RenameForm): Promise<void> {
  await desk.change("account.rename", form.accountId, async (tx, account) => {
    if (form.account === account.name) return;
    await refuseTaken(tx, form.account);
    await tx.delete(signInTries).where(eq(signInTries.accountId, account.id)); // counted for the old name
    await tx.update(accounts).set({ name: form.account }).where(eq(accounts.id, account.id));
  });
}
