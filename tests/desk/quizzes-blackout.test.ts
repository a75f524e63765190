import { eq } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { answerTo } from "@/app/(desk)/search/answer";
import { GET as packRoute } from "@/app/api/v1/pack/route";
import { type TableName, tables } from "@/db/schema";
import { assign } from "@/db/seed/place";
import type { Desk } from "@/lib/gate/desk";
import { pictureOf } from "@/lib/gate/picture";
import { household } from "@/lib/households/reads-file";
import { householdsPage } from "@/lib/households/reads";
import type { Day } from "@/lib/kernel/day";
import { type Id, newId } from "@/lib/kernel/id";
import { countNotices, noticesPage } from "@/lib/notices/reads";
import { dealCard } from "@/lib/practice/acts-deal";
import { dueCards } from "@/lib/practice/reads";
import { nextHomes } from "@/lib/suggestions/reads";
import { openProblems, problem, problemsPage } from "@/lib/problems/reads";
import { notePeek } from "@/lib/quizzes/acts-peeks";
import { handInSheet } from "@/lib/quizzes/acts-sheets";
import { examPaper } from "@/lib/quizzes/reads-exam";
import { submitVisit } from "@/lib/visits/acts";
import { openMattersAt } from "@/lib/visits/reads-matters";
import { doorById, doorsFor } from "@/lib/visits/reads-doors";
import { earlierAt, visitInFull } from "@/lib/visits/reads-one";
import { homesToCarry } from "@/lib/visits/reads-pack";
import { myParked } from "@/lib/visits/reads-parked";
import { myWeek, visitsPage } from "@/lib/visits/reads";
import { myDrafts, returnedToMe } from "@/lib/dashboard/reads";
import { villageBoard } from "@/lib/dashboard/reads-board";
import { days, drawn, HOUR, type Planned, planned, sheetFor, sitsAt } from "../support/quiz-life";
import { aVisit } from "../support/visits";

/* 考核期间: what is planted about the drawn household is looked for word by word, in every table and in every question that pages ask. */

const asked = vi.hoisted((): { by: unknown } => ({ by: undefined }));
vi.mock("@/lib/gate/session", () => ({ deskOfRequest: () => Promise.resolve(asked.by) }));
vi.mock("@/app/api/v1/revoked", () => ({ revokedHere: () => Promise.resolve(false) }));

let at: Planned;
let home: Id<"household">;
let visitId: Id<"visit">;
let problemId: Id<"problem">;
let photoId: Id<"photo">;
beforeEach(async () => {
  at = await planned({ two: false });
  await drawn(at);
  home = (await at.town.store.read.select().from(tables.draws))[0]!.householdId!;
  [visitId, problemId, photoId] = [newId<"visit">(), newId<"problem">(), newId<"photo">()];
  await plant();
});

const lin = (ms: number) => sitsAt(at.town, at.town.people.lin, ms);
const duringIt = () => lin(HOUR);
/** The day after the quiz has run out; the same person, the same seats. */
const afterwards = () => lin(days(1) + HOUR);

