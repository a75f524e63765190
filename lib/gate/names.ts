import "server-only";
import { inArray } from "drizzle-orm";
import type { Id } from "@/lib/kernel/id";
import type { Desk } from "./desk";

type Someone = Id<"person"> | null | undefined;

/** What these people are called; of nobody, nothing. One question, and none where there is nobody to ask about. */
export async function namesOf(desk: Desk, ids: readonly Someone[]): Promise<(id: Someone) => string> {
  const { people } = desk.see;
  const asked = [...new Set(ids.filter((id) => id !== null && id !== undefined))];
  const rows = asked.length === 0 ? [] : await desk.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, asked));
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => (id && names.get(id)) ?? "";
}
