import { record } from "@/lib/gate/ledger";
import { almanacOf } from "@/lib/gate/almanac";
import { addDays, type Almanac, addWorkdays, dayOf, isWorkday, startOf } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import { type Id, newId } from "@/lib/kernel/id";
import { searchKeyOf } from "@/lib/kernel/pinyin";
import { role } from "@/lib/words/person";
import { skillWay } from "@/lib/words/skill";
import { tables } from "../schema";
import type { Store, Writer } from "../store";
import { openDemoAccounts } from "./accounts";
import { holdDefences } from "./defences";
import { holdExhibitions } from "./exhibitions";
import { found, type VillageLine } from "./found";
import { int, mulberry32, type Next, seedFrom } from "./material/chance";
import { defences } from "./material/defences";
import { enterprises } from "./material/enterprises";
import { exhibitions } from "./material/exhibitions";
import { feedback } from "./material/feedback";
import { factsOf, households } from "./material/households";
import { newcomers, pairings, people, type PersonMaterial, showcase } from "./material/people";
import { servedBefore, skills } from "./material/skills";
import { topics } from "./material/topics";
import { visitWriter } from "./material/visits";
import { propose, settlePairs } from "./pairs";
import { sendPapers } from "./papers";
import { sitQuizzes } from "./quizzes";
import { assign, placeHousehold, placePerson } from "./place";
import { settleTopics } from "./topics";
import { type Firm, type Home, type Walker, walk } from "./visits";

const SINCE = "2024-09-02" as Day;
export type SignIn = { role: string; account: string; name: string };

/** The demo town: real names of villages, everything else invented; the same town every time for the same day. */
export async function demoTown(store: Store, now: Date, villages: VillageLine[]): Promise<SignIn[]> {
  const next = mulberry32(20240902);
  const ids = new Map<string, Id<"person">>();
  const signIns = await store.write(async (tx) => {
    const villageIds = await found(tx, { name: "义桥镇", demo: true, villages }, now);
    return settle({ tx, next, now, villageIds, almanac: await almanacOf(tx), ids, gridIds: new Map() });
  });
  const young = people.filter(({ roles, birthYear }) => roles.includes("villageCadre") && birthYear >= 1990).map(({ account }) => ids.get(account)!);
  // One transaction for all of these deeds: each of its own would wait for the disk.
  await store.write(async (tx) => sitQuizzes({ store: { read: tx, write: (deed) => deed(tx), close: () => undefined }, now, almanac: await almanacOf(tx), ids, young }));
  return signIns;
}

type Context = {
  tx: Writer; next: Next; now: Date; almanac: Almanac; villageIds: Map<string, Id<"village">>;
  /** By account. */
  ids: Map<string, Id<"person">>;
  /** By village and the grid's name. */
  gridIds: Map<string, Id<"grid">>;
};

async function settle(context: Context): Promise<SignIn[]> {
  const { tx, next, now, almanac, ids } = context;
  for (const { account, name, roles, department, title } of people) ids.set(account, await placePerson(tx, { name, roles, department, title }));
  await openDemoAccounts(tx, people.map(({ account }) => ({ account, id: ids.get(account)! })), now);
  const office = ids.get(showcase.find(([shown]) => shown === "office")![1])!;
  await settleGrids(context);
  const homes = await settleHomes(context, office);
  const firms = await settleFirms(context);
  for (const person of people) await post(context, person);
  for (const { mentor, mentee, ...period } of pairings)
    await tx.insert(tables.pairings).values({ mentorId: ids.get(mentor)!, menteeId: ids.get(mentee)!, state: period.endedOn ? "ended" : "active", startedOn: period.startedOn as Day, endedOn: (period.endedOn ?? null) as Day | null, reason: period.reason ?? "" });
  await welcomeNewcomers(context);
  await keepSkills(context);
  await walk({ tx, next, now, almanac, writer: visitWriter(next), officeId: office }, await walkersOf(context, homes, firms));
  const termsAt = { tx, now, almanac, officeId: office, ids };
  await settlePairs(termsAt, pairings);
  await propose(termsAt, ids.get("yulijun")!, ids.get("gumingche")!);
  await workOnTopics(context, office);
  await hearFeedback(context);
  await record(tx, { at: now, actorId: office, action: "town.found", subject: "town", subjectId: newId(), before: null, after: { name: "义桥镇", demo: true } });
  return showcase.map(([shown, account]) => ({ role: role.label(shown), account, name: people.find((person) => person.account === account)!.name }));
}

async function settleGrids({ tx, villageIds, gridIds }: Context): Promise<void> {
  for (const [village, villageId] of villageIds)
    for (const name of ["1网格", "2网格", "3网格"]) {
      const [made] = await tx.insert(tables.grids).values({ villageId, name }).returning();
      gridIds.set(`${village} ${name}`, made!.id);
    }
}

/** About two thousand households, some eighty a village; each village is the same whatever the others are. */
async function settleHomes({ tx, now, villageIds, gridIds }: Context, by: Id<"person">): Promise<Home[]> {
  const homes: Home[] = [];
  for (const [villageName, villageId] of villageIds) {
    const next = mulberry32(seedFrom(villageName));
    const all = households(next, villageName, int(next, 70, 84), Number(dayOf(now).slice(0, 4)));
    for (const [i, material] of all.entries()) {
      const { code, group, address, householder, members } = material;
      const asOf = addDays(dayOf(now), -int(next, 20, 400));
      const gridId = gridIds.get(`${villageName} ${1 + Math.floor((i * 3) / all.length)}网格`)!;
      const phone = `1990000${String(int(next, 0, 9999)).padStart(4, "0")}`;
      const facts = factsOf(material).map((fact) => ({ ...fact, asOf }));
      const home = { villageId, villageName, gridId, code, groupName: group, address, householder, members, facts, phone };
      homes.push({ id: await placeHousehold(tx, home, by, now), villageId, material });
    }
  }
  return homes;
}

