import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Desk } from "@/lib/gate/desk";
import { writeFacts } from "@/lib/gate/household-file";
import { writeProposal } from "@/lib/gate/proposals";
import { idSince, newId } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { factKind, factTopic, unmaskField, unmaskReason } from "@/lib/words/household";
import type { FactForm, Unmasking } from "./forms";
import { unmaskMinutes } from "./rules";

const { facts, unmaskings } = tables;

type Fact = Row<"facts">;

/**
 * Record what is now known under one heading. What was known before stays, and points no longer at the present. Where
 * it changed since the form was opened nothing is written over: what was typed waits beside it as a proposal.
 */
export const recordFact = (desk: Desk, { openedOn, ...form }: FactForm): Promise<void> =>
  desk.together(async (d) => {
    if (form.asOf > d.me.today) throw Refusal.invalid("asOf", "这是哪天的情况，不能晚于今天");
    const { facts: seen } = d.see;
    const [already] = await d.select().from(seen).where(eq(seen.id, form.id));
    if (already) return;
    const [now] = await d.select().from(seen).where(and(eq(seen.householdId, form.householdId), eq(seen.kind, form.kind), eq(seen.topic, form.topic), isNull(seen.replacedAt)));
    if (openedOn && now && !openedOn.includes(now.id)) return proposeInstead(d, form, openedOn);
    await replaceFact(d, form);
  });

async function replaceFact(d: Desk, form: Omit<FactForm, "openedOn">): Promise<void> {
  const heading = and(eq(facts.kind, form.kind), eq(facts.topic, form.topic), isNull(facts.replacedAt));
  await d.change("household.revise", form.householdId, async (tx, home) => {
    const current = await tx.select().from(facts).where(and(eq(facts.householdId, home.id), heading));
    const newer = current.find((fact) => fact.asOf > form.asOf);
    if (newer) throw Refusal.invalid("asOf", `已经有 ${newer.asOf} 的情况，比这条新`);
    await tx.update(facts).set({ replacedAt: d.now }).where(and(eq(facts.householdId, home.id), heading));
    const replaces = current.at(-1);
    await writeFacts(tx, home.id, [{ ...form, ...(replaces && { replacesId: replaces.id }) }], d.me.id, d.now);
  }, `${factKind.label(form.kind)}：${factTopic.label(form.topic)}`);
}

async function proposeInstead(d: Desk, form: Omit<FactForm, "openedOn">, openedOn: readonly Fact["id"][]): Promise<void> {
  const { householdId, kind, topic, says, asOf, source } = form;
  const { households: h, facts: f } = d.see;
  const [home] = await d.select().from(h).where(eq(h.id, householdId));
  if (!home || !d.may("household.revise", home)) throw Refusal.forbidden();
  const mine = and(eq(f.householdId, home.id), eq(f.kind, kind), eq(f.topic, topic), inArray(f.id, [...openedOn]));
  const [ground] = await d.select({ id: f.id }).from(f).where(mine).orderBy(desc(f.id)).limit(1);
  await d.begin("fact.propose", (tx) => writeProposal(tx, d, { householdId, kind, topic, says, asOf, source, basedOnId: ground?.id ?? null }));
}

const nearMs = 10 * 60_000;

/** Open one masked field of one household for ten minutes. The ledger keeps that it was seen and why, never the value. */
export async function openField(desk: Desk, { password, ...form }: Unmasking) {
  if (form.field !== "phone" && desk.me.is("office")) await desk.confirm(password);
  const deed = form.field === "phone" ? "household.revealPhone" : "household.unmask";
  // The log of openings is walked by its ids: one whose clock is far off, by mistake or not, is given another.
  const near = form.id >= idSince(new Date(desk.now.getTime() - nearMs)) && form.id < idSince(new Date(desk.now.getTime() + nearMs));
  const until = new Date(desk.now.getTime() + unmaskMinutes * 60_000);
  await desk.change(deed, form.householdId, async (tx) => {
    await tx.insert(unmaskings).values({ ...form, id: near ? form.id : newId<"unmasking">(), personId: desk.me.id, at: desk.now, until }).onConflictDoNothing();
  }, `${unmaskField.label(form.field)}：${unmaskReason.label(form.reason)}`);
}
