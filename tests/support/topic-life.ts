import { type Row, tables } from "@/db/schema";
import type { Town } from "@/db/seed/cast";
import type { Desk } from "@/lib/gate/desk";
import type { Day } from "@/lib/kernel/day";
import { newId } from "@/lib/kernel/id";
import { openTopic } from "@/lib/topics/acts";
import { addGateItem, moveTopic } from "@/lib/topics/acts-gates";
import { MoveForm, TopicForm, type TopicInput } from "@/lib/topics/forms";
import { type Topic, topicOf } from "@/lib/topics/reads";
import { gate, type Gate } from "@/lib/words/topic";

/** A valid form: 林晓 leads, 周敏 advises, 赵宁 works with them. */
export const aTopic = ({ people }: Town, over: Partial<TopicInput> = {}): TopicForm =>
  TopicForm.parse({
    id: newId<"topic">(), title: "邻里夜间噪声的公约怎么定", background: "夜里的事白天说不清", leadDepartment: "党建办",
    leaderId: people.lin, adviserId: people.zhou, memberIds: [people.zhao], villageIds: [], dues: gate.values.map((at) => ({ gate: at, dueOn: null })), ...over,
  });

/** A topic as the office opened it today. */
export async function opened(town: Town, over: Partial<TopicInput> = {}): Promise<TopicForm> {
  const form = aTopic(town, over);
  await openTopic(town.chen, form);
  return form;
}

/** What these gates ask, one line each. */
export async function listed(town: Town, ...gates: Gate[]): Promise<Record<string, Row<"gateItems">["id"]>> {
  const ids: Record<string, Row<"gateItems">["id"]> = {};
  for (const one of gates) await addGateItem(town.chen, { id: (ids[one] = newId<"gateItem">()), gate: one, words: `${gate.label(one)}的材料交了` });
  return ids;
}

export const seen = async (desk: Desk, id: Topic["id"]): Promise<Topic> => (await topicOf(desk, id))!;
/** As it stands in the table, whoever may see it. */
export const rowOf = async (town: Town, id: Topic["id"]): Promise<Row<"topics">> => (await town.store.read.select().from(tables.topics)).find((one) => one.id === id)!;

/** The office moves it, as it stands now. */
export async function move(town: Town, id: Topic["id"], to: Gate | "done", reason = "", on: Desk = town.chen): Promise<void> {
  await moveTopic(on, MoveForm.parse({ topicId: id, to, reason, version: (await rowOf(town, id)).version }));
}

export const day = (text: string): Day => text as Day;
