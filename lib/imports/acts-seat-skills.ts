import { eq } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";
import { skillWay, skillWords } from "@/lib/words/skill";
import type { Skills } from "./seat-skills";

const { skills } = tables;
const nothing: Skills = { offers: [], wants: [] };

/** 专长 and 想学 as the row has them: a deed of their own, told in words, and none where nothing changes. */
export async function keepSkills(desk: Desk, personId: Id<"person">, was: Skills = nothing, now: Skills, why: string): Promise<void> {
  if (skillWords(was) === skillWords(now)) return;
  await desk.change("skills.keep", personId, async (tx) => {
    await tx.delete(skills).where(eq(skills.personId, personId));
    const rows = skillWay.values.flatMap((way) => now[way].map((skill) => ({ personId, way, skill })));
    if (rows.length > 0) await tx.insert(skills).values(rows);
  }, `${why}：${skillWords(now)}`);
}
