import * as z from "zod/mini";
import { cleaned, daySchema, idSchema, startDaySchema, written } from "@/lib/kernel/ask";
import { holdsIdNumber } from "@/lib/kernel/text";
import { asked, isAskable } from "@/lib/search/rules";

const topicId = idSchema<"topic">();
const milestoneId = idSchema<"milestone">();
/** 身份证号 is collected nowhere, and many read what a group writes. */
const open = <Schema extends z.ZodMiniType<string, string>>(schema: Schema) =>
  schema.check(z.refine((text) => !holdsIdNumber(text), "这里不收身份证号，删掉那 18 位号码"));
const line = { title: written("里程碑", 40, 2), ownerId: idSchema<"person">("选择负责人"), dueOn: startDaySchema };

export const MilestoneForm = z.strictObject({ id: milestoneId, topicId, ...line });
export type MilestoneForm = z.output<typeof MilestoneForm>;

export const ReviseMilestoneForm = z.strictObject({ milestoneId, ...line });
export type ReviseMilestoneForm = z.output<typeof ReviseMilestoneForm>;

/** Without a day it is not done after all. */
export const FinishMilestoneForm = z.strictObject({ milestoneId, doneOn: z.nullable(daySchema) });
export type FinishMilestoneForm = z.output<typeof FinishMilestoneForm>;

/** Taken out, or put back. */
export const DropMilestoneForm = z.strictObject({ milestoneId, dropped: z.boolean() });
export type DropMilestoneForm = z.output<typeof DropMilestoneForm>;

export const MOST_NOTE = 500;
export const NoteForm = z.strictObject({ id: idSchema<"topicNote">(), topicId, words: open(written("进展", MOST_NOTE, 2)) });
export type NoteForm = z.output<typeof NoteForm>;

/** 佐证: a visit or a problem that stands already; what it shows may be said in a sentence. */
export const EvidenceForm = z.strictObject({
  id: idSchema<"topicEvidence">(),
  topicId,
  pick: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("visit"), id: idSchema<"visit">() }),
    z.strictObject({ kind: z.literal("problem"), id: idSchema<"problem">() }),
  ], "选一条走访或问题"),
  words: open(written("说明", 100)),
  milestoneId: z.union([milestoneId, z.literal("")]),
});
export type EvidenceForm = z.output<typeof EvidenceForm>;
export type EvidenceInput = z.input<typeof EvidenceForm>;

export const UnlinkForm = z.strictObject({ evidenceId: idSchema<"topicEvidence">() });
export type UnlinkForm = z.output<typeof UnlinkForm>;

/** What is looked for among visits and problems; nothing asks for the latest. */
export const EvidenceSearchForm = z.strictObject({
  q: cleaned(120, "最多写 30 个字", asked).check(z.refine((text) => text === "" || isAskable(text), "写 2 到 30 个字")),
});
