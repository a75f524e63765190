import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import { type Who } from "@/db/seed/cast";
import { changePassword, endSession, signOutEverywhere, signOutHere } from "@/lib/accounts/acts";
import { myOpenSessions } from "@/lib/accounts/reads";
import { deskOfSession } from "@/lib/gate/session";
import { letLeave } from "@/lib/people/acts-leave";
import { revisePerson } from "@/lib/people/acts";
import { after, comeIn, giveAccount, minutes, PASSWORD } from "@/tests/support/accounts";
import { township } from "@/tests/support/township";

const FRESH = "Qiang-Wai_9035-mei";

async function inside(who: Who = "lin") {
  const town = await township();
  const account = await giveAccount(town, who);
  const first = await comeIn(town.store, account, town.now);
  const at = (sid: string, ms: number) => deskOfSession(town.store, sid, after(town.now, ms));
  return { ...town, ...first, account, at };
}

test.each<[Who, number]>([["lin", 30], ["chen", 20], ["guan", 15]])("%s is signed out after %i minutes without a page", async (who, idle) => {
  const { sid, at } = await inside(who);
  expect(await at(sid, minutes(idle) - 1000)).toBeDefined();
  const other = await inside(who);
  expect(await other.at(other.sid, minutes(idle))).toBeUndefined();
});

test.each<[Who, number]>([["lin", 12], ["chen", 10], ["guan", 8]])("%s who keeps working is signed out after %i hours all the same", async (who, hours) => {
  const { sid, at } = await inside(who);
  for (let worked = 10; worked < hours * 60; worked += 10) expect(await at(sid, minutes(worked)), `${worked} minutes`).toBeDefined();
  expect(await at(sid, minutes(hours * 60))).toBeUndefined();
});

test("a number nobody was given opens nothing", async () => {
  const { at, store } = await inside();
  const [row] = await store.read.select().from(tables.sessions);
  for (const sid of ["", "x", row!.id]) expect(await at(sid, 0)).toBeUndefined();
});

test("signing out here ends this session and no other", async () => {
  const { desk, sid, at, store, account, now } = await inside();
  const phone = await comeIn(store, account, now);
  await signOutHere(desk);
  expect(await at(sid, 0)).toBeUndefined();
  expect(await at(phone.sid, 0)).toBeDefined();
});

test("signing out everywhere ends all of mine and nobody else's", async () => {
  const town = await inside();
  const phone = await comeIn(town.store, town.account, town.now);
  const zhao = await comeIn(town.store, await giveAccount(town, "zhao"), town.now);
  await signOutEverywhere(town.desk);
  expect([await town.at(town.sid, 0), await town.at(phone.sid, 0)]).toEqual([undefined, undefined]);
  expect(await town.at(zhao.sid, 0)).toBeDefined();
});

test("I see my own sessions, this one marked, and can end the one on the lost phone", async () => {
  const { desk, at, store, account, now } = await inside();
  const phone = await comeIn(store, account, now);
  const mine = await myOpenSessions(desk);
  expect(mine.map(({ here }) => here).toSorted()).toEqual([false, true]);
  await endSession(desk, { sessionId: mine.find(({ here }) => !here)!.id });
  expect(await at(phone.sid, 0)).toBeUndefined();
  expect(await myOpenSessions(desk)).toHaveLength(1);
});

test("nobody ends a session of somebody else, nor learns that it exists", async () => {
  const { store, zhao, wang, chen, ...town } = await inside();
  const [row] = await store.read.select().from(tables.sessions);
  for (const stranger of [zhao, wang, chen]) {
    expect(await myOpenSessions(stranger)).toEqual([]);
    await expect(endSession(stranger, { sessionId: row!.id })).rejects.toMatchObject({ code: "not-found" });
  }
  expect(await town.at(town.sid, 0)).toBeDefined();
});

test("whoever leaves is out with the next request", async () => {
  const { chen, people, sid, at, store, account, now } = await inside();
  await letLeave(chen, { personId: people.lin, reason: "调到区里" });
  expect(await at(sid, 0)).toBeUndefined();
  await expect(comeIn(store, account, now)).rejects.toMatchObject({ message: expect.stringContaining("账号或密码不对") as string });
});

test("a role given or taken away acts on the next request of the same session", async () => {
  const { chen, people, sid, at } = await inside();
  expect((await at(sid, 0))!.me.is("mentor")).toBe(false);
  const form = { personId: people.lin, version: 1, name: "林晓", department: "", title: "", staffNo: "" };
  await revisePerson(chen, { ...form, roles: ["cadre", "mentor"] });
  expect((await at(sid, 0))!.me.is("mentor")).toBe(true);
  await revisePerson(chen, { ...form, version: 2, roles: ["cadre"] });
  expect((await at(sid, 0))!.me.is("mentor")).toBe(false);
});

test("a new password ends every other session and leaves this one", async () => {
  const { desk, sid, at, store, account, now } = await inside();
  const phone = await comeIn(store, account, now);
  await changePassword(desk, { password: PASSWORD, fresh: FRESH, again: FRESH });
  expect(await at(sid, 0)).toBeDefined();
  expect(await at(phone.sid, 0)).toBeUndefined();
  await expect(comeIn(store, account, now)).rejects.toMatchObject({ field: "password" });
  await expect(comeIn(store, account, now, FRESH)).resolves.toBeDefined();
});

test("without the old password there is no new one, and guessing it locks the account", async () => {
  const { desk, store, account, now } = await inside();
  const guess = () => changePassword(desk, { password: "guess", fresh: FRESH, again: FRESH });
  await expect(guess()).rejects.toMatchObject({ field: "password", message: "密码不对，还可以试 4 次" });
  for (let count = 0; count < 4; count++) await guess().catch(() => undefined);
  await expect(changePassword(desk, { password: PASSWORD, fresh: FRESH, again: FRESH })).rejects.toMatchObject({ message: expect.stringContaining("先停 15 分钟") as string });
  await expect(comeIn(store, account, now)).rejects.toMatchObject({ message: expect.stringContaining("先停 15 分钟") as string });
  const [row] = await store.read.select().from(tables.ledger).where(eq(tables.ledger.action, "account.changePassword"));
  expect(row).toBeUndefined();
});

test("a new password that holds my own name is told apart from one that will do", async () => {
  const { desk } = await inside();
  const change = (fresh: string) => changePassword(desk, { password: PASSWORD, fresh, again: fresh });
  await expect(change("LinXiao-2026-abc")).rejects.toMatchObject({ field: "fresh", message: expect.stringContaining("自己的账号、姓名") as string });
  await expect(change("林晓-Abcdef-2026")).rejects.toMatchObject({ field: "fresh" });
  await expect(change(PASSWORD)).rejects.toMatchObject({ field: "fresh", message: "新密码要和现在的不一样" });
});
