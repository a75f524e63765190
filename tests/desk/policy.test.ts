import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Row, TableName } from "@/db/schema";
import { assign } from "@/db/seed/place";
import { Actor } from "@/lib/gate/actor";
import { Desk } from "@/lib/gate/desk";
import { mayBegin, mayChange } from "@/lib/gate/policy";
import type { Day } from "@/lib/kernel/day";
import { type Id, newId } from "@/lib/kernel/id";
import { saveDraft, submitVisit } from "@/lib/visits/acts";
import { type Role, role } from "@/lib/words/person";
import { begins, changes, columns, lets, read, type Relation, relations } from "../support/policy-matrix";
import { township } from "../support/township";
import { aVisit } from "../support/visits";

const now = new Date("2026-03-04T09:00:00+08:00");
const me = newId<"person">();
const mentee = newId<"person">();
const stranger = newId<"person">();
const [myVillage, elsewhere] = [newId<"village">(), newId<"village">()];
const [myGrid, theirGrid] = [newId<"grid">(), newId<"grid">()];
const [myHome, menteeHome, otherHome] = [newId<"household">(), newId<"household">(), newId<"household">()];

const [myTopic, myDefence] = [newId<"topic">(), newId<"defence">()];

/** Somebody with these roles and every relation there is; the row below says which of them it meets. */
function actorWith(...roles: Role[]): Actor {
  const person: Row<"people"> = { id: me, name: "某人", roles, department: "", title: "", staffNo: null, sortKey: "", searchKey: "", leftOn: null, version: 1 };
  const post = (personId: Id<"person">, villageId: Id<"village">, gridId: Id<"grid"> | null, householdId: Id<"household"> | null) => ({ personId, villageId, gridId, householdId });
  const seat = roles.includes("gridMember") ? post(me, myVillage, myGrid, null) : post(me, myVillage, null, null);
  return new Actor(person, [mentee], [seat, post(me, elsewhere, null, myHome), post(mentee, elsewhere, null, menteeHome)], now, [],
    [{ topicId: myTopic, defenceId: null, holds: true }, { topicId: newId<"topic">(), defenceId: myDefence, holds: true }]);
}

/** A row of any table that meets `me` in exactly one way. Each rule looks at the columns its table has. */
function rowIn(relation: Relation, name: TableName): Record<string, unknown> {
  const subject = relation === "S" ? me : stranger;
  const author = relation === "O" ? me : relation === "M" ? mentee : stranger;
  const home = relation === "A" ? myHome : relation === "M" ? menteeHome : otherHome;
  const [villageId, gridId] = relation === "V" ? [myVillage, myGrid] : [elsewhere, theirGrid];
  const topicId = relation === "G" ? myTopic : newId<"topic">();
  const defenceId = relation === "J" ? myDefence : newId<"defence">();
  const exam = { examinerId: relation === "X" ? me : stranger, examineeId: relation === "E" ? me : stranger, secondExaminerId: null, askedById: subject, pairs: null };
  const id = name === "defences" ? defenceId : name === "people" ? subject : name === "households" ? home : name === "topics" ? topicId : newId<"any">();
  const reviewerId = relation === "M" ? me : stranger;
  // Of a pairing: S is one of the two, M the mentor of whom it is about.
  const [mentorId, menteeId] = [relation === "S" || relation === "M" ? me : stranger, relation === "M" ? mentee : subject];
  // What was kept for a lost door is handed to whoever serves it now.
  const keeperId = relation === "A" || relation === "V" ? me : stranger;
  return { id, personId: relation === "J" && name === "sheets" ? me : subject, topicId, defenceId, authorId: author, raisedById: author, byId: subject, villageId, gridId, householdId: home, reviewerId, keeperId, mentorId, menteeId, ...exam, version: 1 };
}

/** What somebody is about to make has them for its author, whatever else it meets. */
const madeIn = (relation: Relation, name: TableName) => ({ ...rowIn(relation, name), authorId: me, raisedById: me, byId: me, addedById: me, askedById: me, plannedById: me, committedById: me, drawnById: me, proposedById: me, setById: me, ...(name === "quizSheets" && { examinerId: me }) });
/** A household that was just made is nobody's yet; a remark has no place, only an author. */
const waysToMeet = (name: TableName): Relation[] =>
  relations.filter((relation) => (name === "households" ? relation !== "A" && relation !== "M" : (name !== "feedback" && name !== "ballots") || relation === "S"));

type Any = { allows: (me: Actor, row: never) => boolean };
const allows = (rule: Any, actor: Actor, row: unknown): boolean => (rule.allows as (me: Actor, row: unknown) => boolean)(actor, row);

const written: readonly TableName[] = ["visits", "parkedVisits", "photos"];
/** How a row meets somebody of that role: a visit has an author and is about nobody; of other things it is the other way round. */
function asMet(relation: Relation, name: TableName, column: Role): Relation {
  if (relation === (written.includes(name) ? "S" : "O")) return "none";
  // Of whoever sits in a village, a household given to them is one of its own.
  return relation === "A" && (column === "villageCadre" || column === "gridMember") ? "V" : relation;
}

const tables = { begins: read(begins), changes: read(changes) };

test("every action of the policy is in the table, and nothing else", () => {
  expect([...tables.begins.keys()].sort()).toEqual(Object.keys(mayBegin).sort());
  expect([...tables.changes.keys()].sort()).toEqual(Object.keys(mayChange).sort());
});

