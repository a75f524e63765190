import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { Outbox } from "@/app/_phone/outbox";
import { rescueFile, takeIn } from "@/app/_phone/rescue";
import { newId } from "@/lib/kernel/id";
import type { VisitInput } from "@/lib/visits/forms";
import { freshPhone, tabOf } from "../support/phones";

const [lin, wang] = [newId<"person">(), newId<"person">()];
const words = "屋后的水沟又堵了";
const visit = (account = words): VisitInput =>
  ({ id: newId<"visit">(), kind: "household_day", householdId: newId<"household">(), visitedOn: "2026-03-03", slot: "morning", topics: ["safety"], account, matter: "none", problemTitle: "" });
const picture = (visitId: string, owner: string) => ({ id: newId<"photo">() as string, visitId, owner, iv: crypto.getRandomValues(new Uint8Array(12)), bytes: crypto.getRandomValues(new Uint8Array(300)).buffer });

async function filled() {
  let now = 1_000;
  const tab = await tabOf(await freshPhone(), lin, () => (now += 1));
  const [draft, queued, sent] = [visit("还没写完"), visit(), visit("已经到了")];
  await tab.jot(draft, "陈** 户");
  await tab.queue(queued, "陈** 户");
  await tab.queue(sent, "");
  await tab.keep({ ...(await tab.item(sent.id))!, state: "sent" });
  await tab.shelf.put((await tab.shelf.row(queued.id))!, [picture(queued.id, lin)]);
  const text = JSON.stringify(await rescueFile(tab));
  return { tab, draft, queued, sent, text };
}

test("what was not sent comes back on another phone, drafts and pictures too, word for word", async () => {
  const { tab, draft, queued, text } = await filled();
  const before = await tab.items();
  const photos = await tab.shelf.photos(queued.id);
  expect(text).not.toContain(words);
  const other = await tabOf(await freshPhone(), lin);
  expect(await takeIn(other, text)).toEqual({ back: 2, newer: 0, shut: 0 });
  expect(await other.items()).toEqual(before.filter(({ id }) => id === draft.id || id === queued.id));
  expect(await other.shelf.photos(queued.id)).toEqual(photos);
  expect(await takeIn(other, text)).toEqual({ back: 0, newer: 2, shut: 0 });
});

test("nobody else takes it in, under whatever name", async () => {
  const { text } = await filled();
  const theirs = await tabOf(await freshPhone(), wang);
  expect(await takeIn(theirs, text)).toBe("another's");
  expect(await takeIn(theirs, text.replaceAll(lin, wang))).toEqual({ back: 0, newer: 0, shut: 2 });
  expect(await theirs.shelf.rows(wang)).toEqual([]);
});

test("what was written since is not written over", async () => {
  const { tab, draft, queued, text } = await filled();
  await tab.jot({ ...draft, account: "后来又写了一段" }, "");
  await tab.remove(queued.id);
  expect(await takeIn(tab, text)).toEqual({ back: 1, newer: 1, shut: 0 });
  expect([(await tab.visit(draft.id))!.visit.account, (await tab.visit(queued.id))!.visit.account]).toEqual(["后来又写了一段", words]);
});

test("what was on its way when it was saved waits again; a damaged item holds up none of the others", async () => {
  const { tab, queued, text } = await filled();
  await tab.keep({ ...(await tab.item(queued.id))!, state: "sending" });
  const file = await rescueFile(tab);
  const [first] = file.items;
  const other = await tabOf(await freshPhone(), lin);
  expect(await takeIn(other, JSON.stringify({ ...file, items: [{ ...first!, bytes: "A!" }, ...file.items.slice(1)] }))).toMatchObject({ back: 1, shut: 1 });
  expect((await other.item(queued.id))?.state).toBe("queued");
  for (const wrong of ["", "{", "null", "[]", text.replace('"version":1', '"version":2'), text.replace("qinglan-outbox", "other")]) expect(await takeIn(other, wrong)).toBe("unreadable");
});

test("where nothing can be sealed no file is made at all", async () => {
  const bare = new Outbox(newId<"person">(), await freshPhone(), undefined);
  expect(bare.sealing).toBe(false);
  await expect(rescueFile(bare)).rejects.toThrow("sealed");
});
