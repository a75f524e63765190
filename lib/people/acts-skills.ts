import { eq } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { skillWay, skillWords } from "@/lib/words/skill";
import type { SkillsForm } from "./forms-skills";
import { skillsOf } from "./reads-skills";

const { skills } = tables;
type Kept = Pick<SkillsForm, "offers" | "wants">;

/** 专长 and 想学 as they are from now on. The ledger keeps them in words; the same again is nothing new. */
export async function keepSkills(desk: Desk, form: SkillsForm): Promise<void> {
  if (skillWords(await skillsOf(desk, form.personId)) === skillWords(form)) return;
  await desk.change("skills.keep", form.personId, async (tx, person) => {
    if (person.leftOn) throw Refusal.conflict(`${person.name} 已经离岗，资料不再改动`);
    await writeSkills(tx, person.id, form);
  }, skillWords(form));
}

async function writeSkills(tx: Writer, personId: Id<"person">, form: Kept): Promise<void> {
  await tx.delete(skills).where(eq(skills.personId, personId));
  const rows = skillWay.values.flatMap((way) => form[way].map((one) => ({ personId, way, skill: one })));
  if (rows.length > 0) await tx.insert(skills).values(rows);
}
