import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tables } from "@/db/schema";
import { disableAccount, enableAccount, endAllSessions, issueActivation, issueAll, unlockAccount } from "@/lib/accounts/acts-admin";
import { activateAccount } from "@/lib/accounts/acts-activation";
import { accountsPage } from "@/lib/accounts/reads-admin";
import { deskOfSession } from "@/lib/gate/session";
import { addPerson } from "@/lib/people/acts";
import { accountOf } from "@/lib/people/reads";
import { type Id, newId } from "@/lib/kernel/id";
import type { Refusal } from "@/lib/kernel/refusal";
import { after, comeIn, giveAccount, minutes, PASSWORD } from "@/tests/support/accounts";
import { township } from "@/tests/support/township";

const FRESH = "Qiang-Wai_9035-mei";
const hours = (count: number) => minutes(count * 60);

/** 管系统 has an account; 苏晴 was added this morning and has never been in. */
async function officeHours() {
  const town = await township();
  await giveAccount(town, "guan");
  const suqing = newId<"person">();
  await addPerson(town.chen, { id: suqing, name: "苏晴", roles: ["cadre"], department: "", title: "", staffNo: "", account: "" });
  const account = (await accountOf(town.chen, suqing))!;
  const issue = (accountId: Id<"account"> = account.id) => issueActivation(town.guan, { accountId, reason: "新人开通", password: PASSWORD });
  const activate = (code: string, ms = 0, name = account.name) => activateAccount(town.store, { account: name, code, fresh: FRESH, again: FRESH }, after(town.now, ms));
  return { ...town, suqing, account, issue, activate };
}

test("a new person gets an account by pinyin, a code on paper, and a password of their own", async () => {
  const { account, issue, activate, store, now } = await officeHours();
  expect(account).toMatchObject({ name: "suqing", activatedAt: null });
  const slip = await issue();
  expect(slip).toMatchObject({ name: "苏晴", account: "suqing", until: after(now, hours(48)) });
  expect(slip.code).toMatch(/^([2-9A-HJKMNP-Z]{4}-){6}[2-9A-HJKMNP-Z]{4}$/);
  await activate(` ${slip.code.toLowerCase().replaceAll("-", " ")} `, 0, " SuQing ");
  await expect(comeIn(store, "suqing", now, FRESH)).resolves.toBeDefined();
});

test("a code works once, for two days, for its own account, and not after the next one", async () => {
  const { issue, activate, account } = await officeHours();
  const refusal = { field: "code", message: "激活码不对，或者已经用过、过期。找系统管理员再要一张" };
  const first = await issue();
  const second = await issue();
  expect(first.code).not.toBe(second.code);
  await expect(activate(first.code)).rejects.toMatchObject(refusal);
  await expect(activate(second.code, 0, "guanxitong")).rejects.toMatchObject(refusal);
  await expect(activate(second.code, hours(48))).rejects.toMatchObject(refusal);
  await expect(activate("")).rejects.toMatchObject(refusal);
  await activate(second.code, hours(48) - 1000);
  await expect(activate(second.code, hours(48) - 500, account.name)).rejects.toMatchObject(refusal);
});

test("a password that holds the owner's name does not spend the code", async () => {
  const { store, issue, activate, now } = await officeHours();
  const { code } = await issue();
  const weak = { account: "suqing", code, fresh: "苏晴-Abcdef-2026", again: "苏晴-Abcdef-2026" };
  await expect(activateAccount(store, weak, now)).rejects.toMatchObject({ field: "fresh" });
  await activate(code);
});

