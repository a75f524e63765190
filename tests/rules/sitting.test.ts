import fc from "fast-check";
import { expect, test } from "vitest";
import { after, aheadOf, type Event, nowAt, progressOf, seenOf, sittingOf } from "@/app/(desk)/reviews/sitting";

const line = (id: string, group = "林晓") => ({ id, version: 1, author: "林晓", group, door: "", on: "", account: "", late: false, by: "" });
const five = ["a", "b", "c", "d", "e"].map((id) => line(id, id === "b" || id === "e" ? "赵宁" : "林晓"));
const order = (sitting: ReturnType<typeof sittingOf>) => sitting.items.map(({ id }) => id).join("");

test("one person's week is read together, whoever waits longest first", () => {
  expect(order(sittingOf(five, undefined))).toBe("acdbe");
  expect(nowAt(sittingOf(five, undefined))!.id).toBe("a");
});

test("an answer leads on to the next one that waits, from the end back to what was skipped; a refusal comes back", () => {
  let sitting = sittingOf(five, "d");
  for (const id of ["d", "b", "e"]) sitting = after(sitting, { is: "sent", ids: [id], word: "已通过" });
  expect(sitting.at).toBe("a");
  sitting = after(after(sitting, { is: "landed", ids: ["d"] }), { is: "refused", id: "b", why: "没有信号" });
  expect(sitting.items.map(({ stage }) => stage)).toEqual(["waiting", "waiting", "done", "waiting", "sending"]);
  expect(progressOf(sitting)).toEqual({ done: 2, all: 5 });
  sitting = after(sitting, { is: "undone", ids: ["d"], versions: { d: 3 } });
  expect(nowAt(sitting)).toMatchObject({ id: "d", stage: "waiting", version: 3 });
});

test("what is put aside comes last, and only what was opened may pass in one go", () => {
  let sitting = after(sittingOf(five, undefined), { is: "opened", id: "a" });
  sitting = after(sitting, { is: "put", id: "a" });
  expect([order(sitting), sitting.at]).toEqual(["cdbea", "c"]);
  expect(seenOf(sitting).map(({ id }) => id)).toEqual(["a"]);
  expect(aheadOf(sitting)).toEqual(["d", "b"]);
});

const id = fc.constantFrom("a", "b", "c", "d", "e");
const event: fc.Arbitrary<Event> = fc.oneof(
  id.map((one) => ({ is: "opened" as const, id: one })),
  fc.constantFrom(1 as const, -1 as const).map((by) => ({ is: "stepped" as const, by })),
  fc.array(id, { maxLength: 2 }).map((ids) => ({ is: "sent" as const, ids, word: "已通过" })),
  fc.array(id, { maxLength: 2 }).map((ids) => ({ is: "landed" as const, ids })),
  id.map((one) => ({ is: "refused" as const, id: one, why: "没有信号" })),
  id.map((one) => ({ is: "gone" as const, id: one, word: "已由 周敏 批阅：通过" })),
  id.map((one) => ({ is: "put" as const, id: one })),
  id.map((one) => ({ is: "undone" as const, ids: [one], versions: { [one]: 3 } })),
);

test("whatever happens, nothing is lost from a sitting, and nothing that was not opened passes", () => {
  fc.assert(fc.property(fc.array(event, { maxLength: 30 }), (events) => {
    const opened = new Set(events.flatMap((one) => (one.is === "opened" ? [one.id] : [])));
    const sitting = events.reduce(after, sittingOf(five, undefined));
    expect(sitting.items.map((item) => item.id).sort()).toEqual(["a", "b", "c", "d", "e"]);
    for (const item of seenOf(sitting)) expect(opened.has(item.id)).toBe(true);
    expect(progressOf(sitting).all).toBe(5);
    for (const ahead of aheadOf(sitting)) expect(sitting.items.find((item) => item.id === ahead)!.stage).toBe("waiting");
  }));
});
