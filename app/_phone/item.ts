import type { Theirs } from "@/app/api/v1/outbox/deliver";
import type { Id } from "@/lib/kernel/id";
import type { VisitInput } from "@/lib/visits/forms";
import type { ParkedAnswer } from "@/lib/visits/reads-parked";
import type { ItemState } from "@/lib/words/outbox";

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
  /** Refused, and kept there all the same: its author lost the door. */
  parked?: ParkedAnswer | undefined;
  /** Pictures the server will not take, and why. What an older page wrote knows none. */
  unwanted?: Record<string, string>;
};
export type Item = Said & {
  id: string; state: ItemState; savedAt: number;
  /** Pictures the visit names that are on this phone and not yet at the server. */
  photosLeft: string[];
};
export type Picture = { id: Id<"photo">; bytes: Uint8Array<ArrayBuffer> };

/** Pictures that go by themselves once their words are there, and those that were refused. */
export const waitingPhotos = ({ photosLeft, unwanted = {} }: Item): string[] => photosLeft.filter((id) => !Object.hasOwn(unwanted, id));
export const refusedPhotos = ({ photosLeft, unwanted = {} }: Item): string[] => photosLeft.filter((id) => Object.hasOwn(unwanted, id));

/** What goes by itself as soon as it can. */
export const isGoing = (item: Item): boolean =>
  item.state === "queued" || item.state === "sending" || (item.state === "sent" && waitingPhotos(item).length > 0);

/** Its author has to look: not where it waits for somebody else to take it in. */
export const needsMe = (item: Item): boolean => needsWords(item) || (item.state === "sent" && refusedPhotos(item).length > 0);
const needsWords = ({ state, parked }: Item): boolean =>
  state === "conflict" || (state === "rejected" && parked?.state !== "handed" && !(parked?.state === "parked" && !parked.keeper));

/** What has not reached the server, words or pictures. A draft has not either. */
export const isUnsent = ({ state, photosLeft = [] }: Pick<Item, "state"> & Partial<Pick<Item, "photosLeft">>): boolean =>
  state !== "sent" || photosLeft.length > 0;