/** About the drawn household, by the examinee and by others: of each sort one thing, each with a word of its own. */
async function plant(): Promise<void> {
  const { town } = at;
  // Whichever of the two was drawn: the examinee keeps it.
  if (home !== town.homes.zhang) await town.store.write((tx) => assign(tx, town.people.lin, { villageId: town.villages.dongling, householdId: home }, "2026-01-01" as Day));
  const form = aVisit(town, { id: visitId, householdId: home, account: "金丝雀在屋后唱歌，老人说水沟又堵了", matter: "none" });
  await submitVisit(await afterwards(), form);
  const row = { householdId: home, villageId: town.villages.dongling };
  await town.store.write(async (tx) => {
    await tx.update(tables.households).set({ maskedName: "金雀**", code: "canary-code", groupName: "canary-group", searchKey: "金雀 canary-code" }).where(eq(tables.households.id, home));
    await tx.update(tables.householders).set({ name: "金丝雀户主", address: "canary-address" }).where(eq(tables.householders.householdId, home));
    await tx.update(tables.memberNames).set({ name: "金丝雀家人" }).where(eq(tables.memberNames.householdId, home));
    await tx.update(tables.factValues).set({ says: "canary-fact" }).where(eq(tables.factValues.householdId, home));
    await tx.insert(tables.problems).values({ ...row, id: problemId, visitId, raisedById: town.people.lin, handlerId: town.people.lin, raisedAt: town.now, title: "canary-problem", topic: "other", state: "collected" });
    await tx.insert(tables.photos).values({ id: photoId, visitId, authorId: town.people.lin, position: 0, state: "awaited" });
    await tx.insert(tables.nextSteps).values({ visitId, side: "ours", words: "canary-step" });
    await tx.insert(tables.visitComments).values({ visitId, authorId: town.people.wang, version: 1, quote: "", words: "canary-remark", state: "sent", at: town.now });
    await tx.insert(tables.parkedVisits).values({ ...row, id: newId<"visit">(), authorId: town.people.lin, body: "{}", bodyHash: "", reason: "canary-parked", state: "parked", parkedAt: town.now });
    await tx.insert(tables.factProposals).values({ ...row, kind: "income", topic: null, says: "canary-proposal", asOf: "2026-03-04" as Day, source: "visit", proposedById: town.people.lin, proposedAt: town.now });
    await tx.insert(tables.unmaskings).values({ householdId: home, personId: town.people.lin, field: "facts", reason: "verify", words: "canary-opening", at: town.now, until: new Date(town.now.getTime() + days(9)) });
    await tx.insert(tables.suggestionAnswers).values({ personId: town.people.lin, householdId: home, answer: "not_now", reason: "other", words: "canary-suggestion", day: "2026-03-04" as Day, untilOn: "2026-03-20" as Day });
    for (const [kind, subject, subjectId] of [["fact_waits", "household", home], ["visit_returned", "visit", visitId]] as const)
      await tx.insert(tables.notices).values({ personId: town.people.lin, kind, subject, subjectId, at: town.now, showAt: town.now });
  });
}

const signs = () => ["canary", "金雀", "金丝雀", home, visitId, problemId, photoId];
const holds = (told: unknown): string[] => signs().filter((sign) => JSON.stringify(told ?? null).includes(sign));

/** One's own lines of the ledger, which an auditor alone reads; and where a visit stands in the index of words. */
const unread: readonly TableName[] = ["ledger", "visitDocs"];

async function everyTable(desk: Desk): Promise<string[]> {
  const names = (Object.keys(tables) as TableName[]).filter((name) => !unread.includes(name));
  const found = await Promise.all(names.map(async (name) => [name, holds(await desk.select().from(desk.see[name]))] as const));
  return found.filter(([, seen]) => seen.length > 0).map(([name]) => name);
}

/** As the pages, the form, the search, the home and the phone ask. */
const questions: Record<string, (desk: Desk) => Promise<unknown>> = {
  list: (desk) => householdsPage(desk, {}),
  file: (desk) => household(desk, home),
  "next homes": (desk) => nextHomes(desk),
  practice: (desk) => dealCard(desk),
  due: (desk) => dueCards(desk, 20),
  doors: (desk) => doorsFor(desk),
  door: (desk) => doorById(desk, home),
  carried: (desk) => homesToCarry(desk),
  "search name": (desk) => answerTo(desk, "金雀"),
  "search code": (desk) => answerTo(desk, "canary-code"),
  "search visits": (desk) => answerTo(desk, "金丝雀在屋后"),
  visits: (desk) => visitsPage(desk, {}),
  visit: (desk) => visitInFull(desk, visitId),
  earlier: (desk) => earlierAt(desk, { householdId: home, enterpriseId: null, visitedOn: "2026-03-09" as Day, id: newId<"visit">() }),
  matters: (desk) => openMattersAt(desk, home),
  problems: (desk) => problemsPage(desk, {}),
  problem: (desk) => problem(desk, problemId),
  "problems open": (desk) => openProblems(desk),
  notices: (desk) => noticesPage(desk, "open"),
  parked: (desk) => myParked(desk),
  week: (desk) => myWeek(desk),
  drafts: (desk) => myDrafts(desk),
  returned: (desk) => returnedToMe(desk),
  board: (desk) => villageBoard(desk),
};

