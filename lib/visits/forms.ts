import * as z from "zod";
import { daySchema } from "@/lib/kernel/day";
import { idSchema } from "@/lib/kernel/id";
import { lengthOf, plain, written } from "@/lib/kernel/text";
import { atmosphere, matter, notDone, side, slot, topicChip, verdict, visitKind } from "@/lib/words/visit";

/** Another visit to the same door so soon is worth a word before it is saved. */
export const SOON_DAYS = 3;

const nullable = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);

export const NextStepForm = z.object({
  side: side.schema,
  words: written("下一步", 100, 1),
  dueOn: nullable(daySchema),
});

/** About 100 m: the phone rounds before it keeps anything, and the server does not take its word for it. */
export const nearby = (degrees: number): number => Math.round(degrees * 1000) / 1000;

const PlaceForm = z.object({
  lat: z.number().min(-90).max(90).transform(nearby),
  lng: z.number().min(-180).max(180).transform(nearby),
});

const fields = z.object({
  /** Made on the phone: the same visit handed in three times is one row. */
  id: idSchema<"visit">(),
  /** 0 for a new visit; otherwise the version the form was opened on. */
  version: z.number().int().min(0).max(1_000_000).default(0),
  kind: visitKind.schema,
  householdId: nullable(idSchema<"household">()),
  enterpriseId: nullable(idSchema<"enterprise">()),
  visitedOn: daySchema,
  slot: slot.schema,
  notDone: nullable(notDone.schema),
  topics: z.array(topicChip.schema).max(topicChip.values.length).default([]),
  account: written("一句话记录", 300),
  atmosphere: nullable(atmosphere.schema),
  matter: nullable(matter.schema),
  problemTitle: written("要办的事", 40),
  nextVisitOn: nullable(daySchema),
  companionIds: z.array(idSchema<"person">()).max(10, "同行的人最多 10 个").default([]),
  nextSteps: z.array(NextStepForm).max(6, "下一步最多 6 条").default([]),
  place: nullable(PlaceForm),
  /** The phone's clock when it was captured, kept as a claim beside the server's time. */
  capturedAt: nullable(z.number().int()),
});

/** What can be put aside half done: a door, and whatever is written so far. */
export const DraftForm = fields.superRefine((form, ctx) => {
  const missing = form.kind === "enterprise" ? !form.enterpriseId : !form.householdId;
  if (missing) ctx.addIssue(at("householdId", form.kind === "enterprise" ? "选择走访的企业" : "选择走访的农户"));
});

/** What can be handed in. A visit that did not happen needs its reason and nothing else. */
export const VisitForm = DraftForm.superRefine((form, ctx) => {
  if (form.notDone) return;
  if (form.topics.length === 0) ctx.addIssue(at("topics", "选一项谈了什么"));
  if (lengthOf(form.account) === 0) ctx.addIssue(at("account", "用一句话写写谈了什么"));
  if (form.nextVisitOn && form.nextVisitOn < form.visitedOn) ctx.addIssue(at("nextVisitOn", "下次走访不能早于这次"));
  if (!form.matter) ctx.addIssue(at("matter", "选择有没有要办的事"));
});
export type VisitForm = z.infer<typeof VisitForm>;
export type VisitInput = z.input<typeof VisitForm>;

const at = (path: string, message: string) => ({ code: "custom" as const, path: [path], message });

/** How many things are still missing before it can be handed in. */
export function missingIn(input: VisitInput): number {
  const parsed = VisitForm.safeParse(input);
  return parsed.success ? 0 : new Set(parsed.error.issues.map((issue) => issue.path[0])).size;
}

const version = z.number().int().min(1);

export const ReviewForm = z
  .object({ visitId: idSchema<"visit">(), version, verdict: verdict.schema, note: written("意见", 300) })
  .superRefine((form, ctx) => {
    if (form.verdict === "approve" || lengthOf(form.note) >= 5) return;
    const what = form.verdict === "return" ? "想请作者补充什么" : "为什么转交";
    ctx.addIssue(at("note", `写清${what}，至少 5 个字，现在 ${lengthOf(form.note)} 个`));
  });
export type ReviewForm = z.infer<typeof ReviewForm>;

export const VisitVersionForm = z.object({ visitId: idSchema<"visit">(), version });
export type VisitVersionForm = z.infer<typeof VisitVersionForm>;

export const UnlockForm = VisitVersionForm.extend({ note: written("解锁原因", 200, 5) });
export type UnlockForm = z.infer<typeof UnlockForm>;

export const PresetsForm = z.object({
  phrases: z.array(z.string().max(200).transform((text) => plain(text).trim())).max(8, "常用语最多 8 条")
    .transform((all) => all.filter((phrase) => phrase !== ""))
    .refine((all) => all.every((phrase) => lengthOf(phrase) >= 5 && lengthOf(phrase) <= 60), "每条常用语 5 到 60 个字"),
});
export type PresetsForm = z.infer<typeof PresetsForm>;
