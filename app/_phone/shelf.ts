import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { ItemState } from "@/lib/words/outbox";

/** One item as it rests: whose it is and how it stands in the open, what it says sealed. */
export type SealedRow = { id: string; owner: string; state: ItemState; savedAt: number; iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer };
/** A picture as it rests, sealed like the item it belongs to. */
export type SealedPhoto = { id: string; visitId: string; owner: string; iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer };
/** Whatever else a person leaves on this phone under a name of its own: the wrapped key, the pack. */
type Belonging = { name: string; owner: string; value: unknown };
type Lease = { name: string; holder: string; until: number };

/** Where rows rest on this phone: in its database or, where it has none, in the memory of this one page. */
export interface Shelf {
  /** False where nothing outlives the page; the screen then says so. */
  readonly lasting: boolean;
  rows(owner: string): Promise<SealedRow[]>;
  row(id: string): Promise<SealedRow | undefined>;
  /** An item and the pictures that came with it, or neither: one transaction, read back and compared. */
  put(row: SealedRow, photos?: readonly SealedPhoto[]): Promise<void>;
  /** An item and its pictures. */
  remove(id: string): Promise<void>;
  photos(visitId: string): Promise<SealedPhoto[]>;
  /** Their names alone: pictures are heavy. */
  photoIds(visitId: string): Promise<string[]>;
  photo(id: string): Promise<SealedPhoto | undefined>;
  removePhoto(id: string): Promise<void>;
  belonging(name: string): Promise<Belonging | undefined>;
  keepBelonging(belonging: Belonging): Promise<void>;
  dropBelonging(name: string): Promise<void>;
  /** Read and written in one go, so that of two tabs neither undoes the other; undefined where there is none. */
  reviseBelonging(name: string, change: (value: unknown) => unknown): Promise<Belonging | undefined>;
  /** One holder at a time, for so long: the turn-taking of browsers without Web Locks. */
  lease(name: string, holder: string, now: number, until: number): Promise<boolean>;
}

interface Schema extends DBSchema {
  items: { key: string; value: SealedRow; indexes: { owner: string } };
  photos: { key: string; value: SealedPhoto; indexes: { visit: string } };
  belongings: { key: string; value: Belonging };
  leases: { key: string; value: Lease };
}

/** The phone's own database. Every write has reached the disk, as far as a browser can promise, before it resolves. */
export async function openShelf(name = "qinglan"): Promise<Shelf> {
  const db = await openDB<Schema>(name, 2, {
    upgrade(grown, from) {
      if (from < 1) {
        grown.createObjectStore("items", { keyPath: "id" }).createIndex("owner", "owner");
        grown.createObjectStore("leases", { keyPath: "name" });
      }
      if (from < 2) {
        grown.createObjectStore("photos", { keyPath: "id" }).createIndex("visit", "visitId");
        grown.createObjectStore("belongings", { keyPath: "name" });
      }
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
  put: async (row, photos = []) => {
    const tx = db.transaction(["items", "photos"], "readwrite", strict);
    await Promise.all([tx.objectStore("items").put(row), ...photos.map((photo) => tx.objectStore("photos").put(photo)), tx.done]);
    const kept = await Promise.all([db.get("items", row.id), ...photos.map(({ id }) => db.get("photos", id))]);
    const meant = [row, ...photos];
    if (!kept.every((one, place) => one && sameBytes(one.bytes, meant[place]!.bytes))) throw new Error("what was written cannot be read back");
  },
  remove: async (id) => {
    const tx = db.transaction(["items", "photos"], "readwrite", strict);
    const pictures = await tx.objectStore("photos").index("visit").getAllKeys(id);
    await Promise.all([tx.objectStore("items").delete(id), ...pictures.map((picture) => tx.objectStore("photos").delete(picture)), tx.done]);
  },
  photos: (visitId) => db.getAllFromIndex("photos", "visit", visitId),
  photoIds: (visitId) => db.getAllKeysFromIndex("photos", "visit", visitId),
  photo: (id) => db.get("photos", id),
  removePhoto: (id) => db.delete("photos", id),
  belonging: (name) => db.get("belongings", name),
  keepBelonging: async (belonging) => void (await db.put("belongings", belonging)),
  dropBelonging: (name) => db.delete("belongings", name),
  reviseBelonging: async (name, change) => {
    const tx = db.transaction("belongings", "readwrite", strict);
    const found = await tx.store.get(name);
    const revised = found && { ...found, value: change(found.value) };
    if (revised) await tx.store.put(revised);
    await tx.done;
    return revised;
  },
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
  const pictures = new Map<string, SealedPhoto>();
  const belongings = new Map<string, Belonging>();
  const picturesOf = (visitId: string) => [...pictures.values()].filter((one) => one.visitId === visitId);
  const done = (work: unknown) => Promise.resolve(void work);
  return {
    lasting: false,
    rows: (owner) => Promise.resolve([...kept.values()].filter((row) => row.owner === owner)),
    row: (id) => Promise.resolve(kept.get(id)),
    put: (row, photos = []) => done([kept.set(row.id, row), photos.forEach((one) => pictures.set(one.id, one))]),
    remove: (id) => done([kept.delete(id), picturesOf(id).forEach((one) => pictures.delete(one.id))]),
    photos: (visitId) => Promise.resolve(picturesOf(visitId)),
    photoIds: (visitId) => Promise.resolve(picturesOf(visitId).map(({ id }) => id)),
    photo: (id) => Promise.resolve(pictures.get(id)),
    removePhoto: (id) => done(pictures.delete(id)),
    belonging: (name) => Promise.resolve(belongings.get(name)),
    keepBelonging: (one) => done(belongings.set(one.name, one)),
    dropBelonging: (name) => done(belongings.delete(name)),
    reviseBelonging: (name, change) => {
      const found = belongings.get(name);
      const revised = found && { ...found, value: change(found.value) };
      if (revised) belongings.set(name, revised);
      return Promise.resolve(revised);
    },
    lease: () => Promise.resolve(true),
  };
}
