import { and, count, eq, ne } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import { addDays } from "@/lib/kernel/calendar";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import type { AcceptForm, NotNowForm, WeightsForm } from "./forms";
import { ANSWER_DAYS, MOST_ACCEPTED } from "./rules";

const { suggestionAnswers, suggestionWeights } = tables;

/** 去这户: it stays in 今日 until somebody has been there, or a week is over. */
export const acceptHousehold = (desk: Desk, form: AcceptForm): Promise<void> =>
  answer(desk, { ...form, answer: "accepted", reason: null, words: "" });

/** 暂不: it is not suggested again for a week, whether it was just suggested or already taken up. */
export const putOffHousehold = (desk: Desk, { reason, words, ...form }: NotNowForm): Promise<void> =>
  answer(desk, { ...form, answer: "not_now", reason, words: reason === "other" ? words : "" });

type Given = Pick<Row<"suggestionAnswers">, "id" | "householdId" | "answer" | "reason" | "words">;

/** The last word of a day counts; the same one twice is one. */
async function answer(desk: Desk, given: Given): Promise<void> {
  await refuseOthers(desk, given.householdId);
  await desk.begin("suggestion.answer", async (tx) => {
    const { me } = desk;
    const mine = and(eq(suggestionAnswers.personId, me.id), eq(suggestionAnswers.householdId, given.householdId), eq(suggestionAnswers.day, me.today));
    const [today] = await tx.select().from(suggestionAnswers).where(mine);
    if (today && today.answer === given.answer && today.reason === given.reason && today.words === given.words) return undefined;
    if (given.answer === "accepted") await refuseMany(tx, desk, given.householdId);
    const { id, ...said } = { ...given, day: me.today, untilOn: addDays(me.today, ANSWER_DAYS - 1) };
    const [made] = today
      ? await tx.update(suggestionAnswers).set(said).where(eq(suggestionAnswers.id, today.id)).returning()
      : await tx.insert(suggestionAnswers).values({ id, personId: me.id, ...said }).returning();
    return made;
  });
}

async function refuseOthers(desk: Desk, id: Id<"household">): Promise<void> {
  const { households: h } = desk.see;
  const [home] = await desk.select({ id: h.id, villageId: h.villageId, gridId: h.gridId, leftOn: h.leftOn }).from(h).where(eq(h.id, id));
  if (!home || home.leftOn || !desk.me.serves(home)) throw Refusal.notFound("这一户");
}

async function refuseMany(tx: Writer, desk: Desk, but: Id<"household">): Promise<void> {
  const today = and(eq(suggestionAnswers.personId, desk.me.id), eq(suggestionAnswers.day, desk.me.today), eq(suggestionAnswers.answer, "accepted"));
  const [{ n } = { n: 0 }] = await tx.select({ n: count() }).from(suggestionAnswers).where(and(today, ne(suggestionAnswers.householdId, but)));
  if (n >= MOST_ACCEPTED) throw Refusal.conflict(`今天已经选了 ${MOST_ACCEPTED} 户，先去这几户，明天再选`);
}

/** The office says how much each reason weighs, from now on and for everybody. */
export const weighSuggestions = (desk: Desk, { id, ...weights }: WeightsForm): Promise<unknown> =>
  desk.begin("suggestion.weigh", async (tx) => {
    const [already] = await tx.select({ id: suggestionWeights.id }).from(suggestionWeights).where(eq(suggestionWeights.id, id));
    if (already) return undefined;
    const [made] = await tx.insert(suggestionWeights).values({ id, ...weights, setById: desk.me.id, setAt: desk.now }).returning();
    return made;
  });
