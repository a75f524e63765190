import { and, asc, eq, inArray, sql } from "drizzle-orm";
import * as z from "zod/mini";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { countsOf } from "./acts";
import { restoreHome, removeHome } from "./acts-home-deeds";
import { knownHomes } from "./acts-homes";
import { removeSeat, restoreSeat } from "./acts-seat-deeds";
import { knownSeats } from "./acts-seats";
import { directoryOf } from "./acts-town";
import type { Directory } from "./directory";
import { type Home, type HomeField, shapeOf } from "./home";
import { isRunning, type Progress, runOnce, step } from "./progress";
import { goodRows } from "./rules";
import { type Seat, type SeatField, seatShape } from "./seat";
import { toldFrom } from "./told";

const { imports, importRows } = tables;
type Written = Pick<Row<"importRows">, "id" | "fate" | "reason" | "subjectId" | "before">;

export async function importToUndo(desk: Desk, importId: Id<"import">): Promise<Row<"imports">> {
  const { imports: seen } = desk.see;
  const [batch] = await desk.select().from(seen).where(eq(seen.id, importId));
  if (!batch) throw Refusal.notFound("这次导入");
  refuseState(desk, batch);
  if (isRunning(importId)) throw Refusal.conflict("这一批正在处理，等它做完");
  return batch;
}

function refuseState(desk: Desk, { state, undoUntil }: Row<"imports">): void {
  if (state === "undone") throw Refusal.conflict("这一批已经撤销过了");
  if (state !== "done") throw Refusal.conflict("这一批还没有导入，不用撤销");
  if (!undoUntil || undoUntil < desk.me.today) throw Refusal.conflict("导入超过 7 天，不能再整批撤销");
}

/** 撤销: what the import added goes, what it changed gets its previous values back; what others have been at since stays. */
export async function undoImport(desk: Desk, importId: Id<"import">): Promise<void> {
  const batch = await importToUndo(desk, importId);
  await runOnce(importId, "undo", goodRows(batch), (progress) =>
    desk.together((d) =>
      d.change("import.undo", importId, async (tx, row) => {
        refuseState(d, row);
        const left = await undoRows(d, tx, row, progress);
        const fates = [...left, ...Array<"skip">(goodRows(row) + row.skipped - left.length).fill("skip")];
        await tx.update(imports).set({ state: "undone", ...countsOf(fates), errors: row.errors }).where(eq(imports.id, importId));
      }),
    ),
  );
}

/** The last line first: what a later row rested on is still there. Returns what stays in the town. */
async function undoRows(desk: Desk, tx: Writer, { id, kind }: Row<"imports">, progress: Progress): Promise<Written["fate"][]> {
  const rows = await tx.select().from(importRows)
    .where(and(eq(importRows.importId, id), inArray(importRows.fate, ["add", "update"]))).orderBy(asc(importRows.line));
  const town = await directoryOf(tx);
  const { seats } = await knownSeats(tx);
  const left: Written["fate"][] = [];
  for (const row of rows.reverse()) {
    const kept = await unlessHeld(tx, () => (kind === "people" ? undoSeat(desk, seats, row) : undoHome(desk, tx, row, town)));
    if (kept) left.push(row.fate);
    await markRow(tx, row, kept);
    await step(progress);
  }
  return left;
}

async function markRow(tx: Writer, { id, reason }: Written, kept: string | undefined): Promise<void> {
  const notes = [kept ? `撤销时保留：${kept}` : "已撤销"];
  await tx.update(importRows).set({ ...(!kept && { fate: "skip" as const }), reason: JSON.stringify({ ...toldFrom(reason), notes }) }).where(eq(importRows.id, id));
}

const someoneElse = "导入之后有人改过";

async function undoHome(desk: Desk, tx: Writer, { fate, subjectId, before }: Written, town: Directory): Promise<string | undefined> {
  const { fields, was, now } = memoryOf<Home, HomeField>(before);
  const [known] = await knownHomes(tx, { householdId: subjectId as Id<"household"> });
  if (!known) return undefined;
  if (shapeOf(known.home, fields) !== now || known.leftOn) return someoneElse;
  if (fate === "add") await removeHome(desk, known.id, known.home.keepers);
  else await restoreHome(desk, { ...known, villageName: town.villageName(known.villageId) }, known.home, { ...known.home, ...only(was!, fields!) });
  return undefined;
}

async function undoSeat(desk: Desk, seats: ReadonlyMap<Id<"person">, Seat>, { fate, subjectId, before }: Written): Promise<string | undefined> {
  const { fields, was, now } = memoryOf<Seat, SeatField>(before);
  const id = subjectId as Id<"person">;
  const seat = seats.get(id);
  if (!seat) return undefined;
  if (seatShape(seat, fields) !== now) return someoneElse;
  if (fate === "add") await removeSeat(desk, id);
  else await restoreSeat(desk, id, seat, { ...seat, ...only(was!, fields!) });
  return undefined;
}

const Memory = z.object({ fields: z.optional(z.array(z.string())), was: z.optional(z.unknown()), now: z.string() });
/** What `addHome`, `reviseHome` and their like for people wrote down; nobody else writes this column. */
const memoryOf = <State, Field extends keyof State>(before: string | null) =>
  Memory.parse(JSON.parse(before ?? "null")) as { fields?: Field[]; was?: State; now: string };

const only = <State extends object, Field extends keyof State>(state: State, fields: readonly Field[]): Partial<State> =>
  Object.fromEntries(Object.entries(state).filter(([field]) => fields.some((one) => one === field))) as Partial<State>;

/** A visit, a look behind a mask, a session: whatever hangs on a row, its foreign key says so, and the row stays. */
async function unlessHeld(tx: Writer, work: () => Promise<string | undefined>): Promise<string | undefined> {
  await tx.run(sql`savepoint import_row`);
  try {
    const kept = await work();
    await tx.run(sql`release import_row`);
    return kept;
  } catch (error) {
    await tx.run(sql`rollback to import_row`);
    await tx.run(sql`release import_row`);
    if (isHeld(error)) return "已经有走访、查看记录或别的资料";
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

const isHeld = (error: unknown): boolean =>
  error instanceof Error && (("code" in error && error.code === "SQLITE_CONSTRAINT_FOREIGNKEY") || isHeld(error.cause));
