import { and, inArray, or } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import { holdsOn, mentorsOn } from "@/lib/gate/actor";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import type { Barred } from "@/lib/words/quiz";
import { barsBetween, causesWords, type Ties } from "./rules-draw";

const { assignments: a, pairings: p, people, topicMembers: m } = tables;

/** The whole truth of today, whoever asks: an examiner does not see every 结对 that bars somebody. */
export async function tiesOf(tx: Writer, today: Day, ids: readonly Id<"person">[]): Promise<Ties> {
  const all = [...ids];
  return {
    pairs: await tx.select({ mentorId: p.mentorId, menteeId: p.menteeId }).from(p).where(and(mentorsOn(today), or(inArray(p.mentorId, all), inArray(p.menteeId, all)))),
    places: await tx.select({ personId: a.personId, villageId: a.villageId }).from(a).where(and(inArray(a.personId, all), holdsOn(today, a))),
    groups: await tx.select({ personId: m.personId, topicId: m.topicId }).from(m).where(and(inArray(m.personId, all), holdsOn(today, m))),
  };
}

type Parties = { examineeId: Id<"person">; examinerId: Id<"person">; secondExaminerId?: Id<"person"> | null | undefined };

/** Refuses under the examiner's field who may not examine whom, and says why. */
export async function refuseBarred(tx: Writer, today: Day, { examineeId, examinerId, secondExaminerId }: Parties): Promise<void> {
  const ids = [examineeId, examinerId, ...(secondExaminerId ? [secondExaminerId] : [])];
  const ties = await tiesOf(tx, today, ids);
  const first = barsBetween(examineeId, examinerId, ties);
  if (first.length > 0) throw Refusal.invalid("examinerId", await barredWords(tx, examineeId, examinerId, first));
  const second = secondExaminerId ? barsBetween(examineeId, secondExaminerId, ties) : [];
  if (second.length > 0) throw Refusal.invalid("secondExaminerId", await barredWords(tx, examineeId, secondExaminerId!, second));
}

async function barredWords(tx: Writer, examineeId: Id<"person">, examinerId: Id<"person">, causes: readonly Barred[]): Promise<string> {
  if (causes.includes("self")) return "考官和考核对象不能是同一个人，换一位考官";
  const named = await tx.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, [examineeId, examinerId]));
  const nameOf = (id: string) => named.find((one) => one.id === id)?.name ?? "";
  return `${nameOf(examinerId)}和${nameOf(examineeId)}${causesWords(causes)}，要回避，换一位考官`;
}

/** At the spot there is no field to stand under. */
export async function refuseBarredNow(tx: Writer, today: Day, parties: Parties): Promise<void> {
  await refuseBarred(tx, today, parties).catch((error: unknown) => {
    throw error instanceof Refusal ? Refusal.conflict(`${error.message.replace(/，换一位考官$/, "")}。请党建办换一位考官另行安排`) : error;
  });
}
