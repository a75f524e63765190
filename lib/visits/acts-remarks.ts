import { and, count, eq } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import { tell } from "@/lib/gate/notices";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import type { RemarkForm, SendRemarksForm } from "./forms-review";
import { pendingRemarks } from "./reads-remarks";

const { visitComments: c } = tables;
const MOST = 20;

/** Writes a remark at a sentence, changes its words, or takes it away: all of it mine alone until it is sent. */
export async function keepRemark(desk: Desk, form: RemarkForm): Promise<void> {
  await desk.change("visit.remark", form.visitId, async (tx, visit) => {
    const [known] = await tx.select().from(c).where(eq(c.id, form.id));
    if (known && (known.authorId !== desk.me.id || known.visitId !== visit.id)) throw Refusal.notFound("这条批注");
    if (known?.state === "sent") throw Refusal.conflict("这条批注已经发给作者，改不了了");
    if (visit.state !== "submitted") throw Refusal.conflict("这条走访日志已经批阅过，批注写不上了");
    if (form.words === "") await tx.delete(c).where(eq(c.id, form.id));
    else if (known) await tx.update(c).set({ words: form.words }).where(eq(c.id, form.id));
    else await writeRemark(tx, desk, visit, form);
  });
}

async function writeRemark(tx: Writer, desk: Desk, visit: Row<"visits">, { id, quote, before, words }: RemarkForm): Promise<void> {
  if (!visit.account.includes(quote)) throw Refusal.conflict("原句已改。刷新看看最新的内容，再写批注");
  const [mine] = await tx.select({ n: count() }).from(c).where(and(eq(c.visitId, visit.id), eq(c.authorId, desk.me.id)));
  if (mine!.n >= MOST) throw Refusal.conflict(`一篇最多写 ${MOST} 条批注`);
  const { version } = visit;
  await tx.insert(c).values({ id, visitId: visit.id, authorId: desk.me.id, version, quote, before, words, state: "pending", at: desk.now });
}

/** 「发出 n 条批注」: what is pending at these visits leaves in one transaction, one deed a visit. */
export const sendRemarks = (desk: Desk, form: SendRemarksForm): Promise<void> =>
  desk.together(async (d) => {
    const pending = new Set((await pendingRemarks(d)).map(({ visitId }) => visitId));
    const visitIds = [...new Set(form.visitIds)].filter((id) => pending.has(id));
    if (visitIds.length === 0) throw Refusal.conflict("没有等着发出的批注，可能刚才已经发出");
    for (const id of visitIds)
      await d.change("visit.sendRemarks", id, async (tx, visit) => {
        if (visit.state === "draft") throw Refusal.conflict("作者已经撤回这条走访日志");
        await release(tx, d, id);
        await tell(tx, d, { to: visit.authorId, kind: "visit_remarked", subject: "visit", subjectId: id });
      });
  });

/** My pending remarks at a visit reach its author; how many there were. */
export async function release(tx: Writer, desk: Desk, visitId: Id<"visit">): Promise<number> {
  const sent = await tx.update(c).set({ state: "sent", sentAt: desk.now })
    .where(and(eq(c.visitId, visitId), eq(c.authorId, desk.me.id), eq(c.state, "pending"))).returning({ id: c.id });
  return sent.length;
}

/** What left with a verdict comes back with it. */
export async function withhold(tx: Writer, desk: Desk, visitId: Id<"visit">, sentAt: Date): Promise<void> {
  await tx.update(c).set({ state: "pending", sentAt: null })
    .where(and(eq(c.visitId, visitId), eq(c.authorId, desk.me.id), eq(c.sentAt, sentAt)));
}
