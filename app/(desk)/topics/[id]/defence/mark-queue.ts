/** What a server says to one mark; nothing where it could not be reached. */
export type Answer = { ok: boolean; message?: string; fields?: Readonly<Record<string, string>>; signedOut?: boolean };
export type Mark = { criterionId: string; points: number };
type Post = (mark: Mark) => Promise<Answer | undefined>;
/** Ids and numbers, and nothing else, for as long as the tab is open. */
type Rest = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export type Marks = {
  points: ReadonlyMap<string, number>;
  /** Not known to be kept yet. */
  waiting: ReadonlyMap<string, number>;
  /** The last try did not reach the server: what waits is said to wait. */
  cut: boolean;
  signedOut: boolean;
  /** Why a mark was refused: nothing more is sent from this page. */
  no: string | undefined;
};

/**
 * A judge's taps on their way: each shows at once, leaves at once, one at a time and in their order; of several on one
 * criterion the last one counts. What does not arrive stays, rests beside the page, and is tried again.
 */
export class MarkQueue {
  #state: Marks;
  #sending = false;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly name: string,
    saved: readonly (readonly [string, number])[],
    private readonly post: Post,
    private readonly rest: () => Rest | undefined = () => undefined,
  ) {
    this.#state = { points: new Map(saved), waiting: new Map(), cut: false, signedOut: false, no: undefined };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly snapshot = (): Marks => this.#state;

  /** Takes up what an earlier visit to this page could not send. */
  takeUp(known: readonly string[]): void {
    const kept = this.#rested().filter(([id]) => known.includes(id) && !this.#state.waiting.has(id));
    if (kept.length > 0) this.#set({ points: new Map([...this.#state.points, ...kept]), waiting: new Map([...kept, ...this.#state.waiting]), cut: true });
    void this.send();
  }

  mark(criterionId: string, points: number): void {
    if (this.#state.no) return;
    const waiting = new Map(this.#state.waiting);
    waiting.delete(criterionId); // the latest tap goes to the end
    this.#set({ points: new Map(this.#state.points).set(criterionId, points), waiting: waiting.set(criterionId, points) });
    void this.send();
  }

  async send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    for (let next = this.#next(); next; next = this.#next()) if (!(await this.#sendOne(next))) break;
    this.#sending = false;
  }

  #next(): readonly [string, number] | undefined {
    const [first] = this.#state.waiting;
    return first;
  }

  /** Whether there was an answer, and more may be sent. */
  async #sendOne([criterionId, points]: readonly [string, number]): Promise<boolean> {
    const answer = await this.post({ criterionId, points });
    if (!answer || answer.signedOut) {
      this.#set({ cut: true, signedOut: !!answer?.signedOut });
      return false;
    }
    if (!answer.ok) {
      this.#set({ waiting: new Map(), cut: false, signedOut: false, no: answer.message ?? Object.values(answer.fields ?? {})[0] ?? "这个分数没有存上" });
      return false;
    }
    const waiting = new Map(this.#state.waiting);
    if (waiting.get(criterionId) === points) waiting.delete(criterionId);
    this.#set({ waiting, cut: false, signedOut: false });
    return true;
  }

  #set(change: Partial<Marks>): void {
    this.#state = { ...this.#state, ...change };
    if (change.waiting) this.#keep(change.waiting);
    for (const listener of this.#listeners) listener();
  }

  #keep(waiting: ReadonlyMap<string, number>): void {
    try {
      if (waiting.size === 0) this.rest()?.removeItem(this.name);
      else this.rest()?.setItem(this.name, JSON.stringify([...waiting]));
    } catch {
      // A browser that keeps nothing: the page itself still holds it.
    }
  }

  #rested(): [string, number][] {
    try {
      const kept: unknown = JSON.parse(this.rest()?.getItem(this.name) ?? "[]");
      return Array.isArray(kept) ? kept.filter(isMark) : [];
    } catch {
      return [];
    }
  }
}

const isMark = (one: unknown): one is [string, number] => Array.isArray(one) && typeof one[0] === "string" && Number.isInteger(one[1]);
