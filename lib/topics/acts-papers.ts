import { createHash } from "node:crypto";
import { and, count, desc, eq, inArray } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import { topicFiles } from "@/db/sealed-files";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { type Paper, paperIn } from "@/lib/sheets/paper";
import { goingTopic, heard } from "./acts-heard";
import type { PaperForm } from "./forms-papers";
import { sentThisMonth } from "./reads-papers";
import { cleanName, lockingStates, misnamed, MOST_A_MONTH, MOST_BYTES, MOST_PAPERS, MOST_VERSIONS, tooLarge } from "./rules-papers";

const { defences, deliverables, deliverableVersions: versions, people } = tables;

type Sent = { paper: Paper; hash: string; name: string };
type Kept = { number: number; isNew: boolean };

/**
 * A 成果材料, or another version of one. The latest bytes once more are the version they were. Judged before anything
 * is written down; the file first, so that a row never points at nothing, and a file without a row is swept away.
 */
export async function sendPaper(desk: Desk, topicId: Id<"topic">, form: PaperForm, receive: () => Promise<Uint8Array>): Promise<Kept> {
  await goingTopic(desk, topicId); // before a byte of it is read
  const { id: me } = desk.me;
  const mine = (sending.get(me) ?? Promise.resolve()).then(() => receiveOne(desk, topicId, form, receive));
  const over = mine.catch(() => undefined).finally(() => sending.get(me) === over && sending.delete(me));
  sending.set(me, over);
  return mine;
}

/** One after another of each person: a file is judged in memory, and what the month has left is asked once for each. */
const sending = new Map<Id<"person">, Promise<unknown>>();

async function receiveOne(desk: Desk, topicId: Id<"topic">, form: PaperForm, receive: () => Promise<Uint8Array>): Promise<Kept> {
  const sent = await judged(form, await receive());
  if ((await sentThisMonth(desk)) + sent.paper.bytes.length > MOST_A_MONTH) throw Refusal.invalid("file", "这个月传的材料已满 200 MB。下个月再传，或请组里别的人传");
  const file = await topicFiles.write(sent.paper.bytes);
  let kept: Kept | undefined;
  try {
    return (kept = await desk.together((d) => keep(d, topicId, form, { ...sent, file })));
  } finally {
    if (!kept?.isNew) await topicFiles.drop(file);
  }
}

async function judged({ name }: PaperForm, bytes: Uint8Array): Promise<Sent> {
  if (bytes.length > MOST_BYTES) throw Refusal.invalid("file", tooLarge(bytes.length));
  const paper = await paperIn(bytes);
  const fault = misnamed(name.trim(), paper.kind);
  if (fault) throw Refusal.invalid("file", fault);
  return { paper, name: cleanName(name, paper.kind), hash: createHash("sha256").update(bytes).digest("hex") };
}

async function keep(desk: Desk, topicId: Id<"topic">, form: PaperForm, { paper, hash, name, file }: Sent & { file: string }): Promise<Kept> {
  await goingTopic(desk, topicId);
  await desk.begin("deliverable.add", (tx) => paperFor(tx, desk, topicId, form));
  let kept: Kept | undefined;
  await desk.begin("deliverable.send", async (tx) => {
    await refuseLocked(tx, topicId);
    const before = await tx.select({ number: versions.number, hash: versions.hash }).from(versions)
      .where(eq(versions.deliverableId, form.deliverableId)).orderBy(desc(versions.number));
    const [latest] = before;
    if (latest?.hash === hash) return void (kept = { number: latest.number, isNew: false });
    if (before.length >= MOST_VERSIONS) throw Refusal.conflict(`“${form.title}”已有 ${MOST_VERSIONS} 个版本。另起一份材料再传`);
    kept = { number: (latest?.number ?? 0) + 1, isNew: true };
    const row = { id: form.id, deliverableId: form.deliverableId, topicId, number: kept.number, name, kind: paper.kind, bytes: paper.bytes.length, hash, file };
    const [made] = await tx.insert(versions).values({ ...row, byId: desk.me.id, at: desk.now }).returning();
    await heard(tx, topicId, desk.me.today);
    return made;
  });
  return kept!;
}

/** The paper that a version is of; made when it is new, with nothing to record when it is there. */
async function paperFor(tx: Writer, desk: Desk, topicId: Id<"topic">, { deliverableId, kind, title }: PaperForm): Promise<Row<"deliverables"> | undefined> {
  await refuseLocked(tx, topicId);
  const [there] = await tx.select({ topicId: deliverables.topicId }).from(deliverables).where(eq(deliverables.id, deliverableId));
  if (there?.topicId === topicId) return undefined;
  if (there) throw Refusal.notFound("这份材料");
  const [many] = await tx.select({ n: count() }).from(deliverables).where(eq(deliverables.topicId, topicId));
  if (many!.n >= MOST_PAPERS) throw Refusal.conflict(`一个课题最多 ${MOST_PAPERS} 份材料。接着传已有材料的新版本，或合成一份`);
  const [made] = await tx.insert(deliverables).values({ id: deliverableId, topicId, kind, title }).returning();
  return made;
}

/** From the moment judging opens until its result is published, nothing new is taken in. */
async function refuseLocked(tx: Writer, topicId: Id<"topic">): Promise<void> {
  const [going] = await tx.select({ id: defences.id }).from(defences).where(and(eq(defences.topicId, topicId), inArray(defences.state, lockingStates)));
  if (!going) return;
  const [lock] = await tx.select({ by: people.name }).from(deliverables).innerJoin(people, eq(people.id, deliverables.lockedById)).where(eq(deliverables.topicId, topicId));
  throw Refusal.conflict(`答辩已经开始评分，${lock ? `材料由 ${lock.by} 锁定` : "材料锁定了"}。结果公布后再传新版本`);
}