test("two people with one code at once: one of them has it", async () => {
  const { issue, activate } = await officeHours();
  const { code } = await issue();
  const came = await Promise.allSettled(Array.from({ length: 6 }, () => activate(code)));
  expect(came.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("who forgot their password gets a new one with a code, and every old session ends then", async () => {
  const town = await officeHours();
  const name = await giveAccount(town, "lin");
  const { sid } = await comeIn(town.store, name, town.now);
  const { code } = await town.issue((await accountOf(town.chen, town.people.lin))!.id);
  expect(await deskOfSession(town.store, sid, town.now)).toBeDefined();
  await town.activate(code, 0, name);
  expect(await deskOfSession(town.store, sid, town.now)).toBeUndefined();
  await expect(comeIn(town.store, name, town.now)).rejects.toMatchObject({ field: "password" });
});

test("codes for all who have none come on one sheet, and the ledger has a line for each", async () => {
  const { guan, store, chen } = await officeHours();
  const second = newId<"person">();
  await addPerson(chen, { id: second, name: "苏青", roles: ["mentor"], department: "", title: "", staffNo: "", account: "" });
  const slips = await issueAll(guan, { reason: "建镇开通", password: PASSWORD });
  expect(slips.map(({ name, account }) => [name, account])).toEqual([["苏晴", "suqing"], ["苏青", "suqing2"]]);
  const lines = await store.read.select().from(tables.ledger).where(eq(tables.ledger.action, "account.issueActivation"));
  expect(lines.map(({ reason }) => reason)).toEqual(["建镇开通", "建镇开通"]);
  expect(JSON.stringify(lines)).not.toContain(slips[0]!.code.slice(0, 4));
});

test("the admin's own password is asked for, and a wrong one does nothing", async () => {
  const { guan, account, store } = await officeHours();
  const before = await store.read.select().from(tables.credentials);
  for (const deed of [issueActivation, disableAccount])
    await expect(deed(guan, { accountId: account.id, reason: "试试", password: "wrong" })).rejects.toMatchObject({ field: "password" });
  await expect(issueAll(guan, { reason: "试试", password: "wrong" })).rejects.toMatchObject({ field: "password" });
  expect(await store.read.select().from(tables.credentials)).toEqual(before);
});

test("停用 ends what is open at once, voids the code, and 启用 lets the person in again", async () => {
  const town = await officeHours();
  const { code } = await town.issue();
  await town.activate(code);
  const { sid } = await comeIn(town.store, "suqing", town.now, FRESH);
  const late = await town.issue();
  const form = { accountId: town.account.id, reason: "外出学习", password: PASSWORD };
  await disableAccount(town.guan, form);
  expect(await deskOfSession(town.store, sid, town.now)).toBeUndefined();
  await expect(comeIn(town.store, "suqing", town.now, FRESH)).rejects.toMatchObject({ field: "password" });
  await expect(town.activate(late.code)).rejects.toMatchObject({ field: "code" });
  await expect(town.issue()).rejects.toMatchObject({ code: "conflict" });
  await enableAccount(town.guan, form);
  await expect(comeIn(town.store, "suqing", after(town.now, minutes(20)), FRESH)).resolves.toBeDefined();
});

test("a locked account is unlocked by the admin before the fifteen minutes are over", async () => {
  const town = await officeHours();
  const name = await giveAccount(town, "lin");
  const { id } = (await accountOf(town.chen, town.people.lin))!;
  for (let count = 0; count < 5; count++) await comeIn(town.store, name, town.now, "wrong").catch(() => undefined);
  expect((await accountsPage(town.guan, { state: "locked" })).accounts.map((row) => row.person)).toEqual(["林晓"]);
  await unlockAccount(town.guan, { accountId: id, reason: "本人来电" });
  await expect(comeIn(town.store, name, town.now)).resolves.toBeDefined();
});

test("the admin ends every session of a person, with a reason in the ledger for each", async () => {
  const town = await officeHours();
  const name = await giveAccount(town, "lin");
  const came = [await comeIn(town.store, name, town.now), await comeIn(town.store, name, town.now)];
  await endAllSessions(town.guan, { accountId: (await accountOf(town.chen, town.people.lin))!.id, reason: "手机丢了" });
  for (const { sid } of came) expect(await deskOfSession(town.store, sid, town.now)).toBeUndefined();
  const lines = await town.store.read.select().from(tables.ledger).where(eq(tables.ledger.action, "session.end"));
  expect(lines.map(({ reason }) => reason)).toEqual(["手机丢了", "手机丢了"]);
});

test("who may: only an admin, and not upon their own account; the office is told whom to ask, a stranger nothing", async () => {
  const town = await officeHours();
  const answer = (deed: Promise<unknown>) => deed.then(() => "done", ({ code }: Refusal) => code);
  const form = { accountId: town.account.id, reason: "试试看", password: PASSWORD };
  const deeds = [issueActivation, disableAccount, enableAccount, unlockAccount, endAllSessions];
  for (const deed of deeds) {
    expect(await answer(deed(town.chen, form)), `office ${deed.name}`).toBe("forbidden");
    for (const who of ["lin", "wang", "he", "ge", "kao", "zhen", "shen"] as const)
      expect(await answer(deed(town[who], form)), `${who} ${deed.name}`).toMatch(/^(not-found|forbidden)$/);
  }
  const own = (await accountOf(town.guan, town.people.guan))!;
  for (const deed of [issueActivation, disableAccount, enableAccount, unlockAccount])
    expect(await answer(deed(town.guan, { ...form, accountId: own.id })), deed.name).toBe("forbidden");
  expect(await answer(issueAll(town.chen, form))).toBe("forbidden");
  expect((await accountsPage(town.lin, {})).accounts).toEqual([]);
});

test("the list turns its pages by name and finds by pinyin", async () => {
  const { guan, chen } = await officeHours();
  for (let count = 0; count < 60; count++)
    await addPerson(chen, { id: newId<"person">(), name: `测${"一二三四五六七八九十"[count % 10]}${"甲乙丙丁戊己"[Math.floor(count / 10)]}`, roles: ["cadre"], department: "", title: "", staffNo: "", account: "" });
  const first = await accountsPage(guan, { state: "unopened" });
  const second = await accountsPage(guan, { state: "unopened", after: first.next! });
  expect([first.accounts.length, second.accounts.length, second.next]).toEqual([50, 11, undefined]);
  expect(new Set([...first.accounts, ...second.accounts].map(({ id }) => id)).size).toBe(61);
  expect((await accountsPage(guan, { q: "suq" })).accounts.map((row) => row.person)).toEqual(["苏晴"]);
});
