import { eq } from "drizzle-orm";
import { record } from "@/lib/gate/ledger";
import { almanacOf } from "@/lib/gate/almanac";
import { addDays, type Almanac, addWorkdays, dayOf } from "@/lib/kernel/calendar";
import type { Day } from "@/lib/kernel/day";
import { type Id, newId } from "@/lib/kernel/id";
import { searchKeyOf } from "@/lib/kernel/pinyin";
import { role } from "@/lib/words/person";
import { tables } from "../schema";
import type { Store, Writer } from "../store";
import { openDemoAccounts } from "./accounts";
import { found, type VillageLine } from "./found";
import { int, mulberry32, type Next, pick } from "./material/chance";
import { demoCast, type Resident } from "./demo-cast";
import { difficultyTopic } from "./material/difficulties";
import { incomeTopic } from "./material/incomes";
import { type HouseholdMaterial, households } from "./material/households";
import { visitWriter } from "./material/visits";
import { assign, placeHousehold, placePerson } from "./place";
import { type Firm, type Home, type Walker, walk } from "./visits";

const SINCE = "2024-09-02" as Day;
export type SignIn = { role: string; account: string; name: string };

/** The demo town: real names of villages, everything else invented; the same town every time for the same day. */
export async function demoTown(store: Store, now: Date, villages: VillageLine[]): Promise<SignIn[]> {
  const next = mulberry32(20240902);
  return store.write(async (tx) => {
    const villageIds = await found(tx, { name: "义桥镇", demo: true, villages }, now);
    return settle({ tx, next, now, villageIds, almanac: await almanacOf(tx) });
  });
}

type Context = { tx: Writer; next: Next; now: Date; villageIds: Map<string, Id<"village">>; almanac: Almanac };
type Placed = Resident & { id: Id<"person"> };

async function settle(context: Context): Promise<SignIn[]> {
  const { tx, next, now, villageIds, almanac } = context;
  const people: Placed[] = [];
  for (const resident of demoCast(next, [...villageIds.keys()])) {
    const { name, roles, department, title } = resident;
    people.push({ ...resident, id: await placePerson(tx, { name, roles, department, title }) });
  }
  await openDemoAccounts(tx, people, now);
  const office = people.find((person) => person.roles.includes("office"))!;
  const homes = await settleHomes(context, office.id);
  const firms = await settleFirms(context);
  const gridIds = await settleGrids(context);
  const walkers = await sendOut(context, people, homes, firms, gridIds);
  await walk({ tx, next, now, almanac, writer: visitWriter(next), officeId: office.id }, walkers);
  await hearFeedback(context, people);
  await record(tx, { at: now, actorId: office.id, action: "town.found", subject: "town", subjectId: newId(), before: null, after: { name: "义桥镇", demo: true } });
  return people.filter((person) => person.shown).map(({ shown, account, name }) => ({ role: role.label(shown!), account, name }));
}

/** About two thousand households, some eighty a village. */
async function settleHomes({ tx, next, now, villageIds }: Context, by: Id<"person">): Promise<Home[]> {
  const homes: Home[] = [];
  for (const [villageName, villageId] of villageIds)
    for (const material of households(next, villageName, int(next, 68, 86))) {
      const { code, group, address, householder } = material;
      const facts = factsOf(material, addDays(dayOf(now), -int(next, 20, 400)));
      const home = { villageId, villageName, code, groupName: group, address, householder, members: material.members, facts, phone: `1990000${String(int(next, 0, 9999)).padStart(4, "0")}` };
      homes.push({ id: await placeHousehold(tx, home, by, now), villageId, material });
    }
  return homes;
}

const factsOf = ({ incomes, difficulties, door }: HouseholdMaterial, asOf: Day) => [
  ...incomes.map(({ kind, text }) => ({ kind: "income" as const, topic: incomeTopic[kind], says: text, asOf })),
  ...difficulties.map(({ kind, text }) => ({ kind: "difficulty" as const, topic: difficultyTopic[kind], says: text, asOf })),
  { kind: "door" as const, topic: "door" as const, says: door, asOf },
];

