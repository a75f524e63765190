import type { Theirs } from "@/app/api/v1/outbox/deliver";
import type { VisitInput } from "@/lib/visits/forms";
import type { ItemState } from "@/lib/words/outbox";
import { opened, sealed } from "./seal";
import type { Shelf } from "./shelf";

export type Deed = "submit" | "save";
/** What an item says; only its owner's key opens it. */
export type Said = {
  deed: Deed;
  visit: VisitInput;
  /** 「陈** 户 · 昇光村」, so that a list needs no server. */
  door: string;
  tries: number;
  /** Not before; 0 is at once. */
  nextTryAt: number;
  /** Why it stands as it does, in words; empty where the state says it all. */
  reason: string;
  fields: Record<string, string>;
  theirs: Theirs | null;
};
export type Item = Said & { id: string; state: ItemState; savedAt: number };

/** What has not reached the server. A draft has not either. */
export const isUnsent = ({ state }: Pick<Item, "state">): boolean => state !== "sent";

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
    const items = await Promise.all(rows.map(async ({ id, state, savedAt, ...row }) => {
      const said = await opened<Said>(this.key, { id, ...row });
      return said && { ...said, id, state, savedAt };
    }));
    return items.filter((item) => item !== undefined).sort((a, b) => a.savedAt - b.savedAt || (a.id < b.id ? -1 : 1));
  }

  async item(id: string): Promise<Item | undefined> {
    const row = await this.shelf.row(id);
    if (row?.owner !== this.owner) return undefined;
    const said = await opened<Said>(this.key, row);
    return said && { ...said, id, state: row.state, savedAt: row.savedAt };
  }

  /** Written, read back and compared before this resolves. */
  async keep({ id, state, savedAt, ...said }: Item): Promise<void> {
    await this.shelf.put({ id, owner: this.owner, state, savedAt, ...(await sealed(this.key, this.owner, id, said)) });
    this.changed();
  }

  /** What is being written, as it is now. What is on its way is not turned back into a draft. */
  async jot(visit: VisitInput, door: string): Promise<void> {
    const before = await this.item(visit.id);
    if (before && (before.state === "queued" || before.state === "sending")) return;
    await this.keep({ ...fresh(visit, door), state: "draft", savedAt: this.clock() });
  }

  /** Handed to the outbox: from here on it goes by itself. */
  async queue(visit: VisitInput, door: string, deed: Deed = "submit"): Promise<void> {
    const savedAt = this.clock();
    await this.keep({ ...fresh({ ...visit, capturedAt: visit.capturedAt ?? savedAt }, door), deed, state: "queued", savedAt });
  }

  /** The same person's items elsewhere, where this shelf can take no more. */
  on(shelf: Shelf): Outbox {
    return new Outbox(this.owner, shelf, this.key, this.clock);
  }

  async remove(id: string): Promise<void> {
    await this.shelf.remove(id);
    this.changed();
  }

  /** Tells this page and the other tabs to look again. */
  changed(): void {
    if (typeof window === "undefined") return;
    window.dispatchEvent(new Event(CHANGED));
    channel()?.postMessage(0);
  }
}

export const CHANGED = "qinglan-outbox";
let shared: BroadcastChannel | undefined;
/** Other tabs of this browser. */
export const channel = (): BroadcastChannel | undefined =>
  typeof BroadcastChannel === "undefined" ? undefined : (shared ??= new BroadcastChannel(CHANGED));

const fresh = (visit: VisitInput, door: string) =>
  ({ id: visit.id, visit, door, deed: "submit" as Deed, tries: 0, nextTryAt: 0, reason: "", fields: {}, theirs: null });
