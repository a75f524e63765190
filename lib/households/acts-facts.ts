import { and, eq, isNull } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Desk } from "@/lib/gate/desk";
import { writeFacts } from "@/lib/gate/household-file";
import { Refusal } from "@/lib/kernel/refusal";
import { factKind, factTopic, unmaskField, unmaskReason } from "@/lib/words/household";
import type { FactForm, Unmasking } from "./forms";
import { unmaskMinutes } from "./rules";

const { facts, unmaskings } = tables;

/** Record what is now known under one heading. What was known before stays, and points no longer at the present. */
export async function recordFact(desk: Desk, form: FactForm) {
  if (form.asOf > desk.me.today) throw Refusal.invalid("asOf", "这是哪天的情况，不能晚于今天");
  const { facts: seen } = desk.see;
  const [already] = await desk.select().from(seen).where(eq(seen.id, form.id));
  if (already) return;
  const heading = and(eq(facts.kind, form.kind), eq(facts.topic, form.topic), isNull(facts.replacedAt));
  await desk.change("household.revise", form.householdId, async (tx, home) => {
    const current = await tx.select().from(facts).where(and(eq(facts.householdId, home.id), heading));
    const newer = current.find((fact) => fact.asOf > form.asOf);
    if (newer) throw Refusal.invalid("asOf", `已经有 ${newer.asOf} 的情况，比这条新`);
    await tx.update(facts).set({ replacedAt: desk.now }).where(and(eq(facts.householdId, home.id), heading));
    const replaces = current.at(-1);
    await writeFacts(tx, home.id, [{ ...form, ...(replaces && { replacesId: replaces.id }) }], desk.me.id, desk.now);
  }, `${factKind.label(form.kind)}：${factTopic.label(form.topic)}`);
}

/** Open one masked field of one household for ten minutes. The ledger keeps that it was seen and why, never the value. */
export async function openField(desk: Desk, form: Unmasking) {
  const deed = form.field === "phone" ? "household.revealPhone" : "household.unmask";
  const until = new Date(desk.now.getTime() + unmaskMinutes * 60_000);
  await desk.change(deed, form.householdId, async (tx) => {
    await tx.insert(unmaskings).values({ ...form, personId: desk.me.id, at: desk.now, until }).onConflictDoNothing();
  }, `${unmaskField.label(form.field)}：${unmaskReason.label(form.reason)}`);
}
