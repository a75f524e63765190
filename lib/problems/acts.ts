import { eq } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Desk } from "@/lib/gate/desk";
import { Refusal } from "@/lib/kernel/refusal";
import type { ProblemForm } from "./forms";
import { householdByCode, problem, villagesToRaiseFor } from "./reads";

/**
 * Raises a problem that no visit brought: from the village's counter, the grid, the office. The same form sent twice
 * is one problem.
 */
export async function raiseProblem(desk: Desk, form: ProblemForm): Promise<void> {
  if (await problem(desk, form.id)) return;
  const village = (await villagesToRaiseFor(desk)).find(({ id }) => id === form.villageId);
  if (!village) throw Refusal.invalid("villageId", "选择你联系的村社");
  const householdId = form.householdCode ? await householdByCode(desk, form.villageId, form.householdCode) : null;
  if (householdId === undefined) throw Refusal.invalid("householdCode", `${village.name}没有户号“${form.householdCode}”的农户，或不对你开放`);
  await desk.begin("problem.raise", async (tx) => {
    const { problems } = tables;
    const { id, title, topic, villageId } = form;
    const [taken] = await tx.select({ by: problems.raisedById }).from(problems).where(eq(problems.id, id));
    if (taken?.by === desk.me.id) return undefined;
    if (taken) throw Refusal.notFound("这个问题");
    const row = { id, title, topic, villageId, householdId, raisedById: desk.me.id, raisedAt: desk.now, state: "collected" as const };
    const [made] = await tx.insert(problems).values(row).returning();
    return made!;
  });
}
