import * as z from "zod/mini";
import { chosen, daySchema, idSchema, nameSchema, written } from "@/lib/kernel/ask";
import { holdsIdNumber, lengthOf } from "@/lib/kernel/text";
import { belongsTo, unclear } from "@/lib/words/heading";
import { factKind, factSource, factTopic, kinship, leavingReason, unmaskField, unmaskReason } from "@/lib/words/household";
import { bare, codeSchema, phoneSchema } from "./rules";

const withoutIdNumber = (schema: ReturnType<typeof written>) =>
  schema.check(z.refine((text) => !holdsIdNumber(text), "这里不收身份证号，删掉那 18 位号码"));

/** 出生年份: four digits, or nothing. The act knows what year it is. */
const birthYearSchema = z.pipe(
  z.pipe(z.string(), z.transform(bare)).check(z.refine((text) => text === "" || /^(19|20)\d\d$/.test(text), "出生年份是 4 位数字，如 1962")),
  z.transform((text: string) => (text === "" ? undefined : Number(text))),
);

const optionalGrid = z.union([z.pipe(z.literal(""), z.transform(() => null)), idSchema<"grid">("选择网格")]);
const version = z.int("页面太旧了，刷新后再改");
const groupName = written("组", 20);
const address = withoutIdNumber(written("住址", 100, 1, "填写住址"));

export const HouseholdForm = z.object({
  id: idSchema<"household">(),
  villageId: idSchema<"village">("选择村社"),
  gridId: optionalGrid,
  code: codeSchema,
  groupName,
  address,
  householder: nameSchema,
  phone: phoneSchema,
});
export type HouseholdForm = z.infer<typeof HouseholdForm>;

/** A telephone nobody sees by default is changed blind: empty keeps the number, `dropPhone` forgets it. */
export const HouseholdRevision = z.object({
  householdId: idSchema<"household">(),
  version,
  gridId: optionalGrid,
  groupName,
  address,
  householder: nameSchema,
  phone: phoneSchema,
  dropPhone: z.boolean(),
});
export type HouseholdRevision = z.infer<typeof HouseholdRevision>;

export const HouseholdLeaving = z.object({
  householdId: idSchema<"household">(),
  version,
  leftOn: daySchema,
  why: chosen(leavingReason),
});
export type HouseholdLeaving = z.infer<typeof HouseholdLeaving>;

export const HouseholdReturn = z.object({ householdId: idSchema<"household">(), version });
export type HouseholdReturn = z.infer<typeof HouseholdReturn>;

const member = {
  householdId: idSchema<"household">(),
  kinship: chosen(kinship),
  birthYear: birthYearSchema,
  /** For a child whose year of birth nobody knows. */
  minor: z.boolean(),
};

export const MemberForm = z.object({ ...member, id: idSchema<"member">(), name: nameSchema });
export type MemberForm = z.infer<typeof MemberForm>;

/** What the reviser may not see stays as it is when its field is left empty. */
export const MemberRevision = z.object({
  ...member,
  memberId: idSchema<"member">(),
  name: z.union([z.literal(""), nameSchema]),
});
export type MemberRevision = z.infer<typeof MemberRevision>;

export const MemberLeaving = z.object({
  householdId: idSchema<"household">(),
  memberId: idSchema<"member">(),
  leftOn: daySchema,
  why: chosen(leavingReason),
});
export type MemberLeaving = z.infer<typeof MemberLeaving>;

/** The facts a form was opened on, whatever of them may be read there. */
const openedOn = z.array(idSchema<"fact">()).check(z.maxLength(60));

/** One thing known of a household. 「不清楚」 is a value, and then nothing more need be said. */
const known = z
  .object({
    id: idSchema<"fact">(),
    householdId: idSchema<"household">(),
    kind: chosen(factKind),
    topic: chosen(factTopic),
    unclear: z.boolean(),
    says: withoutIdNumber(written("情况", 200)),
    asOf: daySchema,
    source: chosen(factSource),
    /** What stands under the heading now and is not among them came meanwhile: it is not written over unseen. */
    openedOn: z.optional(openedOn),
  })
  .check(
    z.refine((form) => form.unclear || form.says !== "", { path: ["says"], message: "写一写情况，问不到就勾选“不清楚”" }),
    z.refine((form) => belongsTo(form.kind, form.topic), { path: ["topic"], message: "选择这条情况属于哪一项" }),
    z.refine((form) => form.source === "visit" || form.source === "file", { path: ["source"], message: "选择从哪里知道的" }),
  );

/** 「不清楚」 is a value, not a gap. */
export const FactForm = z.pipe(known, z.transform(({ unclear: unknown, ...form }: z.output<typeof known>) => ({ ...form, says: unknown ? unclear : form.says })));
export type FactForm = z.infer<typeof FactForm>;

/** 采纳 or 不采纳. What else waited under the heading is closed with it only where it was on the page. */
export const DecisionForm = z
  .object({
    proposalId: idSchema<"factProposal">(),
    verdict: z.enum(["accepted", "declined"], "选择采纳还是不采纳"),
    /** Where the proposal names no heading. */
    topic: z._default(z.nullable(chosen(factTopic)), null),
    openedOn,
    seenIds: z.array(idSchema<"factProposal">()).check(z.maxLength(100)),
    why: written("原因", 100),
  })
  .check(z.refine(({ verdict, why }) => verdict === "accepted" || lengthOf(why) >= 2, { path: ["why"], message: "写一写为什么不采纳" }));
export type DecisionForm = z.infer<typeof DecisionForm>;

/** Why one masked field is to be opened. */
export const Unmasking = z
  .object({
    id: idSchema<"unmasking">(),
    householdId: idSchema<"household">(),
    field: chosen(unmaskField),
    reason: chosen(unmaskReason),
    words: withoutIdNumber(written("原因", 60)),
    /** The office serves nobody's door: it gives its own password as well. */
    password: z._default(z.string().check(z.maxLength(200)), ""),
  })
  .check(z.refine((form) => form.reason !== "other" || lengthOf(form.words) >= 8, { path: ["words"], message: "选“其他”时，原因至少写 8 个字" }));
export type Unmasking = z.infer<typeof Unmasking>;
