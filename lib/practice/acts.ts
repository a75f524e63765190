import { and, count, desc, eq, gte } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import { addDays, dayOf, daysBetween, startOf } from "@/lib/kernel/calendar";
import { type Id, newId } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { type Asked, askedFor } from "./acts-answer";
import type { AmendForm, AnswerForm } from "./forms";
import { CARDS_A_DAY, cardAfter, type Told } from "./rules";

const { practiceAnswers, practiceCards, unmaskings } = tables;
type Answered = Row<"practiceAnswers">;

/** What is shown once somebody has said whether they know it. */
export type Shown = Pick<Asked, "lines" | "asOf" | "visited"> & { answerId: Id<"practiceAnswer"> };

/**
 * One card answered, and only then what the file says of it. Whoever may not read that without a reason leaves a line in
 * the 查看记录. Sent twice it is one answer.
 */
export async function answerCard(desk: Desk, form: AnswerForm): Promise<Shown> {
  const asked = await askedFor(desk, form);
  let shown: Shown | undefined;
  await desk.begin("practice.answer", async (tx) => {
    const { lines, asOf, visited, learntOf } = await asked.look(tx);
    shown = { answerId: form.id, lines, visited, ...(asOf && { asOf }) };
    const [already] = await tx.select().from(practiceAnswers).where(eq(practiceAnswers.id, form.id));
    const card = await cardOf(tx, desk, form.householdId, asked.heading);
    if (already && (already.cardId !== card?.id || already.at < startOf(desk.me.today))) throw Refusal.notFound("这张卡片");
    if (!already) await refuseUnasked(tx, desk, card, learntOf);
    if (asked.hidden) await noteOpening(tx, desk, form);
    return already ? undefined : keep(tx, desk, form, { heading: asked.heading, learntOf, card });
  });
  return shown!; // `begin` has run its work, or thrown
}

async function cardOf(tx: Writer, desk: Desk, householdId: Id<"household">, heading: string): Promise<Row<"practiceCards"> | undefined> {
  const mine = and(eq(practiceCards.personId, desk.me.id), eq(practiceCards.householdId, householdId), eq(practiceCards.heading, heading));
  const [card] = await tx.select().from(practiceCards).where(mine);
  return card;
}

/** Ten a day; and what was answered rests until it is due or the file says something else. */
async function refuseUnasked(tx: Writer, desk: Desk, card: Row<"practiceCards"> | undefined, learntOf: string): Promise<void> {
  const today = and(eq(practiceAnswers.personId, desk.me.id), gte(practiceAnswers.at, startOf(desk.me.today)));
  const [{ n } = { n: 0 }] = await tx.select({ n: count() }).from(practiceAnswers).where(today);
  if (n >= CARDS_A_DAY) throw Refusal.conflict("今天的练完了，明天再练");
  if (card && card.learntOf === learntOf && card.dueAt > desk.now) throw Refusal.conflict("这张卡片刚练过，过些天再练");
}

type Kept = { heading: string; learntOf: string; card: Row<"practiceCards"> | undefined };

/** What the file says anew is learnt from the beginning, whatever was known of it before. */
async function keep(tx: Writer, desk: Desk, { id, householdId, remembered }: AnswerForm, { heading, learntOf, card }: Kept): Promise<Answered> {
  const same = card?.learntOf === learntOf;
  const answers = [...(same ? await answersOf(tx, card) : []), { remembered, at: desk.now }];
  const known = { learntOf, ...stateAfter(answers, desk.now) };
  const cardId = card?.id ?? newId<"practiceCard">();
  if (card) await tx.update(practiceCards).set(known).where(eq(practiceCards.id, cardId));
  else await tx.insert(practiceCards).values({ id: cardId, personId: desk.me.id, householdId, heading, ...known });
  const [made] = await tx.insert(practiceAnswers).values({ id, personId: desk.me.id, cardId, remembered, at: desk.now }).returning();
  return made!;
}

type Given = { remembered: boolean; at: Date };

/** The answers the card stands on, oldest first: as many as it counts. */
async function answersOf(tx: Writer, { id, reps }: Row<"practiceCards">): Promise<(Given & { id: Id<"practiceAnswer"> })[]> {
  const rows = await tx.select({ id: practiceAnswers.id, remembered: practiceAnswers.remembered, at: practiceAnswers.at }).from(practiceAnswers)
    .where(eq(practiceAnswers.cardId, id)).orderBy(desc(practiceAnswers.at), desc(practiceAnswers.id)).limit(reps);
  return rows.toReversed();
}

const PHASE = 2; // FSRS's word for a card that is reviewed from day to day; ours know no other

/** A card wants to be asked again from the morning of its day. */
function stateAfter(answers: readonly Given[], lastAt: Date): Pick<Row<"practiceCards">, "stability" | "difficulty" | "reps" | "lapses" | "phase" | "lastAt" | "dueAt"> {
  const told = answers.map(({ at, remembered }, i): Told => ({ remembered, days: i === 0 ? 0 : daysBetween(dayOf(answers[i - 1]!.at), dayOf(at)) }));
  const { restDays, ...card } = cardAfter(told as [Told, ...Told[]]); // there is always the one just given
  return { ...card, phase: PHASE, lastAt, dueAt: startOf(addDays(dayOf(lastAt), restDays)) };
}

/** A log line that opens nothing: it is over the moment it begins. */
async function noteOpening(tx: Writer, desk: Desk, { householdId, about }: AnswerForm): Promise<void> {
  const field = about === "members" ? "members" as const : "facts" as const;
  await tx.insert(unmaskings).values({ householdId, field, personId: desk.me.id, reason: "verify", words: "练习时看了答案", at: desk.now, until: desk.now });
}

/** 其实记错了: of an answer given today, the last of its card. The card becomes what it would have been. */
export async function amendAnswer(desk: Desk, { answerId }: AmendForm): Promise<void> {
  await desk.begin("practice.answer", async (tx) => {
    const mine = and(eq(practiceAnswers.id, answerId), eq(practiceAnswers.personId, desk.me.id));
    const [answer] = await tx.select().from(practiceAnswers).where(mine);
    const [card] = answer ? await tx.select().from(practiceCards).where(eq(practiceCards.id, answer.cardId)) : [];
    if (!answer || !card || answer.at < startOf(desk.me.today)) throw Refusal.notFound("这张卡片");
    if (!answer.remembered) return undefined;
    const answers = await answersOf(tx, card);
    if (answers.at(-1)?.id !== answerId) throw Refusal.conflict("这张卡片后来又练过了");
    const known = stateAfter(answers.map((one) => (one.id === answerId ? { ...one, remembered: false } : one)), answer.at);
    await tx.update(practiceCards).set(known).where(eq(practiceCards.id, card.id));
    const [amended] = await tx.update(practiceAnswers).set({ remembered: false }).where(mine).returning();
    return amended;
  });
}
