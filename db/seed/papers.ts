import { createHash } from "node:crypto";
import { and, eq, isNotNull } from "drizzle-orm";
import { addDays, dayOf, startOf } from "@/lib/kernel/calendar";
import { type Id, newId } from "@/lib/kernel/id";
import { gate } from "@/lib/words/topic";
import { tables } from "../schema";
import { topicFiles } from "../sealed-files";
import { bytesOf, type PaperMaterial, papersAt } from "./material/papers";
import type { TopicMaterial } from "./material/topics";
import type { TopicsContext } from "./topics";

type Context = TopicsContext & { topicIds: ReadonlyMap<string, Id<"topic">> };

/** 成果材料, as real files beside the database. What was judged is locked; its latest version is the one the judges read. */
export async function sendPapers(context: Context, topics: readonly TopicMaterial[]): Promise<void> {
  const { tx, topicIds, officeId } = context;
  for (const material of topics) {
    const topicId = topicIds.get(material.title)!;
    const [judged] = await tx.select({ at: tables.defences.openedAt }).from(tables.defences).where(and(eq(tables.defences.topicId, topicId), isNotNull(tables.defences.openedAt)));
    for (const paper of papersAt(material.passed.length)) {
      const id = newId<"deliverable">();
      await tx.insert(tables.deliverables).values({ id, topicId, kind: paper.kind, title: paper.title, ...(judged && { lockedAt: judged.at, lockedById: officeId }) });
      await tx.insert(tables.deliverableVersions).values(await versionsOf(context, material, paper, { deliverableId: id, topicId }, !!judged));
    }
  }
}

type Of = { deliverableId: Id<"deliverable">; topicId: Id<"topic"> };

function versionsOf({ ids, now }: Context, { title, leader, passed, dueIn }: TopicMaterial, paper: PaperMaterial, of: Of, judged: boolean) {
  const gateAgo = passed[gate.values.indexOf(paper.gate)] ?? -dueIn;
  return Promise.all(paper.sentBefore.map(async (before, at) => {
    const number = at + 1;
    const bytes = bytesOf(paper.file, [`${paper.title}（示例，第 ${number} 版）`, title, "这是演示用的文件，里面没有真实内容。"]);
    const sentAt = new Date(startOf(addDays(dayOf(now), -(gateAgo + before))).getTime() + 15 * 3_600_000);
    return {
      ...of, number, name: `${paper.title}.${paper.file}`, kind: paper.file, bytes: bytes.length, hash: createHash("sha256").update(bytes).digest("hex"),
      file: await topicFiles.write(bytes), byId: ids.get(leader)!, at: sentAt, judged: judged && number === paper.sentBefore.length,
    };
  }));
}
