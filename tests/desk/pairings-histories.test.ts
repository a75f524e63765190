import fc from "fast-check";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import type { Town, Who } from "@/db/seed/cast";
import { Desk } from "@/lib/gate/desk";
import { addDays } from "@/lib/kernel/calendar";
import { type Day, overlaps } from "@/lib/kernel/day";
import { newId } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { endPairing, openPairing, proposePairing } from "@/lib/pairings/acts";
import { acceptPairing, declinePairing, pausePairing, resumePairing } from "@/lib/pairings/acts-term";
import { EndPairingForm } from "@/lib/pairings/forms";
import { mentorOn } from "@/lib/visits/reads-one";
import type { PairingState } from "@/lib/words/pairing";
import { township } from "@/tests/support/township";

/*
 * Any history of a cadre's pairings, told twice: once by the acts and the database, once by a list of periods in plain
 * TypeScript that knows nothing of either. Who mentors them on any day must come out the same.
 */
const start = "2026-03-04" as Day;
type Told = { mentor: string; from: Day; to: Day | null; state: PairingState };
type Move =
  | { move: "propose" | "open"; mentor: "wang" | "zhou"; on: number }
  | { move: "end"; on: number; next: "" | "wang" | "zhou" }
  | { move: "accept" | "decline"; by: "asked" | "wang" | "zhou" }
  | { move: "pause" | "resume" };

const mentor = fc.constantFrom("wang" as const, "zhou" as const);
const move: fc.Arbitrary<Move> = fc.oneof(
  { arbitrary: fc.record({ move: fc.constantFrom("propose" as const, "propose" as const, "open" as const), mentor, on: fc.integer({ min: -20, max: 20 }) }), weight: 4 },
  { arbitrary: fc.record({ move: fc.constant("end" as const), on: fc.integer({ min: -20, max: 2 }), next: fc.constantFrom("" as const, "wang" as const, "zhou" as const) }), weight: 2 },
  { arbitrary: fc.record({ move: fc.constantFrom("accept" as const, "decline" as const), by: fc.constantFrom("asked" as const, "wang" as const, "zhou" as const) }), weight: 4 },
  { arbitrary: fc.record({ move: fc.constantFrom("pause" as const, "resume" as const) }), weight: 2 },
);
/** Some days pass, then somebody does something. */
const history = fc.array(fc.record({ wait: fc.integer({ min: 0, max: 9 }), deed: move }), { maxLength: 16 });

const open = (told: Told[]) => told.find(({ to }) => to === null);
const isPlan = ({ state, from }: Told, today: Day) => state === "proposed" || (state === "active" && from > today);
const clashes = (told: Told[], from: Day) => told.some((one) => one.state !== "declined" && overlaps({ startedOn: one.from, endedOn: one.to }, { startedOn: from, endedOn: null }));

/** The rules in plain words. Says whether the deed may happen, and what the list is then. */
function told(before: Told[], deed: Move, today: Day): Told[] | undefined {
  const now = open(before);
  const rest = before.filter((one) => one !== now);
  if (deed.move === "propose" || deed.move === "open") {
    const from = addDays(today, deed.on);
    return now || clashes(before, from) ? undefined : [...before, { mentor: deed.mentor, from, to: null, state: deed.move === "open" ? "active" : "proposed" }];
  }
  if (!now) return undefined;
  if (deed.move === "end") return ended(rest, now, deed, today);
  if ("by" in deed && deed.by !== "asked" && deed.by !== now.mentor) return undefined;
  if (deed.move === "accept") return now.state === "proposed" ? [...rest, { ...now, state: "active", from: now.from > today ? now.from : today }] : undefined;
  if (deed.move === "decline") return now.state === "proposed" ? [...rest, { ...now, state: "declined", to: today }] : undefined;
  if (deed.move === "pause") return now.state === "active" && now.from <= today ? [...rest, { ...now, state: "paused" }] : undefined;
  return now.state === "paused" ? [...rest, { ...now, state: "active" }] : undefined;
}

function ended(rest: Told[], now: Told, deed: Move & { move: "end" }, today: Day): Told[] | undefined {
  const last = addDays(today, deed.on);
  const plan = isPlan(now, today);
  if (!plan && (last > today || last < now.from)) return undefined;
  const kept: Told[] = plan ? rest : [...rest, { ...now, state: "ended", to: last }];
  if (!deed.next) return kept;
  const from = plan ? now.from : addDays(last, 1);
  return clashes(kept, from) ? undefined : [...kept, { mentor: deed.next, from, to: null, state: "active" }];
}

