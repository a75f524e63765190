import { and, eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import type { Who } from "@/db/seed/cast";
import { admitParked, declineParked } from "@/lib/visits/acts-parked";
import { handOverParked, withdrawParked } from "@/lib/visits/acts-parked-own";
import { visitInFull } from "@/lib/visits/reads-one";
import { countParked, myParked, parkedPage, parkedVisit } from "@/lib/visits/reads-parked";
import { asRead, deedsOn, handedOverTo, handIn, lostTo, nowOf } from "../support/parked";
import { township } from "../support/township";
import { aVisit } from "../support/visits";

const why = "作者调走了，代为收进来";

async function handed() {
  const town = await township();
  const lin = await lostTo(town, "zhao");
  const form = aVisit(town, { matter: "report", problemTitle: "屋后水沟堵塞", companionIds: [town.people.zhao], nextSteps: [{ side: "ours", words: "去看水沟" }], capturedAt: town.now.getTime() - 86_400_000 });
  await handIn(lin, form);
  return { town, lin, form, zhao: await handedOverTo(town, lin, form.id, "zhao") };
}

test("handed to whoever keeps the household, it is taken in under its author's name with all that belongs to it", async () => {
  const { town, lin, form, zhao } = await handed();
  expect((await handIn(lin, form))[0]).toMatchObject({ message: "已转交给 赵宁，等待处理", parked: { state: "handed", keeper: null } });
  expect((await parkedPage(zhao)).rows).toMatchObject([{ author: "林晓", maskedName: "张**", visitedOn: "2026-03-03" }]);
  await admitParked(zhao, { ...(await asRead(zhao, form.id)), note: "" });
  const full = (await visitInFull(town.wang, form.id))!;
  expect(full).toMatchObject({
    author: { id: town.people.lin }, companions: [{ name: "赵宁" }], nextSteps: [{ words: "去看水沟" }], problem: { title: "屋后水沟堵塞" },
    visit: { state: "submitted", reviewerId: town.people.wang, visitedOn: form.visitedOn, submittedAt: town.now, version: 1, skewed: false },
    steps: [{ move: "submit", actor: "林晓", note: "写好后这户已移交，由 赵宁 收进来" }], versions: [{ account: form.account }],
  });
  expect(full.visit.capturedAt?.getTime()).toBe(form.capturedAt);
  expect(await town.store.read.select().from(tables.problems)).toMatchObject([{ raisedById: town.people.lin, visitId: form.id }]);
  expect(await town.store.read.select().from(tables.villageWeeks)).toMatchObject([{ dayVisits: 1 }]);
  expect(await handIn(lin, form)).toEqual([{ id: form.id, result: "sent", version: 1 }]);
  expect(await myParked(lin)).toMatchObject([{ outcome: "赵宁 已收进走访日志" }]);
  expect(await deedsOn(town, form.id)).toEqual(["visit.park", "parked.handOver", "parked.admit"]);
});

test("of two who take it in at once one does, and the other is told; whoever comes after them too", async () => {
  const { town, form, zhao } = await handed();
  const seen = await asRead(zhao, form.id);
  const tried = await Promise.allSettled([admitParked(town.chen, { ...seen, note: why }), admitParked(zhao, { ...seen, note: "" })]);
  expect(tried.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await town.store.read.select().from(tables.visits)).toHaveLength(1);
  expect(await town.store.read.select().from(tables.problems)).toHaveLength(1);
  await expect(declineParked(town.chen, { ...seen, note: "这户已经另记了" })).rejects.toMatchObject({ code: "conflict", message: "这条刚有人处理过，或作者刚改过。刷新看看最新的情况" });
  expect(await deedsOn(town, form.id)).toEqual(["visit.park", "parked.handOver", "parked.admit"]);
});

test("words that changed since they were read are not taken in unread", async () => {
  const { lin, form, zhao } = await handed();
  const seen = await asRead(zhao, form.id);
  await handIn(lin, { ...form, account: "作者又改了一遍" });
  await expect(admitParked(zhao, { ...seen, note: "" })).rejects.toMatchObject({ code: "not-found" }); // theirs again, to be handed over anew
  await handOverParked(lin, { parkedId: form.id });
  await expect(admitParked(zhao, { ...seen, note: "" })).rejects.toMatchObject({ code: "conflict" });
  await admitParked(zhao, { ...(await asRead(zhao, form.id)), note: "" });
});

test("declined with a reason, which its author reads; the office always says why it takes one in", async () => {
  const { town, lin, form, zhao } = await handed();
  await declineParked(zhao, { ...(await asRead(zhao, form.id)), note: "这次走访我已经另记了" });
  expect((await handIn(lin, form))[0]).toMatchObject({ result: "rejected", message: "赵宁 没有收：这次走访我已经另记了", parked: { state: "declined", keeper: null } });
  expect(await myParked(lin)).toMatchObject([{ outcome: "赵宁 没有收：这次走访我已经另记了" }]);
  expect([await countParked(zhao), await countParked(town.chen)]).toEqual([0, 0]);
  const other = aVisit(town, { account: "另一次" });
  await handIn(lin, other);
  const seen = await asRead(town.chen, other.id);
  await expect(admitParked(town.chen, { ...seen, note: "" })).rejects.toMatchObject({ field: "note" });
  await admitParked(town.chen, { ...seen, note: why });
  expect((await visitInFull(town.wang, other.id))!.visit).toMatchObject({ authorId: town.people.lin, reviewerId: town.people.wang });
});

test("nobody takes in their own, hands over another's, or hands over where nobody keeps the household", async () => {
  const { town, lin, form, zhao } = await handed();
  for (const deed of [handOverParked, withdrawParked]) await expect(deed(zhao, { parkedId: form.id })).rejects.toMatchObject({ code: "forbidden" });
  await expect(admitParked(lin, { ...(await asRead(lin, form.id)), note: why })).rejects.toMatchObject({ code: "forbidden" });
  await town.store.write((tx) => tx.update(tables.assignments).set({ endedOn: "2026-03-03" as never }));
  const [gone, seen] = [await nowOf(town, "zhao"), await asRead(zhao, form.id)];
  await expect(admitParked(gone, { ...seen, note: "" })).rejects.toMatchObject({ code: "not-found" }); // lost the door in turn
  await expect(handOverParked(lin, { parkedId: form.id })).rejects.toMatchObject({ code: "conflict", message: "该户现在没有人包，这条由党建办处理" });
  expect(await town.store.read.select().from(tables.visits)).toEqual([]);
});

test("its author and the office see it; the next keeper once it is handed to them; nobody else, ever", async () => {
  const { town, lin, form } = await handed();
  const everybody: Who[] = ["zhao", "wang", "zhou", "he", "ge", "kao", "chen", "zhen", "guan", "shen"];
  const seers = async () => {
    const saw = await Promise.all(everybody.map(async (who) => ((await parkedVisit(await nowOf(town, who), form.id)) ? [who] : [])));
    return saw.flat();
  };
  expect([await seers(), (await parkedVisit(lin, form.id))?.account]).toEqual([["zhao", "chen"], form.account]);
  const other = aVisit(town, { account: "打 13900000001 找儿子" });
  await handIn(lin, other);
  expect([await countParked(await nowOf(town, "zhao")), await countParked(town.chen), await countParked(lin)]).toEqual([1, 2, 0]);
  await handOverParked(lin, { parkedId: other.id });
  expect((await parkedVisit(await nowOf(town, "zhao"), other.id))!.account).toBe("打 ［电话］ 找儿子");
});

test("whoever loses the door in turn reads nothing of it any more, until it is theirs again", async () => {
  const { town, form, zhao } = await handed();
  const zhaoSees = async () => {
    const desk = await nowOf(town, "zhao");
    return [(await parkedVisit(desk, form.id)) !== undefined, (await parkedPage(desk)).rows.length, await countParked(desk)];
  };
  const seats = and(eq(tables.assignments.personId, zhao.me.id), isNull(tables.assignments.endedOn));
  const mine = await town.store.read.select().from(tables.assignments).where(seats);
  const until = (endedOn: string | null) => town.store.write(async (tx) => {
    for (const { id } of mine) await tx.update(tables.assignments).set({ endedOn: endedOn as never }).where(eq(tables.assignments.id, id));
  });
  expect(await zhaoSees()).toEqual([true, 1, 1]);
  await until("2026-03-03");
  expect(await zhaoSees()).toEqual([false, 0, 0]);
  expect(await countParked(town.chen)).toBe(1);
  await until(null);
  expect(await zhaoSees()).toEqual([true, 1, 1]);
});

test("the list goes on by its key, waiting longest first", async () => {
  const town = await township();
  const lin = await lostTo(town, "zhao");
  const forms = Array.from({ length: 23 }, () => aVisit(town));
  for (const form of forms) await handIn(lin, form);
  const first = await parkedPage(town.chen);
  const rest = await parkedPage(town.chen, first.next);
  expect([...first.rows, ...rest.rows].map(({ id }) => id)).toEqual(forms.map(({ id }) => id).sort());
  expect([first.rows.length, rest.rows.length, rest.next]).toEqual([20, 3, undefined]);
});
