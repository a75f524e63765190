import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import type { Day } from "@/lib/kernel/day";
import { newId } from "@/lib/kernel/id";
import { knowNotice } from "@/lib/notices/acts";
import { countNotices, noticesPage, PAGE } from "@/lib/notices/reads";
import { submitVisit } from "@/lib/visits/acts";
import { endAbsence, openAbsence } from "@/lib/visits/acts-absences";
import { admitParked, declineParked } from "@/lib/visits/acts-parked";
import { handOverParked, withdrawParked } from "@/lib/visits/acts-parked-own";
import { keepRemark, sendRemarks } from "@/lib/visits/acts-remarks";
import { reviewVisit, undoReview, unlockVisit } from "@/lib/visits/acts-review";
import { after, allNotices, told } from "../support/notices";
import { asRead, handedOverTo, handIn, lostTo } from "../support/parked";
import { aRemark, asks, handedIn, later, passes } from "../support/reviews";
import { township } from "../support/township";
import { aVisit } from "../support/visits";

const said = "屋后水沟堵了。老人愿意先清一段。";

test("who is asked for more hears it half an hour later, with all that was asked meanwhile, until they answer", async () => {
  const town = await township();
  const [one, two] = [aVisit(town, { account: said }), aVisit(town, { account: "第二条。" })];
  for (const visit of [one, two]) await submitVisit(town.lin, visit);
  await reviewVisit(town.wang, asks(one.id));
  await reviewVisit(await after(town, "wang", 20), asks(two.id));
  expect(await told(town)).toEqual(["lin visit_returned", "lin visit_returned"]);
  expect([await countNotices(await after(town, "lin", 29)), await countNotices(await after(town, "lin", 30))]).toEqual([0, 2]);
  await submitVisit(await after(town, "lin", 40), { ...one, version: 2, account: `${said}堵了三天。` });
  expect(await told(town)).toEqual(["lin visit_returned"]);
  const { rows } = await noticesPage(await after(town, "lin", 41), "done");
  expect(rows).toMatchObject([{ kind: "visit_returned", subjectId: one.id, readAt: null, actor: "王建国", about: "3 月 3 日 东岭村 张** 户 日访" }]);
});

test("a verdict taken back within seconds was told to nobody", async () => {
  const town = await township();
  const id = await handedIn(town, said);
  await reviewVisit(town.wang, asks(id));
  await undoReview(await later(town, "wang", 8), { visitId: id, version: 2 });
  expect(await allNotices(town)).toEqual([]);
});

test("remarks are told once, alone or with an approval, and not beside a question", async () => {
  const town = await township();
  const [one, two] = [await handedIn(town, said), await handedIn(town, said)];
  for (const id of [one, two]) await keepRemark(town.wang, aRemark(id, "屋后", "堵了多久？"));
  await sendRemarks(town.wang, { visitIds: [one] });
  await keepRemark(town.wang, aRemark(one, "老人", "多大年纪？"));
  await sendRemarks(town.wang, { visitIds: [one] });
  await reviewVisit(town.wang, passes(two));
  expect(await told(town)).toEqual(["lin visit_remarked", "lin visit_remarked"]);
  expect(await countNotices(town.lin)).toBe(2);
  await reviewVisit(town.wang, asks(one));
  expect(await told(town)).toEqual(["lin visit_remarked", "lin visit_returned"]);
});

test("an unlocked visit waits for its author; a plain approval is nobody's reminder", async () => {
  const town = await township();
  const id = await handedIn(town, said);
  await reviewVisit(town.wang, passes(id));
  expect(await told(town)).toEqual([]);
  await unlockVisit(town.chen, { visitId: id, version: 2, note: "地点写错了" });
  expect(await told(town)).toEqual(["lin visit_unlocked"]);
});

test("a deed that is refused told nobody", async () => {
  const town = await township();
  const id = await handedIn(town, said);
  await expect(reviewVisit(town.zhou, asks(id))).rejects.toThrow();
  await expect(reviewVisit(town.wang, asks(id, 7))).rejects.toThrow();
  await expect(unlockVisit(town.chen, { visitId: id, version: 1, note: "不该行" })).rejects.toThrow();
  const mine = await allNotices(town);
  // What breaks after it was told takes it away again.
  await expect(town.wang.together(async (d) => {
    await reviewVisit(d, asks(id));
    throw new Error("the light went out");
  })).rejects.toThrow("the light");
  expect([mine, await allNotices(town)]).toEqual([[], []]);
});

test("what was kept for a lost door: its keeper is told, then its author, and each only while it matters", async () => {
  const town = await township();
  const lin = await lostTo(town, "zhao");
  const visit = aVisit(town);
  await handIn(lin, visit);
  const zhao = await handedOverTo(town, lin, visit.id, "zhao");
  expect(await told(town)).toEqual(["zhao parked_handed"]);
  await handOverParked(lin, { parkedId: visit.id });
  expect(await told(town)).toEqual(["zhao parked_handed"]);
  await admitParked(zhao, { ...(await asRead(zhao, visit.id)), note: "" });
  expect(await told(town)).toEqual(["lin parked_settled"]);
  const { rows } = await noticesPage(lin, "open");
  expect(rows).toMatchObject([{ href: `/parked/${visit.id}`, actor: "赵宁", dismissable: true }]);
});