async function done(town: Town, desk: (who: Who) => Promise<Desk>, deed: Move, today: Day): Promise<void> {
  const { people } = town;
  const rows = await town.store.read.select().from(tables.pairings);
  const now = rows.find(({ menteeId, endedOn }) => menteeId === people.zhao && endedOn === null);
  const pairingId = now?.id ?? newId<"pairing">();
  const office = await desk("chen");
  if (deed.move === "propose" || deed.move === "open") {
    const form = { id: newId<"pairing">(), menteeId: people.zhao, mentorId: people[deed.mentor], startedOn: addDays(today, deed.on), reason: "历史补录" };
    return deed.move === "open" ? openPairing(office, form) : proposePairing(office, form);
  }
  if (deed.move === "end")
    return endPairing(office, EndPairingForm.parse({ pairingId, endedOn: addDays(today, deed.on), reason: "轮岗", nextId: newId<"pairing">(), nextMentorId: deed.next && people[deed.next], handover: "学员已经上手，多带写材料" }));
  const by = "by" in deed && deed.by !== "asked" ? deed.by : now?.mentorId === people.wang ? "wang" : "zhou";
  if (deed.move === "accept") return acceptPairing(await desk(by), { pairingId });
  if (deed.move === "decline") return declinePairing(await desk(by), { pairingId, reason: "忙不过来了" });
  return deed.move === "pause" ? pausePairing(office, { pairingId, reason: "借调", expectedOn: addDays(today, 30) }) : resumePairing(office, { pairingId });
}

test("who mentors a cadre on any day: the database and a plain list of periods agree, whatever happened in whatever order", async () => {
  let agreed = 0;
  await fc.assert(
    fc.asyncProperty(history, async (moves) => {
      const town = await township();
      let [list, today]: [Told[], Day] = [[], start];
      const at = async (who: Who, day: Day) => (await Desk.of(town.store, town.people[who], new Date(`${day}T10:00:00+08:00`)))!;
      for (const { wait, deed } of moves) {
        today = addDays(today, wait);
        const after = told(list, deed, today);
        const outcome = await done(town, (who) => at(who, today), deed, today).then(() => "done", (error: unknown) => error);
        if (outcome !== "done") expect(outcome).toBeInstanceOf(Refusal);
        expect([deed, outcome === "done"]).toEqual([deed, after !== undefined]);
        list = after ?? list;
      }
      for (const day of edgesOf(list, today)) agreed += await agree(town, list, day, at);
      town.store.close();
    }),
    { numRuns: 60 },
  );
  expect(agreed).toBeGreaterThan(25); // days somebody held, over all histories: the test looked at something
}, 60_000);

/** The days on which an answer can change, and today. */
const edgesOf = (list: Told[], today: Day): Set<Day> =>
  new Set([today, ...list.flatMap(({ from, to }) => [addDays(from, -1), from, ...(to ? [to, addDays(to, 1)] : [addDays(from, 40)])])]);

/** On one day: the mentor's rights include the last day; who reviews what is handed in that day looks to tomorrow. */
async function agree(town: Town, list: Told[], day: Day, at: (who: Who, day: Day) => Promise<Desk>): Promise<number> {
  const held = list.filter(({ state }) => state !== "proposed" && state !== "declined");
  const holding = held.filter(({ from, to }) => from <= day && (to === null || to >= day));
  expect(holding.length).toBeLessThanOrEqual(1);
  for (const who of ["wang", "zhou"] as const) {
    const { me } = await at(who, day);
    expect([day, who, me.mentors(town.people.zhao)]).toEqual([day, who, holding[0]?.mentor === who]);
  }
  const reviewer = held.find(({ from, to }) => from <= day && (to === null || to > day));
  expect([day, await mentorOn(await at("zhao", day), town.people.zhao, day)]).toEqual([day, reviewer && town.people[reviewer.mentor as "wang"]]);
  return holding.length;
}

test("the database itself refuses two open at once, a mentor of oneself, and a state that its days deny", async () => {
  const { store, people } = await township();
  const put = (over: object) => store.write((tx) => tx.insert(tables.pairings).values({ mentorId: people.zhou, menteeId: people.zhao, startedOn: start, ...over }));
  await expect(put({ mentorId: people.zhao })).rejects.toThrow();
  await expect(put({ state: "ended" })).rejects.toThrow();
  await expect(put({ state: "paused", endedOn: start })).rejects.toThrow();
  await expect(put({ state: "ended", endedOn: addDays(start, -1) })).rejects.toThrow();
  await put({ state: "proposed" });
  await expect(put({ mentorId: people.wang })).rejects.toThrow();
  await put({ mentorId: people.wang, state: "declined", endedOn: start });
});
