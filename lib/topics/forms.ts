import * as z from "zod/mini";
import { chosen, daySchema, idSchema, written } from "@/lib/kernel/ask";
import { lengthOf } from "@/lib/kernel/text";
import { gate, topicPart } from "@/lib/words/topic";

const topicId = idSchema<"topic">();
const person = idSchema<"person">("选择人员");
const version = z.int();
const titled = written("课题名称", 40, 4);
const background = written("背景", 1000);
const leadDepartment = written("牵头部门", 30, 2);
const villageIds = z.array(idSchema<"village">()).check(z.maxLength(60, "涉及的村社太多，全镇的课题就一个都不选"));
const why = (label: string) => written(label, 100, 5);

export const DueLine = z.strictObject({ gate: chosen(gate), dueOn: z.nullable(daySchema) });
const dues = z.array(DueLine).check(z.maxLength(gate.values.length));

/** 立课题: what it is about and who is in it. A day per gate may follow later. */
export const TopicForm = z.strictObject({
  id: topicId,
  title: titled,
  background,
  leadDepartment,
  leaderId: idSchema<"person">("选择组长"),
  adviserId: z.nullable(person),
  memberIds: z.array(person).check(z.maxLength(20, "组员最多 20 人")),
  villageIds,
  dues,
});
export type TopicForm = z.output<typeof TopicForm>;
export type TopicInput = z.input<typeof TopicForm>;

export const ReviseTopicForm = z.strictObject({ topicId, version, title: titled, background, leadDepartment, villageIds });
export type ReviseTopicForm = z.output<typeof ReviseTopicForm>;

export const PlanForm = z.strictObject({ topicId, version, dues });
export type PlanForm = z.output<typeof PlanForm>;

/** Somebody comes to the group, or to another part in it. `before`: what becomes of whoever led it until now. */
export const JoinForm = z.strictObject({
  id: idSchema<"topicMember">(),
  topicId,
  personId: person,
  part: chosen(topicPart),
  before: z._default(z.enum(["member", "leave"]), "member"),
});
export type JoinForm = z.output<typeof JoinForm>;

export const LeaveTopicForm = z.strictObject({ memberId: idSchema<"topicMember">() });
export type LeaveTopicForm = z.output<typeof LeaveTopicForm>;

export const TickForm = z.strictObject({ topicId, itemId: idSchema<"gateItem">(), ticked: z.boolean() });
export type TickForm = z.output<typeof TickForm>;

/** Where a topic goes: before a gate, or past them all. Whether a reason is asked for, its lists say. */
export const MoveForm = z.strictObject({
  topicId,
  to: z.union([chosen(gate), z.literal("done")], "选要移到哪个节点"),
  reason: written("原因", 100).check(z.refine((text) => text === "" || lengthOf(text) >= 5, "原因至少 5 个字")),
  version,
});
export type MoveForm = z.output<typeof MoveForm>;
export type MoveInput = z.input<typeof MoveForm>;

export const StopForm = z.strictObject({ topicId, version, reason: why("原因") });
export type StopForm = z.output<typeof StopForm>;

export const GateItemForm = z.strictObject({ id: idSchema<"gateItem">(), gate: chosen(gate), words: written("清单内容", 60, 2) });
export type GateItemForm = z.output<typeof GateItemForm>;

export const RetireItemForm = z.strictObject({ itemId: idSchema<"gateItem">() });
export type RetireItemForm = z.output<typeof RetireItemForm>;
