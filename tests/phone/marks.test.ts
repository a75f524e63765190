import { expect, test } from "vitest";
import { type Answer, type Mark, MarkQueue } from "@/app/(desk)/topics/[id]/defence/mark-queue";

/** A server one can be cut off from, which answers when it is told to. */
function server() {
  const got: Mark[] = [];
  const heard: ((answer: Answer | undefined) => void)[] = [];
  const post = (mark: Mark) => new Promise<Answer | undefined>((answer) => (got.push(mark), heard.push(answer)));
  const say = async (answer: Answer | undefined) => {
    heard.shift()!(answer);
    await new Promise((done) => setTimeout(done));
  };
  return { got, post, say, open: () => heard.length };
}
const drawer = () => {
  const kept = new Map<string, string>();
  return { kept, getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, words: string) => void kept.set(key, words), removeItem: (key: string) => void kept.delete(key) };
};
const yes: Answer = { ok: true };

test("taps leave at once, one at a time and in their order, and of several on one criterion the last counts", async () => {
  const { got, post, say, open } = server();
  const queue = new MarkQueue("q", [], post);
  queue.mark("a", 85);
  queue.mark("b", 75);
  queue.mark("b", 76);
  queue.mark("a", 86);
  expect(queue.snapshot().points).toEqual(new Map([["a", 86], ["b", 76]]));
  expect(got).toEqual([{ criterionId: "a", points: 85 }]);
  await say(yes);
  expect(open()).toBe(1);
  await say(yes);
  await say(yes);
  expect(got.slice(1)).toEqual([{ criterionId: "b", points: 76 }, { criterionId: "a", points: 86 }]);
  expect(queue.snapshot()).toMatchObject({ waiting: new Map(), cut: false });
});

test("what does not arrive stays on the screen and beside the page, and a page opened later sends it", async () => {
  const { got, post, say } = server();
  const rest = drawer();
  const first = new MarkQueue("q", [["a", 60]], post, () => rest);
  first.mark("a", 95);
  await say(undefined);
  expect(first.snapshot()).toMatchObject({ points: new Map([["a", 95]]), waiting: new Map([["a", 95]]), cut: true });
  expect([...rest.kept]).toEqual([["q", '[["a",95]]']]);

  const later = new MarkQueue("q", [["a", 60]], post, () => rest);
  later.takeUp(["a"]);
  expect(later.snapshot().points.get("a")).toBe(95);
  expect(got.at(-1)).toEqual({ criterionId: "a", points: 95 });
  await say(yes);
  expect(later.snapshot().waiting.size).toBe(0);
  expect(rest.kept.size).toBe(0);
});

test("signed out it waits; refused it says why and sends no more; what no one knows in the drawer is left alone", async () => {
  const { got, post, say } = server();
  const rest = drawer();
  rest.setItem("q", '[["gone",80],["a","x"],7]');
  const queue = new MarkQueue("q", [], post, () => rest);
  queue.takeUp(["a"]);
  expect(got).toEqual([]);
  queue.mark("a", 95);
  await say({ ok: false, signedOut: true });
  expect(queue.snapshot()).toMatchObject({ signedOut: true, waiting: new Map([["a", 95]]) });
  void queue.send();
  await say({ ok: false, message: "评分已经停止，不能再打分" });
  expect(queue.snapshot()).toMatchObject({ no: "评分已经停止，不能再打分", waiting: new Map() });
  queue.mark("a", 90);
  expect(got).toHaveLength(2);
});
