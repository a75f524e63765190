import * as z from "zod/mini";
import { chosen, daySchema, idSchema, written } from "@/lib/kernel/ask";
import { holdsIdNumber, lengthOf } from "@/lib/kernel/text";
import { PHOTOS_A_VISIT } from "@/lib/photos/rules";
import { standsUnder } from "@/lib/words/heading";
import { factTopic } from "@/lib/words/household";
import { fileKind } from "@/lib/words/practice";
import { atmosphere, matter, notDone, side, slot, topicChip, verdict, visitKind } from "@/lib/words/visit";
import { doorGap, gapsIn, nearby, PROPOSALS_A_VISIT, proposalGaps } from "./rules-form";

const nullable = <T extends z.ZodMiniType>(schema: T) => z._default(z.nullable(schema), null);
const listOf = <T extends z.ZodMiniType>(schema: T, most: number, words?: string) => z._default(z.array(schema).check(z.maxLength(most, words)), []);
const rounded = (edge: number) => z.pipe(z.number().check(z.minimum(-edge), z.maximum(edge)), z.transform(nearby));

export const NextStepForm = z.object({
  side: chosen(side),
  words: written("下一步", 100, 1),
  dueOn: nullable(daySchema),
});

/** 户情有变化: one thing that is otherwise now, under its heading. */
const AnewForm = z
  .object({
    kind: chosen(fileKind),
    topic: nullable(chosen(factTopic)),
    says: written("情况", 200).check(z.refine((text) => !holdsIdNumber(text), "这里不收身份证号，删掉那 18 位号码")),
  })
  .check(z.refine(standsUnder, { path: ["kind"], message: "去掉这一条，重新选一项" }));

const PlaceForm = z.object({
  lat: rounded(90),
  lng: rounded(180),
});

const fields = z.object({
  /** Made on the phone: the same visit handed in three times is one row. */
  id: idSchema<"visit">(),
  /** 0 for a new visit; otherwise the version the form was opened on. */
  version: z._default(z.int().check(z.minimum(0), z.maximum(1_000_000)), 0),
  kind: chosen(visitKind),
  householdId: nullable(idSchema<"household">()),
  enterpriseId: nullable(idSchema<"enterprise">()),
  visitedOn: daySchema,
  slot: chosen(slot),
  notDone: nullable(chosen(notDone)),
  topics: listOf(chosen(topicChip), topicChip.values.length),
  account: written("一句话记录", 300),
  atmosphere: nullable(chosen(atmosphere)),
  matter: nullable(chosen(matter)),
  problemTitle: written("要办的事", 40),
  nextVisitOn: nullable(daySchema),
  companionIds: listOf(idSchema<"person">(), 10, "同行的人最多 10 个"),
  nextSteps: listOf(NextStepForm, 6, "下一步最多 6 条"),
  place: nullable(PlaceForm),
  /** Named with the words; the pictures themselves follow. */
  photoIds: listOf(idSchema<"photo">(), PHOTOS_A_VISIT, `照片最多 ${PHOTOS_A_VISIT} 张`),
  /** 户情有变化, as proposals for the household's file. */
  proposals: listOf(AnewForm, PROPOSALS_A_VISIT, `户情变化最多 ${PROPOSALS_A_VISIT} 条`),
  /** The phone's clock when it was captured, kept as a claim beside the server's time. */
  capturedAt: nullable(z.int()),
});

/** What can be put aside half done: a door, and whatever is written so far. */
export const DraftForm = fields.check(z.superRefine((form, ctx) => doorGap(form).forEach(({ field, message }) => ctx.addIssue(at(field, message)))));

/** What can be handed in. */
export const VisitForm = fields.check(z.superRefine((form, ctx) => {
  gapsIn(form).forEach(({ field, message }) => ctx.addIssue(at(field, message)));
  proposalGaps(form).forEach(({ place, message }) => ctx.addIssue({ code: "custom", path: ["proposals", place, "says"], message }));
}));
export type VisitForm = z.infer<typeof VisitForm>;
export type VisitInput = z.input<typeof VisitForm>;

const at = (path: string, message: string) => ({ code: "custom" as const, path: [path], message });

const version = z.int().check(z.minimum(1));

export const ReviewForm = z
  .object({ visitId: idSchema<"visit">(), version, verdict: chosen(verdict), note: written("意见", 300) })
  .check(z.superRefine((form, ctx) => {
    if (form.verdict === "approve" || lengthOf(form.note) >= 5) return;
    const what = form.verdict === "return" ? "想请作者补充什么" : "为什么转交";
    ctx.addIssue(at("note", `写清${what}，至少 5 个字，现在 ${lengthOf(form.note)} 个`));
  }));
export type ReviewForm = z.infer<typeof ReviewForm>;

export const VisitVersionForm = z.object({ visitId: idSchema<"visit">(), version });
export type VisitVersionForm = z.infer<typeof VisitVersionForm>;

export const UnlockForm = z.extend(VisitVersionForm, { note: written("解锁原因", 200, 5) });
export type UnlockForm = z.infer<typeof UnlockForm>;

export const PresetsForm = z.object({
  phrases: z.pipe(
    z.array(written("常用语", 200)).check(z.maxLength(8, "常用语最多 8 条")),
    z.transform((all: string[]) => all.filter((phrase) => phrase !== "")),
  ).check(z.refine((all) => all.every((phrase) => lengthOf(phrase) >= 5 && lengthOf(phrase) <= 60), "每条常用语 5 到 60 个字")),
});
export type PresetsForm = z.infer<typeof PresetsForm>;