const answersOf = async (desk: Desk): Promise<string[]> => {
  const found: string[] = [];
  for (const [name, ask] of Object.entries(questions)) if (holds(await ask(desk).catch(() => undefined)).length > 0) found.push(name);
  return found;
};

test("no table shows the examinee anything of the drawn household while the quiz runs; before and after they do", async () => {
  const [before, during, after] = [await everyTable(await sitsAt(at.town, at.town.people.zhao, HOUR)), await everyTable(await duringIt()), await everyTable(await afterwards())];
  expect(before).toEqual([]); // 赵宁 serves another village
  expect(during).toEqual([]);
  expect(after).toEqual(expect.arrayContaining(["households", "householders", "members", "memberNames", "facts", "factValues", "visits", "nextSteps", "visitComments",
    "photos", "problems", "parkedVisits", "factProposals", "unmaskings", "suggestionAnswers", "notices"]));
});

test("no page, search, form, home or pack answers with it, though each of them knows it otherwise", async () => {
  expect(await answersOf(await duringIt())).toEqual([]);
  // Whoever waits longest is asked about first: else it is chance whose card is dealt.
  await at.town.store.write(async (tx) => void (await tx.update(tables.households).set({ visitDueOn: "2020-01-01" as Day }).where(eq(tables.households.id, home))));
  const known = await answersOf(await afterwards());
  expect(known).toEqual(expect.arrayContaining(["list", "file", "doors", "door", "carried", "search name", "search code", "search visits", "visits", "visit", "earlier", "matters", "problems", "problem", "notices"]));
});

test("the pack of the examinee's phone goes without it, and others' phones carry it still", async () => {
  const packOf = async (desk: Desk) => {
    asked.by = desk;
    return (await (await packRoute()).json()) as { pack: unknown };
  };
  expect(holds((await packOf(await duringIt())).pack)).toEqual([]);
  expect(holds((await packOf(await afterwards())).pack)).toContain(home);
  expect(holds((await packOf(await sitsAt(at.town, at.town.people.he, HOUR))).pack)).toContain(home);
});

test("a picture of it is not handed out, nor is what others are told kept from them", async () => {
  expect(await pictureOf(await duringIt(), photoId)).toBeUndefined();
  for (const who of ["he", "chen", "kao"] as const) expect(await everyTable(await sitsAt(at.town, at.town.people[who], HOUR)), who).toContain("households");
  expect(await countNotices(await duringIt())).toBe((await countNotices(await afterwards())) - 2);
});

test("released, the examinee has everything back, and the result with it", async () => {
  const drawId = (await at.town.store.read.select().from(tables.draws))[0]!.id;
  await handInSheet(await sitsAt(at.town, at.town.people.kao, HOUR), await sheetFor(at, drawId));
  expect(await everyTable(await lin(2 * HOUR))).toEqual(expect.arrayContaining(["households", "visits", "quizKeys", "draws"]));
});

test("who asks for it meanwhile is noted, once a minute; the examiner reads how often, and nobody else is noted", async () => {
  const peeks = async () => (await at.town.store.read.select().from(tables.peeks)).length;
  const other = Object.values(at.town.homes).find((id) => id !== home)!;
  await notePeek(await duringIt(), undefined);
  await notePeek(await duringIt(), other);
  for (const who of ["he", "wang", "chen"] as const) await notePeek(await sitsAt(at.town, at.town.people[who], HOUR), home);
  expect(await peeks()).toBe(0);
  for (const ms of [0, 1_000, 59_000, 61_000, 119_000]) await notePeek(await lin(HOUR + ms), home);
  expect(await peeks()).toBe(2);
  const paper = (await examPaper(await sitsAt(at.town, at.town.people.kao, 2 * HOUR), at.id))!;
  expect(paper.notes).toContain("抽户以后，对方想打开这一户 2 次，最后一次 03-04 10:01，没有打开");
  expect(await everyTable(await duringIt())).toEqual([]);
  await notePeek(await afterwards(), home);
  expect(await peeks()).toBe(2);
});
