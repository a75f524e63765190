import { eq } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";
import { skill, type SkillWay } from "@/lib/words/skill";

/** 专长 and 想学 of one person, in the vocabulary's own order. */
export async function skillsOf(desk: Desk, personId: Id<"person">) {
  const { skills: s } = desk.see;
  const rows = await desk.select({ skill: s.skill, way: s.way }).from(s).where(eq(s.personId, personId));
  const of = (way: SkillWay) => skill.values.filter((one) => rows.some((row) => row.way === way && row.skill === one));
  return { offers: of("offers"), wants: of("wants") };
}
export type PersonSkills = Awaited<ReturnType<typeof skillsOf>>;
