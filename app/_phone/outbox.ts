import type { SheetInput } from "@/lib/quizzes/forms-sheets";
import type { VisitInput } from "@/lib/visits/forms";
import { type Deed, isUnsent, isVisit, type Item, type Picture, type Said, type SheetItem, type VisitItem, writtenAt } from "./item";
import { opened, openedBytes, sealed, sealedBytes } from "./seal";
import type { SealedPhoto, SealedRow, Shelf } from "./shelf";

type Kept = Omit<VisitItem, "photosLeft"> | Omit<SheetItem, "photosLeft">;
type Sealed = Pick<SealedRow, "iv" | "bytes">;

/** Other words of the same visit wait here, and whoever writes now has not seen them. */
export class Unseen extends Error {}
const refuseUnseen = (before: Item | undefined, { version = 0 }: VisitInput): void => {
  const { state } = before ?? {};
  const known = (before && isVisit(before) && before.visit.version) || 0;
  if (state === "conflict" || (state && state !== "sent" && known !== version)) throw new Unseen();
};

/** One person's items on this phone. */
export class Outbox {
  constructor(
    readonly owner: string,
    readonly shelf: Shelf,
    private readonly key: CryptoKey | undefined,
    private readonly clock: () => number = Date.now,
  ) {}

  async items(): Promise<Item[]> {
    const rows = await this.shelf.rows(this.owner);
    const items = await Promise.all(rows.map((row) => this.whole(row)));
    return items.filter((item) => item !== undefined).sort((a, b) => a.savedAt - b.savedAt || (a.id < b.id ? -1 : 1));
  }

  async item(id: string): Promise<Item | undefined> {
    const row = await this.shelf.row(id);
    return row?.owner === this.owner ? this.whole(row) : undefined;
  }

  async visit(id: string): Promise<VisitItem | undefined> {
    const item = await this.item(id);
    return item && isVisit(item) ? item : undefined;
  }

  private async whole(row: SealedRow): Promise<Item | undefined> {
    const said = await opened<Said>(this.key, row);
    if (!said) return undefined;
    const named: readonly string[] = said.deed === "examine" ? [] : (said.visit.photoIds ?? []);
    const here = named.length > 0 ? await this.shelf.photoIds(row.id) : [];
    return { ...said, id: row.id, state: row.state, savedAt: row.savedAt, photosLeft: named.filter((id) => here.includes(id)) };
  }

  /** One write after the other: a draft still on its way down must not land on top of what was handed in after it. */
  private last: Promise<unknown> = Promise.resolve();
  private inLine<T>(work: () => Promise<T>): Promise<T> {
    const done = this.last.then(work);
    this.last = done.catch(() => undefined);
    return done;
  }

  /** Written, with its pictures, read back and compared before this resolves. */
  keep(item: Kept, photos: readonly SealedPhoto[] = []): Promise<void> {
    return this.inLine(() => this.write(item, photos));
  }

  private async write({ id, state, savedAt, ...said }: Kept, photos: readonly SealedPhoto[]): Promise<void> {
    await this.shelf.put({ id, owner: this.owner, state, savedAt, ...(await sealed(this.key, this.owner, id, said)) }, photos);
    this.changed();
  }

  /** Whether what rests here is sealed at all: on a page that came over plain http nothing can be, and nothing may leave it. */
  get sealing(): boolean {
    return this.key !== undefined;
  }

  /** What became of the words that were sent. Where others have taken their place meanwhile, those stand: the answer is no. */
  conclude(sent: Item, next: Kept): Promise<boolean> {
    return this.inLine(async () => {
      const now = await this.item(sent.id);
      const same = now?.state === sent.state && now.deed === sent.deed && writtenAt(now) === writtenAt(sent);
      if (same) await this.write(next, []);
      return same;
    });
  }

  /** What is being written, as it is now, and pictures just taken with it. What is on its way is not turned back into a draft. */
  jot(visit: VisitInput, door: string, pictures: readonly Picture[] = []): Promise<void> {
    return this.inLine(() => this.jotNow(visit, door, pictures));
  }

  private async jotNow(visit: VisitInput, door: string, pictures: readonly Picture[]): Promise<void> {
    const before = await this.item(visit.id);
    refuseUnseen(before, visit);
    const onItsWay = before?.state === "queued" || before?.state === "sending";
    if (onItsWay && pictures.length > 0) throw new Error("the words have been handed in");
    if (!onItsWay) await this.write({ ...fresh(visit, door), state: "draft", savedAt: this.clock() }, await this.seal(visit.id, pictures));
  }