describe("who may begin what", () => {
  test.each(Object.entries(mayBegin))("%s", (action, rule) => {
    const wrong = columns.flatMap((column) => waysToMeet(rule.makes).flatMap((relation) => {
      const expected = lets(tables.begins.get(action)![column], asMet(relation, rule.makes, column));
      return allows(rule, actorWith(column), madeIn(relation, rule.makes)) === expected ? [] : [`${column} ${relation}: expected ${expected}`];
    }));
    expect(wrong).toEqual([]);
  });
});

describe("who may change what", () => {
  test.each(Object.entries(mayChange))("%s", (action, rule) => {
    const wrong = columns.flatMap((column) => relations.flatMap((relation) => {
      const expected = lets(tables.changes.get(action)![column], asMet(relation, rule.on, column));
      return allows(rule, actorWith(column), rowIn(relation, rule.on)) === expected ? [] : [`${column} ${relation}: expected ${expected}`];
    }));
    expect(wrong).toEqual([]);
  });
});

test("nobody makes a visit, a problem, a remark or a set of phrases in another's name", () => {
  for (const action of ["visit.save", "visit.submit", "problem.raise", "feedback.say", "presets.keep", "visit.park"] as const)
    for (const relation of ["A", "V", "M", "none"] as const)
      expect([action, allows(mayBegin[action], actorWith(...role.values), rowIn(relation, mayBegin[action].makes))]).toEqual([action, false]);
});

test("D1: nobody answers their own visit, whatever other roles and relations they have", () => {
  const everything = actorWith(...role.values);
  const own = { ...rowIn("M", "visits"), authorId: me, keeperId: me };
  for (const action of ["visit.approve", "visit.return", "visit.passOn", "visit.unlock", "parked.admit", "parked.decline"] as const) expect([action, allows(mayChange[action], everything, own)]).toEqual([action, false]);
});

test("a mentee's visit that waits with somebody else is not the mentor's to answer", () => {
  const visit = { ...rowIn("M", "visits"), reviewerId: null };
  expect(allows(mayChange["visit.approve"], actorWith("mentor"), visit)).toBe(false);
  expect(allows(mayChange["visit.approve"], actorWith("office"), visit)).toBe(true);
});

test("who ended the scoring does not publish it, and nobody sends their own sheet back", () => {
  for (const one of ["office", "leader"] as const) {
    expect(allows(mayChange["defence.publish"], actorWith(one), { ...rowIn("none", "defences"), closedById: me })).toBe(false);
    expect(allows(mayChange["defence.publish"], actorWith(one), { ...rowIn("none", "defences"), closedById: stranger })).toBe(true);
  }
  expect(allows(mayChange["sheet.reopen"], actorWith("office"), { ...rowIn("none", "sheets"), personId: me })).toBe(false);
});

test("what was kept for a lost door is taken in by whom it was handed to, while the door is theirs", () => {
  for (const action of ["parked.admit", "parked.decline"] as const) {
    expect(allows(mayChange[action], actorWith("cadre"), { ...rowIn("A", "parkedVisits"), keeperId: null })).toBe(false);
    expect(allows(mayChange[action], actorWith("cadre"), { ...rowIn("none", "parkedVisits"), keeperId: me })).toBe(false);
    expect(allows(mayChange[action], actorWith("cadre"), rowIn("A", "parkedVisits"))).toBe(true);
  }
});

test("who has no role but the judge's, or none at all, may only speak for themselves", () => {
  for (const roles of [[], ["judge"]] as Role[][]) {
    const may = (rules: [string, Any][], rowOf: (name: never) => unknown) =>
      rules.filter(([, rule]) => allows(rule, actorWith(...roles), rowOf(("on" in rule ? rule.on : "feedback") as never))).map(([action]) => action);
    const about = (relation: Relation) => may(Object.entries(mayChange), (name) => rowIn(relation, name));
    expect(about("S")).toEqual(["account.changePassword", "session.end", "notice.done"]);
    for (const relation of ["O", "A", "V", "M", "none"] as const) expect(about(relation)).toEqual([]);
    for (const relation of ["O", "A", "V", "M", "none"] as const) expect(may(Object.entries(mayBegin), (name) => madeIn(relation, name))).toEqual(["feedback.say"]);
    expect(may(Object.entries(mayBegin), (name) => madeIn("S", name))).toEqual(["ballot.cast", "peek.note", "feedback.say"]);
  }
});

test("a draft cannot be carried to a door where its author could not have begun it", async () => {
  const town = await township();
  await town.store.write((tx) => assign(tx, town.people.wang, { villageId: town.villages.xiwu }, "2026-01-01" as Day));
  const wang = (await Desk.of(town.store, town.people.wang, town.now))!;
  const form = aVisit(town, { householdId: town.homes.sun });
  // He sees his mentee's household, and may not write visits there.
  expect(await wang.select().from(wang.see.households).where(eq(wang.see.households.id, town.homes.zhang))).toHaveLength(1);
  await expect(submitVisit(wang, { ...form, householdId: town.homes.zhang })).rejects.toMatchObject({ code: "forbidden" });
  await saveDraft(wang, form);
  for (const move of [saveDraft, submitVisit]) await expect(move(wang, { ...form, version: 1, householdId: town.homes.zhang })).rejects.toMatchObject({ code: "forbidden" });
  await saveDraft(wang, { ...form, version: 1, householdId: town.homes.qian });
  expect(await wang.select({ home: wang.see.visits.householdId }).from(wang.see.visits)).toEqual([{ home: town.homes.qian }]);
});