test("what its author takes away, or the office declines, is settled for its keeper too", async () => {
  const town = await township();
  const lin = await lostTo(town, "zhao");
  const [one, two] = [aVisit(town), aVisit(town)];
  await handIn(lin, one, two);
  for (const { id } of [one, two]) await handOverParked(lin, { parkedId: id });
  await withdrawParked(lin, { parkedId: one.id });
  expect(await told(town)).toEqual(["zhao parked_handed"]);
  await declineParked(town.chen, { ...(await asRead(town.chen, two.id)), note: "和上周的重复了" });
  expect(await told(town)).toEqual(["lin parked_settled"]);
});

test("whoever stands in is told by whoever asked them, and not by themselves", async () => {
  const town = await township();
  const absence = { id: newId<"absence">(), personId: town.people.wang, startedOn: "2026-03-05" as Day, endedOn: "2026-03-06" as Day, reason: "出差" };
  await openAbsence(town.wang, { ...absence, standInId: town.people.zhou });
  expect(await told(town)).toEqual(["zhou stand_in"]);
  expect((await noticesPage(town.zhou, "open")).rows).toMatchObject([{ about: "代 王建国，3 月 5 日 到 3 月 6 日", href: "/reviews" }]);
  await endAbsence(town.wang, { absenceId: absence.id });
  expect(await told(town)).toEqual([]);
  await openAbsence(town.chen, { ...absence, id: newId<"absence">(), standInId: town.people.chen });
  expect(await told(town)).toEqual(["wang absence_entered"]);
});

test("in the evening and on a day off nothing is shown before the next working morning", async () => {
  const town = await township({ on: "2026-03-06", at: "19:00" }); // a Friday
  const id = await handedIn(town, said);
  await keepRemark(town.wang, aRemark(id, "屋后", "堵了多久？"));
  await sendRemarks(town.wang, { visitIds: [id] });
  const [notice] = await allNotices(town);
  expect(notice!.showAt).toEqual(new Date("2026-03-09T08:00:00+08:00"));
  expect([await countNotices(town.lin), await countNotices(await after(town, "lin", 61 * 60))]).toEqual([0, 1]);
});

test("知道了 puts aside what only tells something; the ledger does not hear of it, and nobody else sees it", async () => {
  const town = await township();
  const [one, two] = [await handedIn(town, said), await handedIn(town, said)];
  await keepRemark(town.wang, aRemark(one, "屋后", "堵了多久？"));
  await sendRemarks(town.wang, { visitIds: [one] });
  await reviewVisit(town.wang, asks(two));
  const [remarked, returned] = (await allNotices(town)).sort((a, b) => (a.kind < b.kind ? -1 : 1));
  const lines = async () => (await town.store.read.select().from(tables.ledger)).length;
  const before = await lines();
  await knowNotice(town.lin, { noticeId: remarked!.id });
  await knowNotice(town.lin, { noticeId: remarked!.id });
  expect([await told(town), await lines()]).toEqual([["lin visit_returned"], before]);
  await expect(knowNotice(town.lin, { noticeId: returned!.id })).rejects.toMatchObject({ message: /办好以后/ });
  for (const other of [town.wang, town.chen, town.shen, town.guan]) {
    await expect(knowNotice(other, { noticeId: returned!.id })).rejects.toMatchObject({ code: "not-found" });
    expect([await countNotices(other), (await noticesPage(other, "done")).rows]).toEqual([0, []]);
  }
});

test("what waits for a deed on a thing that is out of sight can be put aside", async () => {
  const town = await township();
  const id = await handedIn(town, said);
  await reviewVisit(town.wang, asks(id));
  await town.store.write((tx) => tx.update(tables.notices).set({ subjectId: newId<"visit">() }).where(eq(tables.notices.subjectId, id)));
  const lin = await after(town, "lin", 30);
  const { rows } = await noticesPage(lin, "open");
  expect(rows).toMatchObject([{ about: undefined, href: undefined, dismissable: true }]);
  await knowNotice(lin, { noticeId: rows[0]!.id });
  expect(await countNotices(lin)).toBe(0);
});

test("both lists turn their pages by key, newest first, each line once", async () => {
  const town = await township();
  const at = (i: number) => new Date(town.now.getTime() - Math.floor(i / 3) * 60_000);
  await town.store.write(async (tx) => {
    for (let i = 0; i < PAGE * 2 + 5; i++)
      for (const doneAt of [null, at(i)])
        await tx.insert(tables.notices).values({ personId: town.people.lin, kind: "coached", subject: "pairing", subjectId: newId<"pairing">(), at: at(i), showAt: at(i), doneAt });
  });
  for (const view of ["open", "done"] as const) {
    const pages = [await noticesPage(town.lin, view)];
    while (pages.at(-1)!.next) pages.push(await noticesPage(town.lin, view, pages.at(-1)!.next));
    expect(pages.map(({ rows }) => rows.length)).toEqual([PAGE, PAGE, 5]);
    const rows = pages.flatMap((page) => page.rows);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(PAGE * 2 + 5);
    expect(rows.map(({ showAt }) => showAt.getTime())).toEqual(rows.map(({ showAt }) => showAt.getTime()).sort((a, b) => b - a));
  }
});