  /** Handed to the outbox: from here on it goes by itself. `settles` says that what waited under this name has been looked at. */
  queue(visit: VisitInput, door: string, deed: Deed = "submit", photos: readonly SealedPhoto[] = [], settles = false): Promise<void> {
    const savedAt = this.clock();
    return this.inLine(async () => {
      if (!settles) refuseUnseen(await this.item(visit.id), visit);
      await this.write({ ...fresh({ ...visit, capturedAt: visit.capturedAt ?? savedAt }, door), deed, state: "queued", savedAt }, photos);
    });
  }

  /** 考核表, as far as it is marked; and, `queued`, as it is handed in. What is on its way stays as it went. */
  restSheet(sheet: SheetInput, door: string, state: "draft" | "queued", setOutAt: number | null = null): Promise<void> {
    return this.inLine(async () => {
      const before = (await this.item(sheet.id))?.state;
      if (before === "queued" || before === "sending" || before === "sent") return;
      await this.write({ ...standing, id: sheet.id, door, deed: "examine", sheet, setOutAt, state, savedAt: this.clock() }, []);
    });
  }

  private seal(visitId: string, pictures: readonly Picture[]): Promise<SealedPhoto[]> {
    const one = async ({ id, bytes }: Picture) => ({ id, visitId, owner: this.owner, ...(await sealedBytes(this.key, this.owner, id, bytes)) });
    return Promise.all(pictures.map(one));
  }

  /** A picture as it was taken; undefined where it is not mine, not here or damaged. */
  async picture(id: string): Promise<Picture["bytes"] | undefined> {
    const resting = await this.shelf.photo(id);
    return resting?.owner === this.owner ? openedBytes(this.key, resting) : undefined;
  }

  async dropPicture(id: string): Promise<void> {
    await this.shelf.removePhoto(id);
    this.changed();
  }

  /** What is not sent and rests in this page's memory alone. */
  async alone(): Promise<Item[]> {
    const here = this.shelf.fleeting();
    return here.length === 0 ? [] : (await this.items()).filter((item) => here.includes(item.id) && isUnsent(item));
  }

  /** Goes down into the phone where there is room again. */
  async sink(): Promise<void> {
    const before = this.shelf.fleeting().length;
    if (before === 0) return;
    await this.shelf.sink?.().catch(() => undefined);
    if (this.shelf.fleeting().length < before) this.changed();
  }

  async remove(id: string): Promise<void> {
    await this.inLine(() => this.shelf.remove(id));
    this.changed();
  }

  /** Something of mine besides items, sealed as they are; what another left under the name does not open. */
  async beside<T>(name: string): Promise<T | undefined> {
    const found = await this.shelf.belonging(name);
    if (found?.owner !== this.owner) return undefined;
    const { iv, bytes } = found.value as Sealed;
    return opened<T>(this.key, { id: name, owner: this.owner, iv, bytes });
  }

  async keepBeside(name: string, says: unknown): Promise<void> {
    await this.shelf.keepBelonging({ name, owner: this.owner, value: await sealed(this.key, this.owner, name, says) });
  }

  /** Whether this key opens it: an item that came back in a file, say. */
  async opens(row: SealedRow): Promise<boolean> {
    return row.owner === this.owner && (await opened<Said>(this.key, row)) !== undefined;
  }

  /** Tells this page and the other tabs to look again. */
  changed(): void {
    if (typeof window === "undefined") return;
    window.dispatchEvent(new Event(CHANGED));
    channel()?.postMessage(0);
  }
}

export const CHANGED = "qinglan-outbox";
/** Said to the other tabs when its person has gone: they go too. */
export const LEFT = "left";
let shared: BroadcastChannel | undefined;
/** Other tabs of this browser. */
export const channel = (): BroadcastChannel | undefined =>
  typeof BroadcastChannel === "undefined" ? undefined : (shared ??= new BroadcastChannel(CHANGED));

const standing = { tries: 0, nextTryAt: 0, reason: "", fields: {}, theirs: null };
const fresh = (visit: VisitInput, door: string) => ({ ...standing, id: visit.id, visit, door, deed: "submit" as Deed });
