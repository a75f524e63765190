import "fake-indexeddb/auto";
import { Outbox } from "@/app/_phone/outbox";
import { keyFrom } from "@/app/_phone/seal";
import { drain, type Post } from "@/app/_phone/sender";
import { openShelf } from "@/app/_phone/shelf";
import type { Id } from "@/lib/kernel/id";
import { formOf } from "./cases";
import { type Load, press } from "./load";
import type { Open } from "./servers";

export type Draining = { items: number; arrived: number; seconds: number; aloneMs: number; meanwhileMs: number };

/** So many visits that waited on one phone go in one go, while somebody else reads: how long it takes, and what it costs the reader. */
export async function drainOf(items: number, author: Id<"person">, town: Open, reader: Load): Promise<Draining> {
  const outbox = new Outbox(author, await openShelf("bench"), await keyFrom(Buffer.alloc(32, author).toString("base64url")));
  for (let count = 0; count < items; count++) await outbox.queue(formOf(town.homes, count), "");
  const { p50: aloneMs } = await press(reader, 1, 60);
  const started = performance.now();
  let going = true;
  const drained = drain(outbox, postTo(town), Date.now).finally(() => (going = false));
  const waits: number[] = [];
  while (going) waits.push(await once(reader));
  await drained;
  const seconds = (performance.now() - started) / 1000;
  const arrived = (await outbox.items()).filter(({ state }) => state === "sent").length;
  return { items, arrived, seconds, aloneMs, meanwhileMs: middle(waits) };
}

const postTo = ({ server: { origin }, cookies }: Open): Post => async (envelope) => {
  const headers = { "Content-Type": "application/json", Origin: origin, Cookie: cookies.writer };
  const answer = await fetch(`${origin}/api/v1/outbox`, { method: "POST", headers, body: JSON.stringify(envelope) });
  return { status: answer.status, answer: (await answer.json()) as { ok: false } };
};

async function once({ server, next }: Load): Promise<number> {
  const { path, headers } = next();
  const started = performance.now();
  await (await fetch(server.origin + path, { headers: headers as Record<string, string> })).text();
  return performance.now() - started;
}

const middle = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
