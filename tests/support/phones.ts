import { IDBFactory } from "fake-indexeddb";
import { Outbox } from "@/app/_phone/outbox";
import { keyFrom } from "@/app/_phone/seal";
import { openShelf, type Shelf } from "@/app/_phone/shelf";
import type { Id } from "@/lib/kernel/id";

export const secretOf = (person: string) => Buffer.alloc(32, person).toString("base64url");

/** A phone with nothing on it: the browser's database, made anew. */
export async function freshPhone(): Promise<Shelf> {
  globalThis.indexedDB = new IDBFactory();
  return openShelf();
}

/** A tab of that phone in which somebody is signed in. */
export const tabOf = async (shelf: Shelf, person: Id<"person">, clock: () => number = Date.now): Promise<Outbox> =>
  new Outbox(person, shelf, await keyFrom(secretOf(person)), clock);
