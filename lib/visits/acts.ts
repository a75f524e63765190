import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { type NewRow, type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import { almanacOf } from "@/lib/gate/almanac";
import type { Desk } from "@/lib/gate/desk";
import { lostDoor } from "@/lib/gate/keeper";
import { settleNotices } from "@/lib/gate/notices";
import { addDays, addWorkingHours, dayOf, weekOf } from "@/lib/kernel/calendar";
import { spokenDay } from "@/lib/kernel/day";
import { Refusal } from "@/lib/kernel/refusal";
import type { VisitMove } from "@/lib/words/visit";
import { attach, raiseProblem } from "./acts-beside";
import { keepBooks } from "./acts-books";
import { dropPhotosOf } from "./acts-photos";
import { dropProposalsOf, proposeFacts } from "./acts-proposals";
import { noLongerParked } from "./acts-parked-own";
import type { VisitForm, VisitVersionForm } from "./forms";
import { doorOf, mentorOn, myVisit } from "./reads-one";
import { moved, REVIEW_HOURS } from "./rules";

const { companions, nextSteps, visitPlaces, visits, visitSteps, visitVersions } = tables;
type Visit = Row<"visits">;
type Mine = NonNullable<Awaited<ReturnType<typeof myVisit>>>;
type Entry = Pick<Visit, "villageId" | "week" | "bodyHash" | "skewed">
  & Partial<Pick<Visit, "reviewerId" | "submittedAt" | "dueAt" | "capturedAt">>;
type Done = Pick<Visit, "id" | "version">;
/** What the phone says of the sending itself. */
export type Claim = { sentAt?: number };

/**
 * Hands a visit in. The id is the phone's own: the same form sent again (a dropped signal, a double tap) is the same
 * visit, and other words under the same id are refused. A draft or a returned visit goes on from where it stands.
 */
export const submitVisit = (desk: Desk, form: VisitForm, claim: Claim = {}): Promise<Done> =>
  atMyDoor(desk, form, async (d) => {
    const bodyHash = hashOf(form);
    const mine = await myVisit(d, form.id);
    if (mine && arrived(mine, form, bodyHash)) return { id: mine.id, version: mine.version };
    if (mine?.state === "submitted" || mine?.state === "approved") return alreadyIn(mine, bodyHash);
    const entry = await entryOf(d, form, bodyHash, claim);
    // The save of these very words arrived, and its answer was lost on the way back.
    const known = mine?.state === "draft" && mine.bodyHash === savedHashOf(form) ? { ...form, version: mine.version } : form;
    const visit = mine
      ? await goOn(d, mine.state === "returned" ? "resubmit" : "submit", known, entry)
      : await beginVisit(d, "visit.submit", form, entry);
    await raiseProblem(d, visit, form);
    await proposeFacts(d, visit, form);
    return { id: visit.id, version: visit.version };
  });

/** Puts a visit aside, with only the door known. */
export const saveDraft = (desk: Desk, form: VisitForm, claim: Claim = {}): Promise<Done> =>
  atMyDoor(desk, form, async (d) => {
    const savedHash = savedHashOf(form);
    const mine = await myVisit(d, form.id);
    if (mine && arrived(mine, form, savedHash)) return { id: mine.id, version: mine.version };
    const { villageId, week, bodyHash, skewed, capturedAt } = await entryOf(d, form, savedHash, claim);
    const entry = { villageId, week, bodyHash, skewed, ...(capturedAt && { capturedAt }) };
    const visit = mine ? await goOn(d, "save", form, entry) : await beginVisit(d, "visit.save", form, entry);
    return { id: visit.id, version: visit.version };
  });

/** All or nothing; and whose door it is now, where it is no longer mine. */
const atMyDoor = (desk: Desk, form: VisitForm, work: (d: Desk) => Promise<Done>): Promise<Done> =>
  desk.together(work).catch(async (error: unknown) => {
    if (!(error instanceof Refusal) || error.code !== "forbidden") throw error;
    throw Refusal.forbidden((await lostDoor(desk, doorIn(form)))?.words);
  });

/** The author takes it back while nobody has answered; it is a draft again. */
export async function recallVisit(desk: Desk, form: VisitVersionForm): Promise<void> {
  await desk.change("visit.recall", form.visitId, async (tx, visit) => {
    await step(tx, desk, visit, "recall", { reviewerId: null, dueAt: null }, "", form.version);
    await settleNotices(tx, desk, "visit", visit.id, { kinds: ["review_handed"] });
  });
}

/** Only what was never handed in can be thrown away. */
export async function discardDraft(desk: Desk, form: VisitVersionForm): Promise<void> {
  await desk.together((d) => d.change("visit.discard", form.visitId, async (tx, visit) => {
    if (visit.state !== "draft" || visit.submittedAt) throw Refusal.conflict("交过的走访日志会一直保留，不能删除");
    await dropPhotosOf(tx, d, visit.id);
    await dropProposalsOf(tx, visit.id);
    for (const table of [companions, nextSteps, visitPlaces, visitSteps]) await tx.delete(table).where(eq(table.visitId, visit.id));
    await tx.delete(visits).where(eq(visits.id, visit.id));
  }));
}

/** Everything but the version it was opened on and the phone's clock, whatever order the fields came in. */
export function hashOf(form: VisitForm, deed = ""): string {
  // An older form knows no place, no photos and no 户情: without them its print is what it was.
  const aside = ["version", "capturedAt", ...(form.place ? [] : ["place"]), ...laterLists.filter((field) => form[field].length === 0)];
  const said = Object.entries(form).filter(([field]) => !aside.includes(field)).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(deed + JSON.stringify(said)).digest("hex");
}

const laterLists = ["photoIds", "proposals"] as const;

/** Putting aside is not handing in, be it the same words. */
const savedHashOf = (form: VisitForm): string => hashOf(form, "save:");

/** The same delivery once more: it has been done, whatever became of the visit since. */
const arrived = (mine: Mine, form: VisitForm, bodyHash: string): boolean => mine.bodyHash === bodyHash && form.version < mine.version;

function alreadyIn(mine: Mine, bodyHash: string): Done {
  if (mine.bodyHash === bodyHash) return { id: mine.id, version: mine.version };
  throw Refusal.conflict("这条走访已经提交过，内容和这次的不一样。先撤回，再改");
}

/** What the server knows of a visit beyond its form: the place, the week, who reviews it and by when. */
async function entryOf(desk: Desk, form: VisitForm, bodyHash: string, claim: Claim): Promise<Entry> {
  const today = dayOf(desk.now);
  if (form.visitedOn < addDays(today, -366)) throw Refusal.invalid("visitedOn", "走访日期太早了，只能补记一年以内的");
  if (form.visitedOn > today) throw Refusal.invalid("visitedOn", `走访日期不能晚于今天（${spokenDay(today)}）`);
  const door = await doorOf(desk, form);
  const choose = form.kind === "enterprise" ? "选择走访的企业" : "选择走访的农户";
  if (!door) throw Refusal.invalid("householdId", (await lostDoor(desk, doorIn(form)))?.words ?? choose);
  const dueAt = addWorkingHours(desk.now, REVIEW_HOURS, await almanacOf(desk));
  const reviewerId = (await mentorOn(desk, desk.me.id, today)) ?? null;
  const handedIn = { reviewerId, submittedAt: desk.now, dueAt };
  return { villageId: door.villageId, week: weekOf(form.visitedOn), bodyHash, ...handedIn, ...clocksOf(desk.now, form, claim) };
}

/** The phone's clock is a claim: noted when it is far off, and never a reason to refuse. What is no time at all is not kept. */
export function clocksOf(now: Date, { capturedAt }: VisitForm, { sentAt = capturedAt ?? undefined }: Claim): Pick<Entry, "capturedAt" | "skewed"> {
  const skewed = sentAt !== undefined && !(Math.abs(sentAt - now.getTime()) <= 600_000);
  const at = capturedAt === null ? undefined : new Date(capturedAt);
  return { skewed, ...(at && !Number.isNaN(at.getTime()) && { capturedAt: at }) };
}

/** The one door that counts for its kind, whatever else was once chosen. */
export const doorIn = ({ kind, householdId, enterpriseId }: VisitForm) =>
  (kind === "enterprise" ? { householdId: null, enterpriseId } : { householdId, enterpriseId: null });

export const wordsOf = (form: VisitForm) => {
  const { kind, visitedOn, slot, notDone, account, atmosphere, matter, nextVisitOn } = form;
  const door = { kind, ...doorIn(form), visitedOn, slot, notDone, account, nextVisitOn };
  if (notDone) return { ...door, topics: [], atmosphere: null, matter: null };
  return { ...door, topics: [...new Set(form.topics)], atmosphere, matter };
};

async function beginVisit(desk: Desk, action: "visit.submit" | "visit.save", form: VisitForm, entry: Entry): Promise<Visit> {
  const move: VisitMove = action === "visit.submit" ? "submit" : "save";
  await noLongerParked(desk, form.id);
  return desk.begin(action, async (tx) => {
    const [taken] = await tx.select({ id: visits.id }).from(visits).where(eq(visits.id, form.id));
    if (taken) throw Refusal.notFound("这一条"); // somebody else's: mine would have been seen
    const row = { ...wordsOf(form), ...entry, id: form.id, authorId: desk.me.id, state: moved(null, move) };
    const [visit] = await tx.insert(visits).values(row).returning();
    await attach(tx, desk, visit!, form, true);
    await writeStep(tx, desk, null, visit!, move, "");
    await keepBooks(tx, null, visit!, desk.now);
    return visit!;
  });
}

async function goOn(desk: Desk, move: "save" | "submit" | "resubmit", form: VisitForm, entry: Partial<Entry>): Promise<Visit> {
  let after: Visit | undefined;
  await desk.change(`visit.${move}`, form.id, async (tx, visit) => {
    // A returned visit that is put aside half mended stays returned: its reviewer's note stands until it is answered.
    const stays = move === "save" && visit.state === "returned" && { state: visit.state };
    after = await step(tx, desk, visit, move, { ...wordsOf(form), ...entry, ...stays }, "", form.version);
    await attach(tx, desk, after, form, false);
    if (move === "resubmit") await settleNotices(tx, desk, "visit", visit.id);
  });
  return after!;
}

/**
 * One move of a visit: a guarded UPDATE on (id, state, version), its row in the history, and the books beside it.
 * Zero rows means somebody was first; the caller's transaction then leaves nothing.
 */
export async function step(
  tx: Writer, desk: Desk, visit: Visit, move: VisitMove, set: Partial<NewRow<"visits">>, note: string, version: number,
): Promise<Visit> {
  const values = { state: moved(visit.state, move), ...set, version: visit.version + 1 };
  const [after] = await tx.update(visits).set(values)
    .where(and(eq(visits.id, visit.id), eq(visits.state, visit.state), eq(visits.version, version))).returning();
  if (!after) throw Refusal.conflict("这条走访日志刚在别处改过。刷新看看最新的内容，再决定怎么改");
  await writeStep(tx, desk, visit.state, after, move, note);
  await keepBooks(tx, visit, after, desk.now);
  return after;
}

async function writeStep(tx: Writer, desk: Desk, from: Visit["state"] | null, visit: Visit, move: VisitMove, note: string) {
  const { id: visitId, state: to, version, account } = visit;
  await tx.insert(visitSteps).values({ visitId, move, from, to, actorId: desk.me.id, at: desk.now, note, version });
  if (move === "submit" || move === "resubmit") await tx.insert(visitVersions).values({ visitId, version, account, at: desk.now });
}
