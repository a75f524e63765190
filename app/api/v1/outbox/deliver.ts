import * as z from "zod/mini";
import { isVisitKept } from "@/lib/gate/blackout";
import type { Desk } from "@/lib/gate/desk";
import { idFrom } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { handInSheet } from "@/lib/quizzes/acts-sheets";
import { SheetForm } from "@/lib/quizzes/forms-sheets";
import { saveDraft, submitVisit } from "@/lib/visits/acts";
import { parkVisit } from "@/lib/visits/acts-parked";
import { DraftForm, VisitForm, type VisitInput } from "@/lib/visits/forms";
import { inputOf, visitInFull } from "@/lib/visits/reads-one";
import type { ParkedAnswer } from "@/lib/visits/reads-parked";
import type { VisitState } from "@/lib/words/visit";

export type Delivery = { owner?: string; sentAt?: number; items: unknown[] };
/** The visit as it stands here, where that is not what the phone knew. */
export type Theirs = { visit: VisitInput; state: VisitState; version: number; door?: string };
/** What became of one item. `id` is null only where none could be read. */
export type Result = { id: string | null } & (
  | { result: "sent"; version: number }
  | { result: "rejected"; message: string; fields: Record<string, string>; parked?: ParkedAnswer }
  | { result: "conflict"; message: string; theirs?: Theirs }
  | { result: "again"; message: string }
);

const deeds = {
  submit: { form: VisitForm, act: submitVisit },
  save: { form: DraftForm, act: saveDraft },
};
const Item = z.discriminatedUnion("deed", [
  z.object({ deed: z.enum(["submit", "save"]), visit: z.unknown() }),
  z.object({ deed: z.literal("examine"), sheet: z.unknown() }),
]);
const names = z.object({ id: z.string() });
const Named = z.union([
  z.pipe(z.object({ visit: names }), z.transform(({ visit }: { visit: { id: string } }) => visit.id)),
  z.pipe(z.object({ sheet: names }), z.transform(({ sheet }: { sheet: { id: string } }) => sheet.id)),
]);

/** A week without a signal comes as hundreds of items; so many go at once before others get a word in between. */
const FEW = 4;

/** Each item is a transaction of its own, in the order they came: what goes wrong with one is no matter to the next. */
export async function deliver(desk: Desk, { items, sentAt }: Delivery): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) {
    const began = performance.now();
    const named = Named.safeParse(item);
    const id = named.success ? named.data : null;
    results.push(await deliverOne(desk, item, sentAt).catch((error: unknown) => answerTo(desk, id, error)).catch(again(id)));
    if (items.length > FEW) await breath(2 * (performance.now() - began));
  }
  return results;
}

/** Whoever reads a page meanwhile waits for one item, not for twenty. */
const breath = (ms: number): Promise<void> => new Promise((go) => setTimeout(go, ms));

/** Said of a field for which the form itself has no words. */
const worded = { error: () => "这一条里有系统读不懂的内容。先导出文字，再找党建办" };

async function deliverOne(desk: Desk, raw: unknown, sentAt: number | undefined): Promise<Result> {
  const item = Item.parse(raw, worded);
  const claim = sentAt === undefined ? {} : { sentAt };
  return item.deed === "examine" ? deliverSheet(desk, item.sheet, claim) : deliverVisit(desk, item.deed, item.visit, claim);
}

type Claim = { sentAt?: number };

async function deliverVisit(desk: Desk, deed: keyof typeof deeds, raw: unknown, claim: Claim): Promise<Result> {
  const { form, act } = deeds[deed];
  const visit = form.parse(raw, worded);
  if (await isVisitKept(desk, visit)) return laterOn(visit.id);
  try {
    const { id, version } = await act(desk, visit, claim);
    return { id, result: "sent", version };
  } catch (error) {
    const parked = deed === "submit" && isLostDoor(error) ? await parkVisit(desk, visit, claim) : undefined;
    if (!parked) throw error;
    return { id: visit.id, result: "rejected", message: parked.message, fields: {}, parked };
  }
}

/** An exam sheet stands as it first arrived: there is no second version of it to be laid beside. */
async function deliverSheet(desk: Desk, raw: unknown, claim: Claim): Promise<Result> {
  const sheet = SheetForm.parse(raw, worded);
  try {
    await handInSheet(desk, sheet, claim);
    return { id: sheet.id, result: "sent", version: 1 };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { id: sheet.id, result: "rejected", message: error.message, fields: {} };
  }
}

/** May not write there, or does not see the door any more. Whether it once was the author's is the act's to find out. */
const isLostDoor = (error: unknown): boolean =>
  error instanceof Refusal && (error.code === "forbidden" || (error.code === "invalid" && error.field === "householdId"));

async function answerTo(desk: Desk, id: string | null, error: unknown): Promise<Result> {
  if (error instanceof z.core.$ZodError) return unread(id, error);
  if (!(error instanceof Refusal)) throw error;
  const { code, field, message } = error;
  if (code !== "conflict") return { id, result: "rejected", message, fields: field ? { [field]: message } : {} };
  const theirs = await theirsOf(desk, id);
  return { id, result: "conflict", message, ...(theirs && { theirs }) };
}

/** The first fault of each field, as the form would say it. */
function unread(id: string | null, { issues }: z.core.$ZodError): Result {
  const faults = issues.toReversed().map((issue) => [issue.path.join("."), issue.message]);
  const fields = Object.fromEntries(faults) as Record<string, string>;
  return { id, result: "rejected", message: issues[0]?.message ?? "", fields };
}

/** The author's own visit as it stands here, to be laid beside what the phone holds. */
async function theirsOf(desk: Desk, id: string | null): Promise<Theirs | undefined> {
  const visitId = idFrom<"visit">(id ?? undefined);
  const full = visitId && (await visitInFull(desk, visitId));
  if (!full || full.visit.authorId !== desk.me.id) return undefined;
  const { household, householder, firm, village } = full;
  const door = `${firm?.name ?? `${householder?.name ?? household?.maskedName ?? "农"} 户`} · ${village.name}`;
  return { visit: inputOf(full), state: full.visit.state, version: full.visit.version, door };
}

const again = (id: string | null) => (error: unknown): Result => {
  console.error(error);
  return laterOn(id);
};
const laterOn = (id: string | null): Result => ({ id, result: "again", message: "现在没能收下，过一会儿会再发一次" });
