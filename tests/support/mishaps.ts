import { eq } from "drizzle-orm";
import * as fc from "fast-check";
import type { Picture } from "@/app/_phone/item";
import type { Outbox } from "@/app/_phone/outbox";
import { drain, type Post } from "@/app/_phone/sender";
import { drainPhotos, type PostPhoto } from "@/app/_phone/sender-photos";
import type { Shelf } from "@/app/_phone/shelf";
import { inTurn, PHOTOS } from "@/app/_phone/turn";
import { POST } from "@/app/api/v1/outbox/route";
import { POST as POST_PHOTO } from "@/app/api/v1/photos/[id]/route";
import { tables } from "@/db/schema";
import { type Id, newId } from "@/lib/kernel/id";
import type { VisitInput } from "@/lib/visits/forms";
import { freshPhone, tabOf } from "./phones";
import { jpeg } from "./pictures";
import { township } from "./township";
import { aVisit } from "./visits";

/** Whose request it is; a test that uses this file puts it in the session's place. */
export const sent: { by: unknown } = { by: undefined };

/** What a network does with what it is given: `late` delivers and loses the answer, `killed` takes the tab along. */
export type Net = "good" | "off" | "late" | "broken" | "killed";
export type Op =
  | { do: "write"; visit: number; words: number } | { do: "hand in"; visit: number; words: number } | { do: "net"; net: Net; photos: Net }
  | { do: "session"; open: boolean } | { do: "send"; tab: 0 | 1; hurry: boolean } | { do: "both send" } | { do: "wait"; minutes: number }
  | { do: "again"; shuffled: boolean } | { do: "reopen" } | { do: "answer"; visit: number; approve: boolean };

const which = fc.nat({ max: 3 });
/** A network may fail between the words and their pictures. */
const net = fc.constantFrom<Net>("good", "off", "late", "broken", "killed");
/** What a person, a phone, a network or a mentor may do next. */
export const op: fc.Arbitrary<Op> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant("write" as const), visit: which, words: which }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("hand in" as const), visit: which, words: which }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("net" as const), net, photos: net }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("session" as const), open: fc.boolean() }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant("send" as const), tab: fc.constantFrom(0 as const, 1 as const), hurry: fc.boolean() }) },
  { weight: 2, arbitrary: fc.constant({ do: "both send" as const }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("wait" as const), minutes: fc.nat({ max: 15 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("again" as const), shuffled: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ do: "reopen" as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("answer" as const), visit: which, approve: fc.boolean() }) },
);

export const said = ["屋后水沟堵了", "想办高龄补贴", "路灯坏了三盏", "孩子上学的事"];
const theTown = township();
/** The first visit has none, the second one, the third two; the fourth none again. */
const shots = Promise.all(["#a33", "#3a3", "#33a"].map((colour) => jpeg(24, 16, colour)));

/** One phone, two tabs, one network, and what the person believes: which visits were written and which handed in. */
export class World {
  readonly ids: Id<"visit">[] = said.map(() => newId<"visit">());
  readonly photos: Picture[][] = [];
  readonly taken = new Set<number>();
  readonly handed = new Map<number, string[]>();
  readonly written = new Set<number>();
  now = 1_000_000;
  net: Net = "good";
  photoNet: Net = "good";
  private readonly delivered: object[] = [];

  private constructor(readonly town: Awaited<typeof theTown>, readonly shelf: Shelf, public tabs: [Outbox, Outbox]) {}

  static async open(): Promise<World> {
    const [town, shelf] = [await theTown, await freshPhone()];
    sent.by = town.lin;
    const world = new World(town, shelf, [] as unknown as [Outbox, Outbox]);
    const bytes = await shots;
    const take = (shot: number): Picture => ({ id: newId<"photo">(), bytes: new Uint8Array(bytes[shot]!) });
    world.photos.push([], [take(0)], [take(1), take(2)], []);
    await world.reopen();
    return world;
  }

  async reopen(): Promise<void> {
    const tab = () => tabOf(this.shelf, this.town.people.lin, () => this.now);
    this.tabs = [await tab(), await tab()];
  }

  form(visit: number, words: number): VisitInput {
    return { ...aVisit(this.town), id: this.ids[visit]!, account: said[words]!, version: 0, capturedAt: this.now, photoIds: this.photos[visit]!.map(({ id }) => id) };
  }

  /** Pictures are taken once, into the draft. */
  async jot(visit: number, words: number): Promise<void> {
    await this.tabs[0].jot(this.form(visit, words), "", this.taken.has(visit) ? [] : this.photos[visit]!);
    this.taken.add(visit);
  }

  readonly post: Post = async (envelope) => {
    if (this.net === "off") return undefined;
    if (this.net === "broken") return { status: 500, answer: { ok: false } };
    this.delivered.push(envelope);
    const answer = await hand(envelope);
    if (this.net === "late") return undefined; // it was written, and nobody heard
    if (this.net === "killed") throw new Error("the tab died");
    return answer;
  };

  readonly postPhoto: PostPhoto = async ({ id, bytes }) => {
    if (this.photoNet === "off") return undefined;
    if (this.photoNet === "broken") return { status: 500 };
    const request = new Request(`http://127.0.0.1:3000/api/v1/photos/${id}`, { method: "POST", body: bytes, headers: { "content-type": "image/jpeg" } });
    const answer = await POST_PHOTO(request, { params: Promise.resolve({ id }) });
    if (this.photoNet === "late") return undefined;
    if (this.photoNet === "killed") throw new Error("the tab died");
    return { status: answer.status };
  };

  /** As a browser would: a killed tab runs no `finally`, so its lease is left behind. */
  async send(tab: number, hurry = false): Promise<void> {
    const now = () => this.now;
    await this.turn(`tab ${tab}`, this.net, () => drain(this.tabs[tab]!, this.post, now, hurry));
    await this.turn(`tab ${tab}`, this.photoNet, () => drainPhotos(this.tabs[tab]!, this.postPhoto, now, hurry), PHOTOS);
  }

  private async turn(tab: string, net: Net, work: () => Promise<unknown>, name?: string): Promise<void> {
    const quiet = () => work().then(() => undefined);
    if (net !== "killed") return void (await inTurn(this.shelf, quiet, { now: () => this.now, holder: tab, ...(name && { name }) }));
    if (await this.shelf.lease(name ?? "qinglan-sender", `dead ${this.now}`, this.now, this.now + 90_000)) await quiet().catch(() => undefined);
  }

  /** An envelope that lay in a router somewhere arrives once more, its items in another order. */
  async again(shuffled: boolean): Promise<void> {
    const last = this.delivered.at(-1) as { items: unknown[] } | undefined;
    if (last) await hand({ ...last, items: shuffled ? last.items.toReversed() : last.items });
  }

  rows = async (visit: number) => (await this.town.store.read.select().from(tables.visits).where(eq(tables.visits.id, this.ids[visit]!)));
}

async function hand(envelope: object) {
  const answer = await POST(new Request("http://127.0.0.1:3000/api/v1/outbox", { method: "POST", body: JSON.stringify(envelope) }));
  return { status: answer.status, answer: (await answer.json()) as { ok: false } };
}
