import * as z from "zod/mini";
import { chosen, idSchema, startDaySchema, written } from "@/lib/kernel/ask";
import { exhibitForm } from "@/lib/words/topic";
import { PAIRS } from "./rules";

const exhibitionId = idSchema<"exhibition">();
const exhibitId = idSchema<"exhibit">();

const when = {
  title: written("名称", 40, 2),
  heldOn: startDaySchema,
  venue: written("地点", 40),
};
export const ExhibitionForm = z.strictObject({ id: exhibitionId, ...when });
export type ExhibitionForm = z.output<typeof ExhibitionForm>;

export const ReviseExhibitionForm = z.strictObject({ exhibitionId, ...when });
export type ReviseExhibitionForm = z.output<typeof ReviseExhibitionForm>;

export const ExhibitionAt = z.strictObject({ exhibitionId });
export type ExhibitionAt = z.output<typeof ExhibitionAt>;

/** Everybody reads it: what stands here is for the audience. */
const onStage = {
  title: written("节目名", 40, 2),
  form: chosen(exhibitForm),
  summary: written("一句话介绍", 120),
  materials: written("要用的材料", 120),
};
export const ExhibitForm = z.strictObject({ id: exhibitId, exhibitionId, topicId: idSchema<"topic">("选择课题"), ...onStage });
export type ExhibitForm = z.output<typeof ExhibitForm>;

export const ReviseExhibitForm = z.strictObject({ exhibitId, ...onStage });
export type ReviseExhibitForm = z.output<typeof ReviseExhibitForm>;

export const MoveExhibitForm = z.strictObject({ exhibitId, way: z.enum(["up", "down"]) });
export type MoveExhibitForm = z.output<typeof MoveExhibitForm>;

export const ExhibitAt = z.strictObject({ exhibitId });
export type ExhibitAt = z.output<typeof ExhibitAt>;

/** One ballot, sent once at the end; its id was made on the phone, so that it may be sent again. */
export const BallotForm = z.strictObject({
  id: idSchema<"ballot">(),
  exhibitionId,
  picks: z.array(z.strictObject({ chosen: exhibitId, other: exhibitId })).check(z.minLength(1, "至少选一对"), z.maxLength(PAIRS)),
});
export type BallotForm = z.output<typeof BallotForm>;
