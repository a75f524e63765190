import { type Id, idFrom } from "@/lib/kernel/id";

type Cursor<Kind extends string> = { at: Date; id: Id<Kind> };

/** Where a list in the order of its moments goes on, as its address says it; what an address gets wrong is none. */
export function momentFrom<Kind extends string>(text: string | string[] | undefined): Cursor<Kind> | undefined {
  const [at, id] = String(text ?? "").split("_");
  const cursor = { at: new Date(Number(at || NaN)), id: idFrom<Kind>(id) };
  return cursor.id && !Number.isNaN(cursor.at.getTime()) ? { at: cursor.at, id: cursor.id } : undefined;
}

export const momentText = ({ at, id }: { at: Date; id: string }): string => `${at.getTime()}_${id}`;
