import type { Theirs } from "@/app/api/v1/outbox/deliver";
import type { Id } from "@/lib/kernel/id";
import type { SheetInput } from "@/lib/quizzes/forms-sheets";
import type { VisitInput } from "@/lib/visits/forms";
import type { ParkedAnswer } from "@/lib/visits/reads-parked";
import type { ItemState } from "@/lib/words/outbox";

/** What is done with a visit; of an exam sheet there is only `examine`. */
export type Deed = "submit" | "save";
type Standing = {
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
/** 考核表, with when its examiner set out for the door, while they are on the way. */
type OfSheet = { deed: "examine"; sheet: SheetInput; setOutAt?: number | null };
type OfVisit = { deed: Deed; visit: VisitInput };
/** What an item says; only its owner's key opens it. */
export type Said = Standing & (OfVisit | OfSheet);
type Resting = {
  id: string; state: ItemState; savedAt: number;
  /** Pictures the visit names that are on this phone and not yet at the server. */
  photosLeft: string[];
};
export type VisitItem = Standing & Resting & OfVisit;
export type SheetItem = Standing & Resting & OfSheet;
export type Item = VisitItem | SheetItem;
export type Picture = { id: Id<"photo">; bytes: Uint8Array<ArrayBuffer> };

/** Pictures that go by themselves once their words are there, and those that were refused. */
export const waitingPhotos = ({ photosLeft, unwanted = {} }: Item): string[] => photosLeft.filter((id) => !Object.hasOwn(unwanted, id));
export const refusedPhotos = ({ photosLeft, unwanted = {} }: Item): string[] => photosLeft.filter((id) => Object.hasOwn(unwanted, id));

export const isSheet = (item: Item): item is SheetItem => item.deed === "examine";
export const isVisit = (item: Item): item is VisitItem => item.deed !== "examine";
/** The words themselves, as an envelope carries them. */
export const wordsOf = (item: Item) => (isSheet(item) ? { deed: item.deed, sheet: item.sheet } : { deed: item.deed, visit: item.visit });
/** Two deliveries of one id are the same words where they were written at the same moment. */
export const writtenAt = (item: Item): number | null | undefined => (isSheet(item) ? item.sheet.finishedAt : item.visit.capturedAt);

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
