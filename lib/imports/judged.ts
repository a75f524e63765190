import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import type { RowFate } from "@/lib/words/import";
import type { Directory } from "./directory";
import type { NewHome } from "./home";
import type { RowReader } from "./row";
import type { Told } from "./told";

export type Subject = Id<"person"> | Id<"household">;

/** A row under the town as it is: what becomes of it, what was seen of its subject, and the deed itself, not yet done. */
export type Judged = {
  fate: RowFate;
  told: Told;
  subjectId?: Subject;
  /** The subject as the check saw it. When it looks different later, somebody else has been at it. */
  seen: string;
  /** A household to add: those are written many at once. */
  newHome?: NewHome;
  deed?: (desk: Desk, tx: Writer) => Promise<Done>;
};
export type Done = { subjectId: Subject; before: string };

/** The line of the file, and its reader. */
export type Line = { line: number; row: RowReader };
export type Bench = { lines: readonly Line[]; town: Directory; today: Day };

export const nothing = (row: RowReader): Told => ({ faults: row.faults, changes: [], notes: row.notes });
export const asError = (row: RowReader): Judged => ({ fate: "error", told: nothing(row), seen: "" });
