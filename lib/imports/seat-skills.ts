import { MOST_SKILLS, type Skill, skill, skillWay, type SkillWay } from "@/lib/words/skill";
import { nearestWords } from "./nearest";
import type { RowReader } from "./row";

/** 专长 and 想学 of a person, as an import compares them. */
export type Skills = Record<SkillWay, Skill[]>;
export const skillFields = skillWay.values;

const labels = skill.values.map(skill.label);

/** What a cell says, in the vocabulary's own order; an unknown word is answered with all there are. */
export function skillsIn(row: RowReader, way: SkillWay, listOf: (text: string) => string[]): Skill[] | undefined {
  if (row.text(way) === "") return undefined;
  const said = listOf(row.text(way));
  const unknown = said.find((word) => !labels.includes(word));
  if (unknown) return row.fault(way, `没有“${unknown.slice(0, 20)}”这一项`, `从${labels.join("、")}里选${nearestWords(unknown, labels)}`);
  const found = skill.values.filter((one) => said.includes(skill.label(one)));
  return found.length > MOST_SKILLS ? row.fault(way, `写了 ${found.length} 项`, `最多写 ${MOST_SKILLS} 项`) : found;
}

/** What one is good at one need not learn. */
export function refuseBoth(row: RowReader, { offers, wants }: Skills): void {
  const both = wants.filter((one) => offers.includes(one)).map(skill.label);
  if (both.length > 0) row.fault("wants", `${both.join("、")}已经是专长`, "专长和想学里留一处");
}
