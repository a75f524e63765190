import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { ItemState } from "@/lib/words/outbox";

/** One item as it rests: whose it is and how it stands in the open, what it says sealed. */
export type SealedRow = { id: string; owner: string; state: ItemState; savedAt: number; iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer };
/** A picture as it rests, sealed like the item it belongs to. */
export type SealedPhoto = { id: string; visitId: string; owner: string; iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer };
/** Whatever else a person leaves on this phone under a name of its own: the wrapped key, the pack. */
export type Belonging = { name: string; owner: string; value: unknown };
type Lease = { name: string; holder: string; until: number };

/** Where rows rest on this phone: in its database or, where it has none, in the memory of this one page. */
export interface Shelf {
  /** False where something does not outlive the page; the screen then says so. */
  readonly lasting: boolean;
  /** Items that rest in this page's memory alone. */
  fleeting(): string[];
  /** They go down into the phone where there is room again. */
  sink?(): Promise<void>;
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
  /** The names of those that begin so, whosever they are. */
  belongingNames(prefix: string): Promise<string[]>;
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
export const shelfIn = (name = "qinglan"): Shelf => shelfOn(connection(name));

export async function openShelf(name = "qinglan"): Promise<Shelf> {
  const shelf = shelfIn(name);
  await shelf.row(""); // says no here and not later, where the browser gives no database
  return shelf;
}

type At = <T>(work: (db: IDBPDatabase<Schema>) => Promise<T>) => Promise<T>;
const AGAIN = 20_000;

/** Some browsers do not answer at first, and iPhones lose the connection in the background: it is asked for again. */
function connection(name: string): At {
  let open: Promise<IDBPDatabase<Schema>> | undefined;
  const lost = () => void (open = undefined);
  const opened = () => {
    open ??= Promise.race([opening(name, lost), tooLong()]).catch((error: unknown) => {
      setTimeout(lost, AGAIN);
      throw error;
    });
    return open;
  };
  return async (work) => {
    try {
      return await work(await opened());
    } catch (error) {
      if (!(error instanceof DOMException && broken.includes(error.name)) || !open) throw error;
      lost();
      return work(await opened()); // to ask twice is to ask once: every deed here says what is, not what is added
    }
  };
}

/** Said of the connection, not of what was written. */
const broken = ["InvalidStateError", "UnknownError"];

/** Some browsers never answer when asked for their database: a form must not wait for that for ever. */
const tooLong = (): Promise<never> => new Promise((_, give) => setTimeout(() => give(new Error("no database")), 10_000));

const opening = (name: string, lost: () => void) => openDB<Schema>(name, 2, {
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
  blocking: (_now, _then, event) => (lost(), (event.target as IDBDatabase).close()), // a later version of this page waits for nobody
  terminated: lost,
});

const strict = { durability: "strict" } as const;

const shelfOn = (at: At): Shelf => ({
  lasting: true,
  fleeting: () => [],
  rows: (owner) => at((db) => db.getAllFromIndex("items", "owner", owner)),
  row: (id) => at((db) => db.get("items", id)),
  put: (row, photos = []) => at(async (db) => {
    const tx = db.transaction(["items", "photos"], "readwrite", strict);
    await Promise.all([tx.objectStore("items").put(row), ...photos.map((photo) => tx.objectStore("photos").put(photo)), tx.done]);
    const kept = await Promise.all([db.get("items", row.id), ...photos.map(({ id }) => db.get("photos", id))]);
    const meant = [row, ...photos];
    if (!kept.every((one, place) => one && sameBytes(one.bytes, meant[place]!.bytes))) throw new Error("what was written cannot be read back");
  }),
  remove: (id) => at(async (db) => {
    const tx = db.transaction(["items", "photos"], "readwrite", strict);
    const pictures = await tx.objectStore("photos").index("visit").getAllKeys(id);
    await Promise.all([tx.objectStore("items").delete(id), ...pictures.map((picture) => tx.objectStore("photos").delete(picture)), tx.done]);
  }),
  photos: (visitId) => at((db) => db.getAllFromIndex("photos", "visit", visitId)),
  photoIds: (visitId) => at((db) => db.getAllKeysFromIndex("photos", "visit", visitId)),
  photo: (id) => at((db) => db.get("photos", id)),
  removePhoto: (id) => at((db) => db.delete("photos", id)),
  belonging: (name) => at((db) => db.get("belongings", name)),
  belongingNames: (prefix) => at((db) => db.getAllKeys("belongings", IDBKeyRange.bound(prefix, `${prefix}\uffff`))),
  keepBelonging: (belonging) => at(async (db) => void (await db.put("belongings", belonging))),
  dropBelonging: (name) => at((db) => db.delete("belongings", name)),
  reviseBelonging: (name, change) => at(async (db) => {
    const tx = db.transaction("belongings", "readwrite", strict);
    const found = await tx.store.get(name);
    const revised = found && { ...found, value: change(found.value) };
    if (revised) await tx.store.put(revised);
    await tx.done;
    return revised;
  }),
  lease: (name, holder, now, until) => at(async (db) => {
    const tx = db.transaction("leases", "readwrite");
    const held = await tx.store.get(name);
    const free = !held || held.holder === holder || held.until <= now;
    if (free) await tx.store.put({ name, holder, until });
    await tx.done;
    return free;
  }),
});

function sameBytes(a: ArrayBuffer, b: ArrayBuffer): boolean {
  const [one, other] = [new Uint8Array(a), new Uint8Array(b)];
  return one.length === other.length && one.every((byte, place) => byte === other[place]);
}
