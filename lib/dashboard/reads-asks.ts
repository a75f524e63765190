import { and, desc, eq, gte, inArray, isNull, lte, or } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { REMINDER_DAY } from "@/lib/gate/talks";
import { addDays, dayOf } from "@/lib/kernel/calendar";
import { type Day, spokenDay } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { monthBefore } from "@/lib/pairings/rules";
import { talksDue } from "./reads-pairs";

/** What a pairing asks of one of the two today: a line with one verb. */
export type PairAsk = { key: string; title: string; meta: string; verb: string; href: string; late: boolean };

const RECENT = 30;

/** What my pairings wait for from me; whoever has none is asked nothing and costs one question. */
export async function pairAsks(desk: Desk): Promise<PairAsk[]> {
  const pairs = await myPairs(desk);
  if (pairs.length === 0) return [];
  const going = pairs.filter(({ state, startedOn }) => (state === "active" || state === "paused") && startedOn <= desk.me.today);
  const talks = await talksDue(desk);
  return [
    ...pairs.flatMap((pair) => proposal(desk, pair) ?? []),
    ...going.flatMap((pair) => talks.filter(({ pairingId }) => pairingId === pair.id).map(({ says, dueOn }) => talk(desk, pair, says, dueOn < desk.me.today))),
    ...(await agreementAsks(desk, going)),
    ...(await monthAsks(desk, going)),
    ...(await evaluationAsks(desk, pairs.filter(({ state }) => state === "ended"))),
  ];
}

async function myPairs(desk: Desk) {
  const { pairings: p, people } = desk.see;
  const { id, today } = desk.me;
  const mentor = desk.select({ id: people.id, name: people.name }).from(people).as("mentor");
  const mentee = desk.select({ id: people.id, name: people.name, sortKey: people.sortKey }).from(people).as("mentee");
  const rows = await desk
    .select({ id: p.id, mentorId: p.mentorId, menteeId: p.menteeId, mentor: mentor.name, mentee: mentee.name, state: p.state, startedOn: p.startedOn, endedOn: p.endedOn, answerBy: p.answerBy })
    .from(p).innerJoin(mentor, eq(mentor.id, p.mentorId)).innerJoin(mentee, eq(mentee.id, p.menteeId))
    .where(and(or(eq(p.mentorId, id), eq(p.menteeId, id)), or(isNull(p.endedOn), gte(p.endedOn, addDays(today, -RECENT))))).orderBy(mentee.sortKey);
  return rows.map((pair) => ({ ...pair, mentors: pair.mentorId === id, other: pair.mentorId === id ? pair.mentee : pair.mentor }));
}
type Pair = Awaited<ReturnType<typeof myPairs>>[number];

const at = (pair: Pair, part = "") => `/pairings/${pair.id}${part}`;

function proposal(desk: Desk, pair: Pair): PairAsk | undefined {
  if (pair.state !== "proposed" || !pair.mentors || !pair.answerBy) return undefined;
  const late = pair.answerBy < desk.me.today;
  return { key: `propose ${pair.id}`, title: `党建办请你带 ${pair.mentee}`, meta: `${spokenDay(pair.answerBy)} 前答复`, verb: "答复结对", href: at(pair), late };
}

const talk = (desk: Desk, pair: Pair, says: string, late: boolean): PairAsk => ({
  key: `talk ${pair.id}`, title: `和 ${pair.other}：${says}`, meta: pair.mentors ? "聊过就记一条，半分钟" : "约导师聊一次", late,
  verb: pair.mentors ? "记帮带" : "看结对", href: at(pair, pair.mentors ? "/coach" : ""),
});

