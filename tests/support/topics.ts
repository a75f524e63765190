import type { Town, Who } from "@/db/seed/cast";
import { Desk } from "@/lib/gate/desk";
import type { Day } from "@/lib/kernel/day";
import { type Id, newId } from "@/lib/kernel/id";
import { openTopic } from "@/lib/topics/acts";
import { TopicForm, type TopicInput } from "@/lib/topics/forms";
import { EvidenceForm, type EvidenceInput, MilestoneForm } from "@/lib/topics/forms-work";

/** 林晓 leads, 赵宁 works with her; 葛小兰 and everybody else are outside. */
export async function aTopic(town: Town, over: Partial<TopicInput> = {}): Promise<Id<"topic">> {
  const form = TopicForm.parse({
    id: newId<"topic">(), title: "老小区邻里矛盾化解", background: "", leadDepartment: "党建办", leaderId: town.people.lin, adviserId: null,
    memberIds: [town.people.zhao], villageIds: [], dues: [], ...over,
  });
  await openTopic(town.chen, form);
  return form.id;
}

/** Somebody at their desk so many days later, with what they are of by then. */
export const sits = async (town: Town, who: Who, days = 0): Promise<Desk> =>
  (await Desk.of(town.store, town.people[who], new Date(town.now.getTime() + days * 86_400_000)))!;

export const aMilestone = (town: Town, topicId: Id<"topic">, over: object = {}): MilestoneForm =>
  MilestoneForm.parse({ id: newId<"milestone">(), topicId, title: "走完 30 户问卷", ownerId: town.people.zhao, dueOn: "2026-03-10" as Day, ...over });

export const evidence = (topicId: Id<"topic">, pick: EvidenceInput["pick"], over: object = {}): EvidenceForm =>
  EvidenceForm.parse({ id: newId<"topicEvidence">(), topicId, pick, words: "", milestoneId: "", ...over });