const trades = ["五金厂", "包装厂", "纺织厂", "电器厂", "花木场", "农机合作社", "食品厂", "家具厂"];
const firmNames = ["蓝溪", "青禾", "望山", "临渚", "云麓", "和风", "南塘", "新桥"];

async function settleFirms({ tx, next, villageIds }: Context): Promise<Firm[]> {
  const firms: Firm[] = [];
  for (const [, villageId] of villageIds) {
    const name = `${firmNames[firms.length % 8]}${firms.length >= 8 ? pick(next, ["第二", "兴"]) : ""}${trades[(firms.length * 3) % 8]}`;
    const [made] = await tx.insert(tables.enterprises).values({ villageId, name: `${name}（虚构${firms.length + 1}号）`, searchKey: searchKeyOf(name) }).returning();
    firms.push({ id: made!.id, villageId });
  }
  return firms;
}

async function settleGrids({ tx, villageIds }: Context): Promise<Map<Id<"village">, Id<"grid">>> {
  const first = new Map<Id<"village">, Id<"grid">>();
  for (const villageId of villageIds.values()) {
    const made = await tx.insert(tables.grids).values(["第一网格", "第二网格"].map((name) => ({ villageId, name }))).returning();
    first.set(villageId, made[0]!.id);
  }
  return first;
}

/** Posts, villages, households and pairings; returns those who visit. */
async function sendOut({ tx, next, villageIds }: Context, people: Placed[], homes: Home[], firms: Firm[], grids: Map<Id<"village">, Id<"grid">>): Promise<Walker[]> {
  const byAccount = new Map(people.map((person) => [person.account, person]));
  const walkers: Walker[] = [];
  for (const person of people) {
    for (const village of person.villages) {
      const villageId = villageIds.get(village)!;
      await assign(tx, person.id, person.roles.includes("gridMember") ? { villageId, gridId: grids.get(villageId)! } : { villageId }, SINCE);
    }
    if (!person.roles.includes("cadre")) continue;
    const mine = homes.filter((home) => person.villages.some((village) => villageIds.get(village) === home.villageId));
    for (const home of mine.filter((_, i) => i % 6 === 0).slice(0, 14)) await assign(tx, person.id, { villageId: home.villageId, householdId: home.id }, SINCE);
    const mentor = person.mentor ? byAccount.get(person.mentor) : undefined;
    if (mentor) await tx.insert(tables.pairings).values({ mentorId: mentor.id, menteeId: person.id, startedOn: addDays(SINCE, int(next, 0, 9)) });
    if (mine.length > 0) walkers.push({ id: person.id, mentorId: mentor?.id ?? null, homes: mine, firms: firms.filter((firm) => mine.some((home) => home.villageId === firm.villageId)) });
  }
  // 网格 households, so that a grid member has doors of their own.
  for (const [villageId, gridId] of grids)
    for (const home of homes.filter((h) => h.villageId === villageId).slice(0, 30)) await tx.update(tables.households).set({ gridId }).where(eq(tables.households.id, home.id));
  return walkers;
}

const said = [
  ["手机上选户的时候，能不能先出离我最近的几户？", "已经把包户和最久没去的排在前面。位置只在你点的时候才用，不会自动取。"],
  ["晚上提交的日志，提醒能不能第二天再发？", "晚上六点到早上八点、节假日都不提醒，放心写。"],
  ["字有点小，老书记看不清。", null],
  ["退回的日志能不能看到上次写了什么？", "能。打开日志，“和上次相比”会标出改了哪里。"],
] as const;

async function hearFeedback({ tx, now, almanac }: Context, people: Placed[]): Promise<void> {
  const [office] = people.filter((person) => person.roles.includes("office"));
  const authors = people.filter((person) => person.roles.includes("cadre") || person.roles.includes("villageCadre"));
  for (const [i, [says, answer]] of said.entries()) {
    const at = new Date(now.getTime() - (i + 2) * 4 * 86_400_000);
    const answered = answer && { answer, answeredById: office!.id, answeredAt: new Date(at.getTime() + 86_400_000) };
    await tx.insert(tables.feedback).values({ authorId: authors[i * 7]!.id, says, at, dueOn: addWorkdays(dayOf(at), 5, almanac), ...answered });
  }
}