async function agreementAsks(desk: Desk, pairs: readonly Pair[]): Promise<PairAsk[]> {
  const { agreements: a } = desk.see;
  const rows = await desk.select({ pairingId: a.pairingId, mentor: a.mentorSignedAt, mentee: a.menteeSignedAt }).from(a).where(inArray(a.pairingId, pairs.map(({ id }) => id)));
  return pairs.filter(({ state }) => state === "active").flatMap((pair): PairAsk[] => {
    const line = { key: `agree ${pair.id}`, href: at(pair, "#agreement"), late: false };
    const agreement = rows.find(({ pairingId }) => pairingId === pair.id);
    if (!agreement) return [{ ...line, title: `和 ${pair.other} 还没有结对协议`, meta: "四个方面各写一两句，谁先写都行", verb: "写协议" }];
    if (pair.mentors ? agreement.mentor : agreement.mentee) return [];
    return [{ ...line, title: `和 ${pair.other} 的结对协议等你确认`, meta: "看过没问题就确认", verb: "看协议" }];
  });
}

/** From the first of a month the mentor is told of the last one, from the fourth reminded; the mentee may answer. */
async function monthAsks(desk: Desk, pairs: readonly Pair[]): Promise<PairAsk[]> {
  const { assessments: a } = desk.see;
  const { today } = desk.me;
  const month = monthBefore(today.slice(0, 7));
  const rows = await desk.select({ pairingId: a.pairingId, at: a.at, repliedAt: a.repliedAt }).from(a)
    .where(and(eq(a.month, month), inArray(a.pairingId, pairs.map(({ id }) => id)))).orderBy(desc(a.at));
  return pairs.flatMap((pair): PairAsk[] => {
    const written = rows.find(({ pairingId }) => pairingId === pair.id);
    const line = { key: `month ${pair.id}`, href: at(pair, "#months") };
    if (pair.mentors) return written || pair.state === "paused" || pair.startedOn.slice(0, 7) > month ? [] : [{ ...line, ...monthLine(pair, month, today) }];
    const fresh = written && !written.repliedAt && dayOf(written.at) >= addDays(today, -7);
    return fresh ? [{ ...line, title: `${pair.mentor} 写了你 ${shortMonth(month)}的评价`, meta: "看看，可以回一句", verb: "看评价", late: false }] : [];
  });
}

/** 「10 月」 */
const shortMonth = (month: string): string => `${Number(month.slice(5))} 月`;

function monthLine(pair: Pair, month: string, today: Day): Omit<PairAsk, "key" | "href"> {
  const day = Number(today.slice(8));
  const meta = day < REMINDER_DAY ? `${REMINDER_DAY} 日前写好就行` : day === REMINDER_DAY ? "今天写好就不晚" : "已经过了 4 日";
  return { title: `写 ${pair.mentee} ${shortMonth(month)}的评价`, meta, verb: "写评价", late: day > REMINDER_DAY };
}

async function evaluationAsks(desk: Desk, pairs: readonly Pair[]): Promise<PairAsk[]> {
  if (pairs.length === 0) return [];
  const { evaluations: e } = desk.see;
  const rows = await desk.select({ pairingId: e.pairingId }).from(e).where(and(eq(e.byId, desk.me.id), inArray(e.pairingId, pairs.map((pair): Id<"pairing"> => pair.id))));
  return pairs.filter((pair) => !rows.some(({ pairingId }) => pairingId === pair.id)).map((pair) =>
    ({ key: `end ${pair.id}`, title: `和 ${pair.other} 的结对结束了`, meta: "三句话，说说这段结对", verb: "写评价", href: at(pair), late: false }));
}

/** With which of my mentees I may note a talk, by person. */
export async function coachable(desk: Desk): Promise<ReadonlyMap<Id<"person">, Id<"pairing">>> {
  const { pairings: p } = desk.see;
  const rows = await desk.select({ id: p.id, menteeId: p.menteeId }).from(p)
    .where(and(eq(p.mentorId, desk.me.id), inArray(p.state, ["active", "paused"]), lte(p.startedOn, desk.me.today)));
  return new Map(rows.map(({ id, menteeId }) => [menteeId, id]));
}
