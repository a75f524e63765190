import { eq, inArray } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { namesOf } from "@/lib/gate/names";
import { dayOf } from "@/lib/kernel/calendar";
import { spokenDay } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import type { NoticeKind, NoticeSubject } from "@/lib/words/notice";
import { visitKind } from "@/lib/words/visit";

type Line = { kind: NoticeKind; subject: NoticeSubject; subjectId: string };
type Named = [id: string, words: string][];

/** What each of these things is, in a few words; what I may not see, or is no more, has none. One question a sort of thing. */
export async function subjectsOf(desk: Desk, lines: readonly Line[]): Promise<ReadonlyMap<string, string>> {
  const subjects = [...new Set(lines.map(({ subject }) => subject))];
  const named = subjects.map((one) => ask[one](desk, [...new Set(lines.filter(({ subject }) => subject === one).map(({ subjectId }) => subjectId))]));
  return new Map((await Promise.all(named)).flat());
}

// The column says `subject` which table its id is of.
const as = <Kind extends string>(ids: readonly string[]) => ids as Id<Kind>[];

const ask: Record<NoticeSubject, (desk: Desk, ids: readonly string[]) => Promise<Named>> = {
  async visit(desk, ids) {
    const { visits: v, villages, households: h, enterprises: e } = desk.see;
    const rows = await desk.select({ id: v.id, on: v.visitedOn, kind: v.kind, village: villages.name, home: h.maskedName, firm: e.name })
      .from(v).innerJoin(villages, eq(villages.id, v.villageId)).leftJoin(h, eq(h.id, v.householdId)).leftJoin(e, eq(e.id, v.enterpriseId))
      .where(inArray(v.id, as<"visit">(ids)));
    return rows.map(({ id, on, kind, village, home, firm }) => [id, [spokenDay(on), village, firm ?? (home && `${home} 户`), visitKind.label(kind)].filter(Boolean).join(" ")]);
  },
  async parked(desk, ids) {
    const { parkedVisits: p, villages, households: h, enterprises: e } = desk.see;
    const rows = await desk.select({ id: p.id, at: p.parkedAt, village: villages.name, home: h.maskedName, firm: e.name })
      .from(p).innerJoin(villages, eq(villages.id, p.villageId)).leftJoin(h, eq(h.id, p.householdId)).leftJoin(e, eq(e.id, p.enterpriseId))
      .where(inArray(p.id, as<"visit">(ids)));
    return rows.map(({ id, at, village, home, firm }) => [id, [village, firm ?? (home && `${home} 户`), `${spokenDay(dayOf(at))}存下`].filter(Boolean).join(" ")]);
  },
  async absence(desk, ids) {
    const { absences: a, people } = desk.see;
    const rows = await desk.select({ id: a.id, personId: a.personId, name: people.name, standInId: a.standInId, from: a.startedOn, to: a.endedOn })
      .from(a).innerJoin(people, eq(people.id, a.personId)).where(inArray(a.id, as<"absence">(ids)));
    const names = await namesOf(desk, rows.map(({ standInId }) => standInId));
    return rows.map(({ id, personId, name, standInId, from, to }) => {
      const span = `${spokenDay(from)}${from === to ? "" : ` 到 ${spokenDay(to)}`}`;
      if (personId !== desk.me.id) return [id, `代 ${name}，${span}`];
      return [id, `${span}，${standInId ? `${names(standInId)} 代批阅` : "还没有人代批阅"}`];
    });
  },
  async pairing(desk, ids) {
    const { pairings: p, people } = desk.see;
    const rows = await desk.select({ id: p.id, mentorId: p.mentorId, mentee: people.name })
      .from(p).innerJoin(people, eq(people.id, p.menteeId)).where(inArray(p.id, as<"pairing">(ids)));
    const mentors = await namesOf(desk, rows.map(({ mentorId }) => mentorId));
    return rows.map(({ id, mentorId, mentee }) => [id, `导师 ${mentors(mentorId)}，学员 ${mentee}`]);
  },
  async quiz(desk, ids) {
    const { quizzes: z, people } = desk.see;
    const rows = await desk.select({ id: z.id, name: people.name, examineeId: z.examineeId }).from(z).innerJoin(people, eq(people.id, z.examineeId))
      .where(inArray(z.id, as<"quiz">(ids)));
    return rows.map(({ id, name, examineeId }) => [id, examineeId === desk.me.id ? "你的考核" : `考 ${name}`]);
  },
  async household(desk, ids) {
    const { households: h, villages } = desk.see;
    const rows = await desk.select({ id: h.id, name: h.maskedName, village: villages.name }).from(h).innerJoin(villages, eq(villages.id, h.villageId))
      .where(inArray(h.id, as<"household">(ids)));
    return rows.map(({ id, name, village }) => [id, `${village} ${name} 户`]);
  },
  topic: (desk, ids) => topicsNamed(desk, ids),
  defence: (desk, ids) => topicsNamed(desk, ids),
};

/** A defence is told of under its topic. */
async function topicsNamed(desk: Desk, ids: readonly string[]): Promise<Named> {
  const { topics: t } = desk.see;
  return (await desk.select({ id: t.id, title: t.title }).from(t).where(inArray(t.id, as<"topic">(ids)))).map(({ id, title }) => [id, title]);
}
