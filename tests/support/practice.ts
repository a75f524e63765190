import type { Id } from "@/lib/kernel/id";
import { newId } from "@/lib/kernel/id";
import { Desk } from "@/lib/gate/desk";
import { answerCard } from "@/lib/practice/acts";
import { type CardFace, dealCard } from "@/lib/practice/acts-deal";
import type { Town, Who } from "@/db/seed/cast";

/** The same person on another day, with the relations of that day. */
export async function sitsOn(town: Town, who: Who, day: string, at = "09:00"): Promise<Desk> {
  return (await Desk.of(town.store, town.people[who], new Date(`${day}T${at}:00+08:00`)))!;
}

export const answerTo = (card: CardFace, remembered = true, id: Id<"practiceAnswer"> = newId<"practiceAnswer">()) =>
  ({ id, householdId: card.householdId, about: card.about, remembered });

/** Answers what is dealt until nothing is, or so many. */
export async function practise(desk: Desk, remembered: (card: CardFace) => boolean = () => true, most = 50): Promise<CardFace[]> {
  const cards: CardFace[] = [];
  for (let card = await dealCard(desk); card && cards.length < most; card = await dealCard(desk)) {
    await answerCard(desk, answerTo(card, remembered(card)));
    cards.push(card);
  }
  return cards;
}
