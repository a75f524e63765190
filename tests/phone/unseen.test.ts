import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { Unseen } from "@/app/_phone/outbox";
import { newId } from "@/lib/kernel/id";
import type { VisitInput } from "@/lib/visits/forms";
import type { ItemState } from "@/lib/words/outbox";
import { freshPhone, tabOf } from "../support/phones";

const id = newId<"visit">();
const visit = (account: string, version: number): VisitInput =>
  ({ id, version, kind: "household_day", householdId: newId<"household">(), visitedOn: "2026-03-03", slot: "morning", topics: ["safety"], account, matter: "none", problemTitle: "", capturedAt: 1 });

async function phoneWith(state: ItemState, version: number) {
  const tab = await tabOf(await freshPhone(), newId<"person">());
  await tab.queue(visit("手机上写的", version), "");
  await tab.keep({ ...(await tab.item(id))!, state });
  return tab;
}

test.each([["conflict", 1, 1], ["conflict", 1, 2], ["queued", 1, 2], ["sending", 1, 2], ["draft", 1, 2], ["rejected", 1, 2]] as const)(
  "words that wait here as %s of version %i are not written over by whoever opened version %i", async (state, version, opened) => {
    const tab = await phoneWith(state, version);
    await expect(tab.jot(visit("系统里的，又添了一个字", opened), "")).rejects.toBeInstanceOf(Unseen);
    await expect(tab.queue(visit("系统里的，又添了一个字", opened), "")).rejects.toBeInstanceOf(Unseen);
    expect(await tab.item(id)).toMatchObject({ state, visit: { account: "手机上写的" } });
  });

test("whoever has looked at both settles it; a draft goes on, and what was sent may be written anew", async () => {
  const disputed = await phoneWith("conflict", 1);
  await disputed.queue(visit("两边都留", 2), "", "submit", [], true);
  expect(await disputed.item(id)).toMatchObject({ state: "queued", visit: { account: "两边都留" } });
  for (const state of ["draft", "rejected"] as const) {
    const tab = await phoneWith(state, 1);
    await tab.jot(visit("接着写", 1), "");
    expect(await tab.item(id)).toMatchObject({ state: "draft", visit: { account: "接着写" } });
  }
  const arrived = await phoneWith("sent", 1);
  await arrived.jot(visit("再改", 2), "");
  expect(await arrived.item(id)).toMatchObject({ state: "draft", visit: { account: "再改" } });
});
