import { Desk } from "@/lib/gate/desk";
import { addDays, dayOf } from "@/lib/kernel/calendar";
import type { Id } from "@/lib/kernel/id";
import type { Role } from "@/lib/words/person";
import { tables } from "../schema";
import type { Store, Writer } from "../store";
import { assign, pair, placeHousehold, placePerson, placeVillage } from "./place";

/** Who lives in 清溪镇, and what each of them does there. */
const cast = {
  lin: ["林晓", "cadre"],
  zhao: ["赵宁", "cadre"],
  wang: ["王建国", "mentor"],
  zhou: ["周敏", "mentor"],
  he: ["何国富", "villageCadre"],
  ge: ["葛小兰", "gridMember"],
  kao: ["考文渊", "examiner"],
  chen: ["陈主任", "office"],
  zhen: ["甄书记", "leader"],
  guan: ["管系统", "admin"],
  shen: ["申审计", "auditor"],
} as const satisfies Record<string, [string, Role]>;
export type Who = keyof typeof cast;
const whole = Object.keys(cast) as Who[];

/** One of something for each of the cast. */
const everyone = <T>(each: (readonly [Who, T])[]) => Object.fromEntries(each) as Record<Who, T>;

/**
 * 清溪镇, the township that tests live in: two villages, four households. 林晓 serves 东岭村, keeps the first of its
 * households and has 王建国 for a mentor; 赵宁 serves 西坞村 and has no mentor yet: the office's first errand.
 * A test that needs one more person adds them in the test, where the reader can see why.
 */
export async function qingxi(store: Store, now: Date) {
  const town = await store.write((tx) => settle(tx, now));
  const sit = async (who: Who) => [who, (await Desk.of(store, town.people[who], now))!] as const;
  const desks = everyone(await Promise.all(whole.map(sit)));
  return { ...desks, ...town, store, now };
}
export type Town = Awaited<ReturnType<typeof qingxi>>;

async function settle(tx: Writer, now: Date) {
  await tx.insert(tables.town).values({ name: "清溪镇", demo: true, foundedAt: now });
  const arrived: [Who, Id<"person">][] = [];
  for (const who of whole) arrived.push([who, await placePerson(tx, { name: cast[who][0], roles: [cast[who][1]] })]);
  const people = everyone(arrived);
  const dongling = await placeVillage(tx, { code: "900000000201", name: "东岭村", kind: "village" });
  const xiwu = await placeVillage(tx, { code: "900000000202", name: "西坞村", kind: "village" });
  const [grid] = await tx.insert(tables.grids).values({ villageId: dongling, name: "一网格" }).returning();

  const home = (villageId: Id<"village">, villageName: string, code: string, householder: string, gridId?: Id<"grid">) =>
    placeHousehold(tx, {
      villageId, villageName, code, householder, ...(gridId && { gridId }), groupName: "3组", address: "3组12号", phone: "13900000001",
      members: [
        { name: householder, kinship: "householder", birthYear: 1957 },
        { name: `${householder[0]}小英`, kinship: "daughter", birthYear: 1985 },
        { name: `${householder[0]}豆豆`, kinship: "grandson", birthYear: 2019, minor: true },
      ],
      facts: [
        { kind: "income", topic: "farming", says: "种十亩水稻", asOf: addDays(dayOf(now), -100) },
        { kind: "difficulty", topic: "housing", says: "屋后水沟常堵", asOf: addDays(dayOf(now), -100) },
        { kind: "door", topic: "door", says: "村口小店往东第三家", asOf: addDays(dayOf(now), -100) },
      ],
    }, people.chen, now);
  const homes = {
    zhang: await home(dongling, "东岭村", "001", "张建国", grid!.id),
    li: await home(dongling, "东岭村", "002", "李阿根"),
    sun: await home(xiwu, "西坞村", "001", "孙桂花"),
    qian: await home(xiwu, "西坞村", "002", "钱水生"),
  };

  const since = addDays(dayOf(now), -200);
  await assign(tx, people.lin, { villageId: dongling }, since);
  await assign(tx, people.lin, { villageId: dongling, householdId: homes.zhang }, since);
  await assign(tx, people.zhao, { villageId: xiwu }, since);
  await assign(tx, people.he, { villageId: dongling }, since);
  await assign(tx, people.ge, { villageId: dongling, gridId: grid!.id }, since);
  await pair(tx, people.wang, people.lin, now, 56);
  const [firm] = await tx.insert(tables.enterprises).values({ villageId: dongling, name: "东岭竹艺厂", searchKey: "东岭竹艺厂 dlzyc" }).returning();
  return { people, homes, villages: { dongling, xiwu }, grid: grid!.id, firm: firm!.id };
}
