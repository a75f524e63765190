import { writeSync } from "node:fs";
import { eq } from "drizzle-orm";
import { tables } from "@/db/schema";
import { qingxi } from "@/db/seed/cast";
import type { Store } from "@/db/store";
import { openTown, TownIsOpen } from "@/db/town";
import { Desk } from "@/lib/gate/desk";
import { submitVisit } from "@/lib/visits/acts";
import { aVisit } from "./visits";

/*
 * A process of its own that opens a town, to be killed: `hold` keeps it open, `write` hands in one visit after another
 * and says the id of each only when it is written. Says `open` or `taken` first.
 */
const now = new Date("2026-03-04T09:00:00+08:00");
const say = (line: string) => writeSync(1, `${line}\n`); // nothing is buffered: what the parent reads was said before the kill

async function lin(store: Store) {
  const { people, households } = tables;
  const [someone] = await store.read.select().from(people).where(eq(people.name, "林晓"));
  if (!someone) await qingxi(store, now);
  const [person] = await store.read.select().from(people).where(eq(people.name, "林晓"));
  const [zhang] = await store.read.select().from(households).where(eq(households.maskedName, "张**"));
  const { id } = zhang!;
  return { desk: (await Desk.of(store, person!.id, now))!, homes: { zhang: id, li: id, sun: id, qian: id } };
}

async function write(store: Store): Promise<never> {
  const { desk, homes } = await lin(store);
  for (;;) {
    const { id } = await submitVisit(desk, aVisit({ homes }, { matter: "report", problemTitle: "屋后水沟堵塞" }));
    say(id);
  }
}

function open(): Store {
  try {
    return openTown();
  } catch (error) {
    if (!(error instanceof TownIsOpen)) throw error;
    say("taken");
    process.exit(3);
  }
}

const store = open();
say("open");
if (process.argv[2] === "write") await write(store);
else setInterval(() => undefined, 1000);
