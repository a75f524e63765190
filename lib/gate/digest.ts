import "server-only";
import { and, asc, count, eq, gte, isNotNull, isNull, lt, lte, notExists } from "drizzle-orm";
import { subselect as q } from "@/db/columns";
import { type Row, tables } from "@/db/schema";
import type { Store } from "@/db/store";
import { dayOf, startOf } from "@/lib/kernel/calendar";
import { almanacOf } from "./almanac";
import { isQuiet } from "./quiet";
import type { Robot } from "./robot";

const { deliveries: d, notices: n, people } = tables;

/** 08:30: the one digest of a working day. */
export const DIGEST_MS = 8.5 * 3_600_000;
/** Both robots fall silent for ten minutes after twenty in one. */
export const A_MINUTE = 18;
const MINUTE = 60_000;
export const MOST_TRIES = 5;
/** What may stand in a mention: a staff number and nothing that could be read as anything else. */
const speakable = /^[\w.-]{1,64}$/;

/**
 * One round, to be made every minute: who has something waiting at half past eight is told once that day, at most
 * eighteen a minute. What the robot does not take is tried again 2, 4, 8, 16 minutes later, and then given up.
 */
export function digestRound(store: Store, robot: Robot, clock: () => Date): () => Promise<void> {
  const sent: number[] = [];
  return async () => {
    const now = clock();
    const begins = new Date(startOf(dayOf(now)).getTime() + DIGEST_MS);
    if (now < begins || isQuiet(now, await almanacOf(store.read))) return;
    const today = startOf(dayOf(now));
    await giveUpBefore(store, today);
    await queueDigest(store, robot, now, today, begins);
    const lately = sent.filter((at) => at > now.getTime() - MINUTE);
    sent.splice(0, sent.length, ...lately);
    for (const one of await waiting(store, now, A_MINUTE - sent.length)) {
      sent.push(clock().getTime());
      await deliver(store, robot, one, clock);
    }
  };
}

/** What could not be said yesterday is said anew today, or not at all. */
async function giveUpBefore(store: Store, today: Date): Promise<void> {
  const stale = and(eq(d.state, "waiting"), lt(d.at, today));
  const [some] = await store.read.select({ id: d.id }).from(d).where(stale).limit(1);
  if (some) await store.write(async (tx) => void (await tx.update(d).set({ state: "given_up" }).where(stale)));
}

/** Whoever was shown something by `begins` that is open still, and has not been told today. */
async function queueDigest(store: Store, { channel }: Robot, now: Date, today: Date, begins: Date): Promise<void> {
  const told = q.select({ id: d.id }).from(d).where(and(eq(d.personId, people.id), gte(d.at, today)));
  const open = await store.read.select({ personId: people.id, staffNo: people.staffNo, n: count() }).from(people)
    .innerJoin(n, and(eq(n.personId, people.id), isNull(n.doneAt), lte(n.showAt, begins)))
    .where(and(isNull(people.leftOn), isNotNull(people.staffNo), notExists(told))).groupBy(people.id);
  const rows = open.filter(({ staffNo }) => speakable.test(staffNo ?? "")).map((one) =>
    ({ personId: one.personId, channel, count: one.n, state: "waiting" as const, nextAt: now, at: now }));
  if (rows.length === 0) return;
  await store.write(async (tx) => void (await tx.insert(d).values(rows)));
}

type Waiting = Pick<Row<"deliveries">, "id" | "count" | "tries"> & { staffNo: string | null };

const waiting = (store: Store, now: Date, most: number): Promise<Waiting[]> =>
  Promise.resolve(store.read.select({ id: d.id, count: d.count, tries: d.tries, staffNo: people.staffNo }).from(d)
    .innerJoin(people, eq(people.id, d.personId))
    .where(and(eq(d.state, "waiting"), lte(d.nextAt, now))).orderBy(asc(d.nextAt), asc(d.id)).limit(Math.max(0, most)));

/** The try is written down before it is made: whatever happens then, it counts. Nothing is held while the robot is asked. */
async function deliver(store: Store, robot: Robot, { id, count, staffNo, tries }: Waiting, clock: () => Date): Promise<void> {
  const tried = tries + 1;
  const state = tried < MOST_TRIES ? ("waiting" as const) : ("given_up" as const);
  const nextAt = new Date(clock().getTime() + 2 ** tried * MINUTE);
  await store.write(async (tx) => void (await tx.update(d).set({ tries: tried, state, nextAt }).where(eq(d.id, id))));
  try {
    await robot.send({ staffNo: staffNo ?? "", count });
  } catch (error) {
    return console.error(error instanceof Error ? error.message : error);
  }
  await store.write(async (tx) => void (await tx.update(d).set({ state: "sent" }).where(eq(d.id, id))));
}

/** Once a minute while the process lives. A round that breaks is told of and does not end the next one; two are never at once. */
export function everyMinute(round: () => Promise<void>): NodeJS.Timeout {
  let busy = false;
  const turn = async () => {
    if (busy) return;
    busy = true;
    await round().catch((error: unknown) => console.error(error));
    busy = false;
  };
  return setInterval(() => void turn(), MINUTE).unref();
}
