import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { changePassword, endSession, signOutEverywhere } from "@/lib/accounts/acts";
import { deskOfCookie } from "@/lib/gate/session";
import { wasRevoked } from "@/lib/gate/revoked";
import { after, comeIn, giveAccount, minutes, PASSWORD } from "../support/accounts";
import { township } from "../support/township";

const secret = "a secret that no town has";
beforeAll(() => void vi.stubEnv("NEXTAUTH_SECRET", secret));
afterAll(() => void vi.unstubAllEnvs());

/** 林晓 on two machines, and what each is told. */
async function inside() {
  const town = await township();
  const account = await giveAccount(town, "lin");
  const [here, there] = [await comeIn(town.store, account, town.now), await comeIn(town.store, account, town.now)];
  const asks = async (sid: string, ms = 0, maxAge = 12 * 3600) => {
    const [cookie, at] = [await encode({ token: { sid }, secret, maxAge }), after(town.now, ms)];
    return [(await deskOfCookie(town.store, cookie, at)) !== undefined, await wasRevoked(town.store, cookie, at)];
  };
  return { ...town, here, there, asks };
}
const [open, ranOut, revoked] = [[true, false], [false, false], [false, true]];

test("a session that runs out is not one that somebody ended", async () => {
  const { here, asks } = await inside();
  expect(await asks(here.sid)).toEqual(open);
  expect(await asks(here.sid, minutes(31))).toEqual(ranOut);
  expect(await asks(here.sid, minutes(13 * 60))).toEqual(ranOut);
});

test("ended from another machine, everywhere or by a new password: revoked", async () => {
  const one = await inside();
  await endSession(one.there.desk, { sessionId: one.here.desk.session! });
  expect([await one.asks(one.here.sid), await one.asks(one.there.sid)]).toEqual([revoked, open]);
  expect(await one.asks(one.here.sid, minutes(31))).toEqual(revoked);
  const all = await inside();
  await signOutEverywhere(all.there.desk);
  expect([await all.asks(all.here.sid), await all.asks(all.there.sid)]).toEqual([revoked, revoked]);
  const changed = await inside();
  await changePassword(changed.there.desk, { password: PASSWORD, fresh: "Qiang-Wai_9035-mei", again: "Qiang-Wai_9035-mei" });
  expect([await changed.asks(changed.here.sid), await changed.asks(changed.there.sid)]).toEqual([revoked, open]);
});

test("a made-up cookie is nobody's", async () => {
  const { store, now } = await inside();
  for (const cookie of ["", "x.y.z"]) expect(await wasRevoked(store, cookie, now)).toBe(false);
});
