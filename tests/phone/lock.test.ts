import "fake-indexeddb/auto";
import { beforeEach, expect, test } from "vitest";
import { isEasy } from "@/app/_phone/code";
import { heard, LASTS, lockOn, TRIES } from "@/app/_phone/lock";
import { openLock, setLock } from "@/app/_phone/lock-code";
import { freshenPack, packOf } from "@/app/_phone/pack";
import type { Shelf } from "@/app/_phone/shelf";
import type { Pack } from "@/app/api/v1/pack/route";
import { newId } from "@/lib/kernel/id";
import { freshPhone, secretOf, tabOf } from "../support/phones";

const [lin, wang] = [newId<"person">(), newId<"person">()];
const code = "427905";
const pack: Pack = { name: "林晓", choices: { today: "2026-03-04" as Pack["choices"]["today"], nextDays: [], firms: [], colleagues: [], topics: [], mentor: undefined, doors: [], chosen: undefined }, homes: [] };
const hour = 3_600_000;

let phone: Shelf;
let now: number;
beforeEach(async () => {
  [phone, now] = [await freshPhone(), 1_800_000_000_000];
  await setLock(phone, lin, secretOf(lin), code, now);
});
const pull = () => Promise.resolve(pack);
const left = async () => [await phone.belonging("key"), await phone.belonging("pack")].map(Boolean);

test("the six digits give the key back, and nothing on the phone tells it or them", async () => {
  const kept = (await phone.belonging("key"))!.value as { bytes: ArrayBuffer };
  const rests = Buffer.from(kept.bytes);
  expect([rests.includes(secretOf(lin)), rests.includes(code), rests.includes(Buffer.from(secretOf(lin), "base64url"))]).toEqual([false, false, false]);
  expect(await openLock(phone, code, now)).toEqual({ owner: lin, secret: secretOf(lin) });
});

test("five wrong tries and it is gone, with the pack; what is right in between begins anew", async () => {
  const tab = await tabOf(phone, lin);
  await freshenPack(tab, pull, now);
  for (const more of [4, 3, 2]) expect(await openLock(phone, "000000", now)).toEqual({ left: more });
  expect(await openLock(phone, code, now)).toMatchObject({ owner: lin });
  for (const more of [4, 3, 2, 1]) expect(await openLock(phone, "000000", now)).toEqual({ left: more });
  expect(await left()).toEqual([true, true]);
  expect(await openLock(phone, "000000", now)).toBe("gone");
  expect(await left()).toEqual([false, false]);
  expect(await openLock(phone, code, now)).toBe("gone");
});

test("tries made at once are all counted", async () => {
  const heardOf = await Promise.all(Array.from({ length: TRIES + 3 }, () => openLock(phone, "000000", now)));
  expect(heardOf.filter((one) => one !== "gone")).toHaveLength(TRIES - 1);
  expect(await openLock(phone, code, now)).toBe("gone");
});

test("what was kept of another's lock does not open under this one's name", async () => {
  const kept = (await phone.belonging("key"))!;
  await phone.keepBelonging({ ...kept, owner: wang });
  expect(await openLock(phone, code, now)).toEqual({ left: 4 });
});

test("three days after the server was last heard nothing opens, nor where the clock was turned back", async () => {
  expect(await lockOn(phone, now + LASTS - 1)).toMatchObject({ owner: lin, left: 5 });
  await heard(phone, lin, now + 48 * hour);
  expect(await openLock(phone, code, now + 48 * hour + LASTS - 1)).toMatchObject({ owner: lin });
  expect(await openLock(phone, code, now + 48 * hour + LASTS)).toBe("gone");
  expect(await left()).toEqual([false, false]);
  await setLock(phone, lin, secretOf(lin), code, now);
  expect(await openLock(phone, code, now - 2 * hour)).toBe("gone");
});

test("whoever signs in next closes the last one's, and keeps their own", async () => {
  await heard(phone, lin, now);
  expect(await left()).toEqual([true, false]);
  await heard(phone, wang, now);
  expect(await left()).toEqual([false, false]);
});

test("a pack is taken only by who has a 口令 here, not more often than needed, opens for them alone and ends", async () => {
  const [mine, theirs] = [await tabOf(phone, lin), await tabOf(phone, wang)];
  let asked = 0;
  const ask = () => Promise.resolve((asked += 1, pack));
  await freshenPack(theirs, ask, now);
  expect([asked, await packOf(theirs, now)]).toEqual([0, undefined]);
  for (const later of [0, 1, 3]) await freshenPack(mine, ask, now + later * hour);
  expect([asked, (await packOf(mine, now))?.name]).toEqual([1, "林晓"]);
  await freshenPack(mine, ask, now + 5 * hour);
  expect(asked).toBe(2);
  await freshenPack(mine, () => Promise.resolve(undefined), now + 10 * hour);
  expect(await packOf(mine, now + 10 * hour)).toBeDefined();
  expect(await packOf(theirs, now)).toBeUndefined();
  expect(await packOf(mine, now + 5 * hour + LASTS)).toBeUndefined();
  expect(await phone.belonging("pack")).toBeUndefined();
});

test("what is guessed first is not taken", () => {
  for (const easy of ["000000", "123456", "654321", "121212", "345678", "890123", "123123"]) expect([easy, isEasy(easy)]).toEqual([easy, easy !== "890123"]);
  for (const fine of ["427905", "190226"]) expect(isEasy(fine)).toBe(false);
});
