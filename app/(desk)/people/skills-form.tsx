"use client";
import { useActionForm } from "@/app/_kit/use-action-form";
import { Chips } from "@/app/_ui/chips";
import { SkillsForm as Form, type SkillsInput } from "@/lib/people/forms-skills";
import { MOST_SKILLS, type Skill, skill } from "@/lib/words/skill";
import { keepSkills } from "./actions";
import { Done, FormEnd, keep } from "./form-end";

type Props = { personId: string; offers: readonly Skill[]; wants: readonly Skill[] };

/** Two rows of chips. A row that is full offers only what is chosen in it, to be given back. */
export function SkillsForm({ personId, offers, wants }: Props) {
  const blank = (): SkillsInput => ({ personId, offers: [...offers], wants: [...wants] });
  const { form, register, submit, errors, isSubmitting, sent } = useActionForm(Form, keepSkills, blank, keep);
  const [offered = [], wanted = []] = form.watch(["offers", "wants"]);
  if (sent) return <Done title="已保存">配结对时会参考</Done>;
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <Chips type="checkbox" legend="专长" id="offers" hint={`拿得出手的，最多 ${MOST_SKILLS} 项，现在 ${offered.length} 项`}
        options={optionsFor(offered, wanted)} error={errors.offers?.message} {...register("offers")} />
      <Chips type="checkbox" legend="想学" id="wants" hint={`想有人带的，最多 ${MOST_SKILLS} 项，现在 ${wanted.length} 项`}
        options={optionsFor(wanted, offered)} error={errors.wants?.message} {...register("wants")} />
      <FormEnd submit="保存专长和想学" busy={isSubmitting} refused={errors.root?.message} />
    </form>
  );
}

const optionsFor = (here: readonly Skill[], there: readonly Skill[]) =>
  skill.options.map((option) => ({
    ...option,
    disabled: !here.includes(option.value) && (here.length >= MOST_SKILLS || there.includes(option.value)),
  }));
