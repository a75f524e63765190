import { tables } from "@/db/schema";
import type { Town } from "@/db/seed/cast";
import { placePerson } from "@/db/seed/place";
import { openDefence, planDefence } from "@/lib/defences/acts";
import { DefenceForm } from "@/lib/defences/forms";
import { defencesOf } from "@/lib/defences/reads";
import { Desk } from "@/lib/gate/desk";
import { addDays, dayOf } from "@/lib/kernel/calendar";
import { type Id, newId } from "@/lib/kernel/id";
import type { Role } from "@/lib/words/person";
import type { TopicPart } from "@/lib/words/topic";

export const deskOf = async (town: Town, id: Id<"person">): Promise<Desk> => (await Desk.of(town.store, id, town.now))!;

export const aPerson = (town: Town, name: string, roles: Role[], department = ""): Promise<Id<"person">> =>
  town.store.write((tx) => placePerson(tx, { name, roles, department }));

type Group = { leadDepartment?: string; group?: [Id<"person">, TopicPart][] };

/** A topic of 林晓 (组长) and 赵宁, as it stands in the tables. */
export async function aTopic(town: Town, { leadDepartment = "农业办", group = [[town.people.lin, "leader"], [town.people.zhao, "member"]] }: Group = {}): Promise<Id<"topic">> {
  const [id, startedOn] = [newId<"topic">(), addDays(dayOf(town.now), -60)];
  await town.store.write(async (tx) => {
    await tx.insert(tables.topics).values({ id, title: "小区停车难怎么解", leadDepartment, gate: "defence", startedOn, heardOn: startedOn });
    for (const [personId, part] of group) await tx.insert(tables.topicMembers).values({ topicId: id, personId, part, startedOn });
  });
  return id;
}

export const fiveLevels = [["优秀", 95], ["良好", 85], ["中等", 75], ["一般", 65], ["不足", 50]].map(([label, points]) => ({ label: label as string, points: points as number }));

export const aDefence = (town: Town, topicId: Id<"topic">, judgeIds: Id<"person">[], over: Partial<DefenceForm> = {}): DefenceForm =>
  DefenceForm.parse({
    id: newId<"defence">(), topicId, version: 0, heldOn: dayOf(town.now), rule: "mean", quorum: Math.min(3, judgeIds.length), judgeIds,
    criteria: [["问题找得准", 40], ["办法管用", 35], ["讲得清楚", 25]].map(([name, weight]) => ({ id: newId<"criterion">(), name, weight, required: true, levels: fiveLevels })),
    ...over,
  });

/** Five judges with nothing to do with anybody. */
export const fiveJudges = (town: Town): Promise<Id<"person">[]> =>
  Promise.all(["裘一鸣", "裘二南", "裘三立", "裘四海", "裘五常"].map((name) => aPerson(town, name, ["judge"])));

/** A defence of `aTopic`, open for scoring by five judges. */
export async function openOne(town: Town, over: Partial<DefenceForm> = {}) {
  const topicId = await aTopic(town);
  const judges = await fiveJudges(town);
  const form = aDefence(town, topicId, judges, over);
  await planDefence(town.chen, form);
  await openDefence(town.chen, { defenceId: form.id, version: 1 });
  return { topicId, defenceId: form.id, criteria: form.criteria, leader: await deskOf(town, town.people.lin), judges: await Promise.all(judges.map((id) => deskOf(town, id))) };
}

export const versionOf = async (desk: Desk, topicId: Id<"topic">): Promise<number> => (await defencesOf(desk, topicId))[0]!.version;
