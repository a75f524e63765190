import { asc } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Town, Who } from "@/db/seed/cast";
import { Desk } from "@/lib/gate/desk";

/** The same person at a desk so many minutes later. */
export const after = async (town: Town, who: Who, minutes: number): Promise<Desk> =>
  (await Desk.of(town.store, town.people[who], new Date(town.now.getTime() + minutes * 60_000)))!;

export const allNotices = (town: Town): Promise<Row<"notices">[]> =>
  Promise.resolve(town.store.read.select().from(tables.notices).orderBy(asc(tables.notices.at), asc(tables.notices.id)));

/** What is open, as 「林晓 visit_returned」. */
export async function told(town: Town): Promise<string[]> {
  const names = new Map(Object.entries(town.people).map(([who, id]) => [id, who]));
  return (await allNotices(town)).filter(({ doneAt }) => !doneAt).map(({ personId, kind }) => `${names.get(personId)} ${kind}`).sort();
}
