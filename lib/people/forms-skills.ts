import * as z from "zod/mini";
import { chosen, idSchema } from "@/lib/kernel/ask";
import { MOST_SKILLS, type Skill, skill } from "@/lib/words/skill";

const some = (word: string) =>
  z.pipe(z._default(z.array(chosen(skill)), []), z.transform((all: Skill[]) => skill.values.filter((one) => all.includes(one))))
    .check(z.refine((all) => all.length <= MOST_SKILLS, `${word}最多选 ${MOST_SKILLS} 项`));

/** 专长 and 想学 of one person, each as a whole. What one is good at one need not learn. */
export const SkillsForm = z.strictObject({ personId: idSchema<"person">(), offers: some("专长"), wants: some("想学") })
  .check(z.superRefine((form, ctx) => {
    const both = form.wants.filter((one) => form.offers.includes(one)).map(skill.label);
    if (both.length > 0) ctx.addIssue({ code: "custom", path: ["wants"], message: `${both.join("、")}已经是专长，想学里换一项`, input: undefined });
  }));
export type SkillsForm = z.output<typeof SkillsForm>;
export type SkillsInput = z.input<typeof SkillsForm>;