async function settleFirms({ tx, villageIds }: Context): Promise<Firm[]> {
  const firms: Firm[] = [];
  for (const { name, village } of enterprises) {
    const villageId = villageIds.get(village)!;
    const [made] = await tx.insert(tables.enterprises).values({ villageId, name, searchKey: searchKeyOf(name) }).returning();
    firms.push({ id: made!.id, villageId });
  }
  return firms;
}

async function post({ tx, villageIds, gridIds, ids }: Context, { account, villages, grid }: PersonMaterial): Promise<void> {
  for (const village of villages)
    await assign(tx, ids.get(account)!, { villageId: villageIds.get(village)!, ...(grid && { gridId: gridIds.get(`${village} ${grid}`)! }) }, SINCE);
}

/** Arrived last week: for one the office has asked a mentor, for the others it has found none yet, its first errand. */
async function welcomeNewcomers({ tx, now, villageIds, ids }: Context): Promise<void> {
  for (const { account, name, roles, department, title, villages } of newcomers) {
    const id = await placePerson(tx, { name, roles, department, title });
    ids.set(account, id);
    await openDemoAccounts(tx, [{ id, account }], now);
    for (const village of villages) await assign(tx, id, { villageId: villageIds.get(village)! }, addDays(dayOf(now), -9));
  }
}

/** What people said of themselves when they were asked, and the villages that mentors served before. */
async function keepSkills({ tx, villageIds, ids }: Context): Promise<void> {
  for (const { account, ...said } of skills)
    for (const way of skillWay.values)
      for (const skill of said[way]) await tx.insert(tables.skills).values({ personId: ids.get(account)!, way, skill });
  for (const { account, village, startedOn, endedOn } of servedBefore) {
    const villageId = villageIds.get(village)!;
    await tx.insert(tables.assignments).values({ personId: ids.get(account)!, villageId, placeId: villageId, startedOn: startedOn as Day, endedOn: endedOn as Day });
  }
}

/** The cadres who visit, each with some households of their own to keep. */
async function walkersOf({ tx, villageIds, ids }: Context, homes: Home[], firms: Firm[]): Promise<Walker[]> {
  const walkers: Walker[] = [];
  for (const { account, roles, villages } of people) {
    if (!roles.includes("cadre")) continue;
    const id = ids.get(account)!;
    const mine = new Set(villages.map((village) => villageIds.get(village)!));
    const doors = homes.filter((home) => mine.has(home.villageId));
    for (const home of doors.filter((_, i) => i % 6 === 0).slice(0, 14)) await assign(tx, id, { villageId: home.villageId, householdId: home.id }, SINCE);
    const mentor = pairings.find((pairing) => pairing.mentee === account && !pairing.endedOn)?.mentor;
    walkers.push({ id, mentorId: mentor ? ids.get(mentor)! : null, homes: doors, firms: firms.filter((firm) => mine.has(firm.villageId)) });
  }
  return walkers;
}

/** 课题 from the groups to the stage. Whoever is of no group may have voted; who is shown at the door has not yet. */
async function workOnTopics(context: Context, officeId: Id<"person">): Promise<void> {
  const { ids, now, almanac } = context;
  const topicsAt = { ...context, officeId, workdayAgo: (days: number) => workdaysBefore(addDays(dayOf(now), 1 - days), 1, almanac) };
  const settled = await settleTopics(topicsAt, topics);
  const topicIds = new Map([...settled].map(([title, { id }]) => [title, id]));
  await holdDefences({ ...topicsAt, topicIds, secondId: ids.get("xusijia")! }, defences);
  await sendPapers({ ...topicsAt, topicIds }, topics);
  const busy = new Set(topics.flatMap(({ leader, adviser, members, left }) => [leader, adviser, ...members, left?.[0]]));
  for (const [, account] of showcase) busy.add(account);
  const voters = people.filter(({ account, roles }) => roles.includes("villageCadre") && !busy.has(account)).map(({ account }) => ids.get(account)!);
  await holdExhibitions({ ...topicsAt, topicIds, voters }, exhibitions);
}

async function hearFeedback({ tx, now, almanac, ids }: Context): Promise<void> {
  for (const { by, page, says, workdaysAgo, answer } of feedback) {
    const on = workdaysBefore(dayOf(now), workdaysAgo, almanac);
    const at = (day: Day, hour: number) => new Date(startOf(day).getTime() + hour * 3_600_000);
    const answered = answer && { answer: answer.says, answeredById: ids.get(answer.by)!, answeredAt: at(addWorkdays(on, answer.afterWorkdays, almanac), 15) };
    await tx.insert(tables.feedback).values({ authorId: ids.get(by)!, page, says, at: at(on, 10), dueOn: addWorkdays(on, 5, almanac), ...answered });
  }
}

function workdaysBefore(day: Day, count: number, almanac: Almanac): Day {
  let at = day;
  for (let left = count; left > 0; ) if (isWorkday((at = addDays(at, -1)), almanac)) left--;
  return at;
}
