import { beforeEach, expect, test, vi } from "vitest";
import { GET, type Pack } from "@/app/api/v1/pack/route";
import { tables } from "@/db/schema";
import { type Town, type Who } from "@/db/seed/cast";
import { assign, placeHousehold } from "@/db/seed/place";
import { Desk } from "@/lib/gate/desk";
import { submitVisit } from "@/lib/visits/acts";
import { township } from "../support/township";
import { aVisit } from "../support/visits";

/** Whose request it is; the cookie and its session have tests of their own. */
const sent = vi.hoisted((): { by: unknown; revoked: boolean } => ({ by: undefined, revoked: false }));
vi.mock("@/lib/gate/session", () => ({ deskOfRequest: () => Promise.resolve(sent.by) }));
vi.mock("@/app/api/v1/revoked", () => ({ revokedHere: () => Promise.resolve(sent.revoked) }));
beforeEach(() => Object.assign(sent, { by: undefined, revoked: false }));

async function asks(desk: Desk | undefined): Promise<{ status: number; text: string; pack?: Pack }> {
  sent.by = desk;
  const answer = await GET();
  const text = await answer.text();
  return { status: answer.status, text, ...(JSON.parse(text) as { pack?: Pack }) };
}
const sittings = (town: Town) => town.store.read.select().from(tables.ledger);

test("a cadre carries more of the households they keep, a grid member of the grid's; the others' doors are a name and a place", async () => {
  const town = await township();
  await submitVisit(town.lin, aVisit(town, { matter: "report" }));
  const homesOf = async (who: Who) => {
    const { pack } = await asks(await Desk.of(town.store, town.people[who], town.now));
    return [pack!.choices.doors.map(({ id }) => id).sort(), pack!.homes.map(({ id, matters }) => [id, matters])];
  };
  const { zhang, li, sun, qian } = town.homes;
  expect(await homesOf("lin")).toEqual([[zhang, li].sort(), [[zhang, "1 件事在办"]]]);
  expect(await homesOf("ge")).toEqual([[zhang], [[zhang, ""]]]); // a matter that she does not see is not counted either
  expect(await homesOf("he")).toEqual([[zhang, li].sort(), []]);
  expect(await homesOf("zhao")).toEqual([[sun, qian].sort(), []]);
  expect(await homesOf("wang")).toEqual([[], []]);
  const { pack } = await asks(town.he);
  for (const door of pack!.choices.doors) expect(door).toMatchObject({ last: "", lastBy: "", daysSince: null, reason: "" });
});

test("no clear name, telephone, address, member, fact or sentence is in it, and it says when the last visit was", async () => {
  const town = await township();
  await submitVisit(town.lin, aVisit(town, { account: "这一句只在日志里", problemTitle: "这一句只在问题里", matter: "report" }));
  for (const who of ["lin", "ge", "he", "wang"] as const) {
    const { text, pack } = await asks(await Desk.of(town.store, town.people[who], town.now));
    for (const secret of ["建国户", "张建国", "李阿根", "小英", "豆豆", "13900000001", "3组12号", "水稻", "水沟常堵", "往东第三家", "只在日志里", "只在问题里"])
      expect([who, secret, text.includes(secret)]).toEqual([who, secret, false]);
    expect(text).not.toMatch(/zhangjianguo|zjg|liagen/i);
    expect(pack!.name.length).toBeGreaterThan(0);
  }
  const { pack } = await asks(town.lin);
  expect(pack!.homes[0]).toMatchObject({ name: "张** 户", place: "东岭村 3组", last: "上次 03-03" });
});

test("sixty households are the most, those one keeps first", async () => {
  const town = await township();
  const { dongling } = town.villages;
  for (let n = 100; n < 170; n += 1)
    await town.store.write((tx) => placeHousehold(tx, { villageId: dongling, villageName: "东岭村", code: String(n), householder: "周阿大", groupName: "1组", address: "", members: [], facts: [] }, town.people.chen, town.now));
  const { pack } = await asks(town.lin);
  expect([pack!.choices.doors.length, pack!.choices.doors[0]!.id]).toEqual([60, town.homes.zhang]);
  expect(pack!.homes).toHaveLength(1);
});

test("what one no longer serves, and whoever has moved away, is not carried", async () => {
  const town = await township();
  const before = await asks(town.zhao);
  expect(before.pack!.choices.doors).toHaveLength(2);
  await town.store.write((tx) => assign(tx, town.people.zhao, { villageId: town.villages.dongling, householdId: town.homes.li }, town.lin.me.today));
  const zhao = await Desk.of(town.store, town.people.zhao, town.now);
  expect((await asks(zhao)).pack!.homes.map(({ id }) => id)).toEqual([town.homes.li]);
  await town.store.write((tx) => tx.update(tables.households).set({ leftOn: town.lin.me.today }).then(() => undefined));
  expect((await asks(zhao)).pack).toMatchObject({ homes: [], choices: { doors: [] } });
});

test("each one taken is a line in the ledger; who writes no visits gets none", async () => {
  const town = await township();
  await asks(town.lin);
  const [line] = (await sittings(town)).filter(({ action }) => action === "pack.take");
  expect(line).toMatchObject({ actorId: town.people.lin, subject: "people", subjectId: town.people.lin, reason: "2 户，遮住姓名", changed: {} });
  for (const who of ["chen", "zhen", "guan", "shen", "kao"] as const) {
    const { status, pack } = await asks(town[who]);
    expect([who, status, pack]).toEqual([who, 403, undefined]);
  }
  expect((await sittings(town)).filter(({ action }) => action === "pack.take")).toHaveLength(1);
});

test("a session that ran out is told so; one that was ended too, and the phone lets go", async () => {
  for (const revoked of [false, true]) {
    sent.revoked = revoked;
    const { status, text } = await asks(undefined);
    expect([status, JSON.parse(text)]).toEqual([401, { ok: false, signedOut: true, revoked, message: "登录时间到了，重新登录后再取" }]);
  }
});
