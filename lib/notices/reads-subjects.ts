import { eq, inArray } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
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
    const rows = await desk.select({ id: a.id, name: people.name, from: a.startedOn, to: a.endedOn })
      .from(a).innerJoin(people, eq(people.id, a.personId)).where(inArray(a.id, as<"absence">(ids)));
    return rows.map(({ id, name, from, to }) => [id, `代 ${name}，${spokenDay(from)}${from === to ? "" : ` 到 ${spokenDay(to)}`}`]);
  },
  async pairing(desk, ids) {
    const { pairings: p, people } = desk.see;
    const rows = await desk.select({ id: p.id, mentorId: p.mentorId, mentee: people.name })
      .from(p).innerJoin(people, eq(people.id, p.menteeId)).where(inArray(p.id, as<"pairing">(ids)));
    const mentors = rows.length === 0 ? [] : await desk.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, rows.map(({ mentorId }) => mentorId)));
    return rows.map(({ id, mentorId, mentee }) => [id, `导师 ${mentors.find((one) => one.id === mentorId)?.name ?? ""}，学员 ${mentee}`]);
  },
  topic: () => Promise.resolve([]),
  defence: () => Promise.resolve([]),
};
