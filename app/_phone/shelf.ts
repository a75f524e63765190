import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { ItemState } from "@/lib/words/outbox";

/** One item as it rests: whose it is and how it stands in the open, what it says sealed. */
export type SealedRow = { id: string; owner: string; state: ItemState; savedAt: number; iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer };
type Lease = { name: string; holder: string; until: number };

/** Where rows rest on this phone: in its database or, where it has none, in the memory of this one page. */
export interface Shelf {
  /** False where nothing outlives the page; the screen then says so. */
  readonly lasting: boolean;
  rows(owner: string): Promise<SealedRow[]>;
  row(id: string): Promise<SealedRow | undefined>;
  put(row: SealedRow): Promise<void>;
  remove(id: string): Promise<void>;
  /** One holder at a time, for so long: the turn-taking of browsers without Web Locks. */
  lease(name: string, holder: string, now: number, until: number): Promise<boolean>;
}

interface Schema extends DBSchema {
  items: { key: string; value: SealedRow; indexes: { owner: string } };
  leases: { key: string; value: Lease };
}

/** The phone's own database. Every write has reached the disk, as far as a browser can promise, before it resolves. */
export async function openShelf(name = "qinglan"): Promise<Shelf> {
  const db = await openDB<Schema>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore("items", { keyPath: "id" }).createIndex("owner", "owner");
      fresh.createObjectStore("leases", { keyPath: "name" });
    },
    blocking: () => db.close(), // a later version of this page waits for nobody
  });
  return shelfOn(db);
}

const strict = { durability: "strict" } as const;

const shelfOn = (db: IDBPDatabase<Schema>): Shelf => ({
  lasting: true,
  rows: (owner) => db.getAllFromIndex("items", "owner", owner),
  row: (id) => db.get("items", id),
  put: async (row) => {
    const tx = db.transaction("items", "readwrite", strict);
    await tx.store.put(row);
    await tx.done;
    const kept = await db.get("items", row.id);
    if (!kept || !sameBytes(kept.bytes, row.bytes)) throw new Error("what was written cannot be read back");
  },
  remove: (id) => db.delete("items", id),
  lease: async (name, holder, now, until) => {
    const tx = db.transaction("leases", "readwrite");
    const held = await tx.store.get(name);
    const free = !held || held.holder === holder || held.until <= now;
    if (free) await tx.store.put({ name, holder, until });
    await tx.done;
    return free;
  },
});

function sameBytes(a: ArrayBuffer, b: ArrayBuffer): boolean {
  const [one, other] = [new Uint8Array(a), new Uint8Array(b)];
  return one.length === other.length && one.every((byte, place) => byte === other[place]);
}

/** Private windows and old kernels have no database to give: then the page itself is the shelf. */
export function memoryShelf(): Shelf {
  const kept = new Map<string, SealedRow>();
  return {
    lasting: false,
    rows: (owner) => Promise.resolve([...kept.values()].filter((row) => row.owner === owner)),
    row: (id) => Promise.resolve(kept.get(id)),
    put: (row) => Promise.resolve(void kept.set(row.id, row)),
    remove: (id) => Promise.resolve(void kept.delete(id)),
    lease: () => Promise.resolve(true),
  };
}
