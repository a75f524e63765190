import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { tables } from "@/db/schema";
import type { Refusal } from "@/lib/kernel/refusal";
import * as passwords from "@/lib/gate/password";
import { signIn } from "@/lib/gate/sign-in";
import { after, comeIn, giveAccount, minutes, PASSWORD } from "@/tests/support/accounts";
import { township } from "@/tests/support/township";

vi.mock("@/lib/gate/password", { spy: true });

const said = (attempt: Promise<unknown>): Promise<string> => attempt.then(() => "in", (refusal: Refusal) => refusal.message);

async function door() {
  const town = await township();
  const account = await giveAccount(town, "lin");
  const knock = (password: string, now = town.now, name = account) => said(signIn(town.store, { account: name, password, device: "电脑" }, now));
  return { ...town, account, knock };
}

test("林晓 signs in by her pinyin, however she types it", async () => {
  const { knock, account, now } = await door();
  expect(account).toBe("linxiao");
  expect(await knock(PASSWORD)).toBe("in");
  expect(await knock(PASSWORD, now, " ＬinXiao ")).toBe("in");
});

test("five wrong passwords stop the account for fifteen minutes, and say until when", async () => {
  const { knock, now } = await door();
  for (const left of [4, 3, 2, 1]) expect(await knock("wrong")).toBe(`账号或密码不对，还可以试 ${left} 次`);
  expect(await knock("wrong")).toBe("试了 5 次都不对，账号先停 15 分钟（到 09:15）");
  expect(await knock(PASSWORD, after(now, minutes(14)))).toBe("试了 5 次都不对，账号先停 15 分钟（到 09:15）");
  expect(await knock(PASSWORD, after(now, minutes(15)))).toBe("in");
});

test("an account that does not exist hears the same words, and is locked the same way", async () => {
  const { knock, now, store } = await door();
  const heard = async (name: string) => {
    const words: string[] = [];
    for (let count = 0; count < 6; count++) words.push(await knock("wrong", now, name));
    return words;
  };
  expect(await heard("linxiao")).toEqual(await heard("nobodyhere"));
  const lines = await store.read.select().from(tables.ledger).where(eq(tables.ledger.action, "session.locked"));
  expect(lines).toHaveLength(1); // of the one who exists: a name nobody has is nobody's business
});

test("a right password forgets the wrong ones before it", async () => {
  const { knock } = await door();
  for (let count = 0; count < 4; count++) await knock("wrong");
  expect(await knock(PASSWORD)).toBe("in");
  expect(await knock("wrong")).toBe("账号或密码不对，还可以试 4 次");
});

test("wrong tries older than fifteen minutes no longer count", async () => {
  const { knock, now } = await door();
  for (let count = 0; count < 4; count++) await knock("wrong");
  expect(await knock("wrong", after(now, minutes(16)))).toBe("账号或密码不对，还可以试 4 次");
});

test("twenty tries at once are hashed five times and no more", async () => {
  const { knock } = await door();
  await knock(PASSWORD); // the stand-in hash for unknown accounts is made by now
  const hashed = vi.mocked(passwords.passwordFits);
  hashed.mockClear();
  const words = await Promise.all(Array.from({ length: 20 }, (_, count) => knock(`guess ${count}`)));
  expect(hashed.mock.calls.length).toBe(5);
  expect(words.filter((word) => word.includes("还可以试"))).toHaveLength(4);
  expect(words.filter((word) => word.includes("先停 15 分钟"))).toHaveLength(16);
});

test("a disabled account, one never opened and one whose owner left hear what a wrong password hears", async () => {
  const town = await door();
  const wrong = "账号或密码不对，还可以试 4 次";
  await town.store.write((tx) => tx.update(tables.accounts).set({ disabledAt: town.now }));
  expect(await town.knock(PASSWORD)).toBe(wrong);
  const zhao = await giveAccount(town, "zhao");
  await town.store.write((tx) => tx.update(tables.people).set({ leftOn: town.lin.me.today }).where(eq(tables.people.id, town.people.zhao)));
  expect(await town.knock(PASSWORD, town.now, zhao)).toBe(wrong);
  const wang = await giveAccount(town, "wang");
  await town.store.write((tx) => tx.update(tables.credentials).set({ passwordHash: null }));
  expect(await town.knock("", town.now, wang)).toBe(wrong);
});

test("an account disabled while its password was being checked does not come in", async () => {
  const town = await door();
  vi.mocked(passwords.passwordFits).mockImplementationOnce(async () => {
    await town.store.write((tx) => tx.update(tables.accounts).set({ disabledAt: town.now }));
    return true;
  });
  expect(await town.knock(PASSWORD)).toContain("账号或密码不对");
  expect(await town.store.read.select().from(tables.sessions)).toHaveLength(0);
});

test("what the town keeps of a session opens nothing", async () => {
  const { store, account, now } = await door();
  const { sid } = await comeIn(store, account, now);
  const [row] = await store.read.select().from(tables.sessions);
  expect(JSON.stringify(row)).not.toContain(sid);
  const lines = JSON.stringify(await store.read.select().from(tables.ledger));
  expect(lines).not.toContain(sid);
  expect(lines).not.toContain(PASSWORD);
});
