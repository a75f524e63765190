import { tables } from "@/db/schema";
import type { Town, Who } from "@/db/seed/cast";
import type { Id } from "@/lib/kernel/id";
import { newId } from "@/lib/kernel/id";
import type { ItemPoints } from "@/lib/words/quiz";

type Exam = { examinee: Who; householdId: Id<"household">; villageId: Id<"village">; at: Date; items?: ItemPoints };

/** A quiz as it lies in the tables once its household is drawn; with `items`, once its result is out. */
export async function anExam(town: Town, { examinee, householdId, villageId, at, items }: Exam): Promise<Id<"quiz">> {
  const [id, frameId] = [newId<"quiz">(), newId<"frame">()];
  const hours = (n: number) => new Date(at.getTime() + n * 3_600_000);
  await town.store.write(async (tx) => {
    await tx.insert(tables.quizzes).values({
      id, examineeId: town.people[examinee], examinerId: town.people.kao, plannedById: town.people.chen, plannedAt: at, state: items ? "released" : "drawn",
      committedAt: at, drawnAt: at, overAt: hours(24), ...(items && { releasedAt: hours(2) }),
    });
    await tx.insert(tables.frames).values({ id: frameId, quizId: id, text: "", mac: "" });
    await tx.insert(tables.draws).values({ frameId, attempt: 1, number: "7", villageId, householdId, drawnById: town.people.kao, drawnAt: at, mac: "" });
    const counted = Object.values(items ?? {}).filter((points) => points !== null);
    if (items) await tx.insert(tables.quizResults).values({ quizId: id, round: 1, earned: counted.reduce((all, n) => all + n, 0), countable: counted.length * 3, items, at: hours(2), byId: town.people.kao, mac: "" });
  });
  return id;
}
