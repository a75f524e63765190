import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { signOutHere } from "@/lib/accounts/acts";
import { most, rememberedCookies } from "@/lib/gate/cookie";
import { deskOfCookie } from "@/lib/gate/session";
import { after, comeIn, giveAccount, minutes } from "../support/accounts";
import { township } from "../support/township";

const secret = "a secret that no town has";
beforeAll(() => void vi.stubEnv("NEXTAUTH_SECRET", secret));
afterAll(() => void vi.unstubAllEnvs());

const cookieFor = (sid: string, maxAge = 3600, signedWith = secret) => encode({ token: { sid }, secret: signedWith, maxAge });

async function inside() {
  const town = await township();
  const { sid, desk } = await comeIn(town.store, await giveAccount(town, "lin"), town.now);
  return { ...town, sid, desk, opens: (cookie: string, now = town.now) => deskOfCookie(town.store, cookie, now) };
}

test("a cookie is read once, and its session is asked about every time: whoever has left is out at once", async () => {
  const { sid, desk, opens } = await inside();
  const [cookie, known] = [await cookieFor(sid), rememberedCookies()];
  expect((await opens(cookie))?.me.name).toBe("林晓");
  expect((await opens(cookie))?.me.name).toBe("林晓");
  expect(rememberedCookies()).toBe(known + 1);
  await signOutHere(desk);
  expect(await opens(cookie)).toBeUndefined();
  expect(rememberedCookies()).toBe(known + 1); // still known by heart, and worth nothing
});

test("a cookie that is known by heart is forgotten with its own day", async () => {
  const { sid, opens } = await inside();
  const cookie = await cookieFor(sid, 60);
  expect((await opens(cookie))?.me.name).toBe("林晓");
  const known = rememberedCookies();
  expect((await opens(cookie, after(new Date(), minutes(2))))?.me.name).toBeUndefined();
  expect(rememberedCookies()).toBe(known - 1);
});

test("what is no cookie of ours opens nothing and is not kept", async () => {
  const { sid, opens } = await inside();
  const cookie = await cookieFor(sid);
  expect((await opens(cookie))?.me.name).toBe("林晓");
  const known = rememberedCookies();
  const changed = cookie.replace(/.{9}$/, (end) => (end.startsWith("A") ? "B" : "A") + end.slice(1));
  for (const forged of [await cookieFor(sid, 3600, "another secret"), changed, cookie.slice(0, -1), "", "x"]) expect((await opens(forged))?.me.name, forged).toBeUndefined();
  expect(rememberedCookies()).toBe(known);
});

test("no more are kept than a township has", async () => {
  const { opens } = await inside();
  for (let i = 0; i < most + 20; i++) await opens(await cookieFor(`nobody-${i}`));
  expect(rememberedCookies()).toBe(most);
});
