import "server-only";
import { and, type AnyColumn, count, eq, getTableColumns, type SQL } from "drizzle-orm";
import type { BuildSubquerySelection } from "drizzle-orm/query-builders/select.types";
import type { SubqueryWithSelection } from "drizzle-orm/sqlite-core";
import { visitsMentioning } from "@/db/search";
import { type TableName, type Tables, tables } from "@/db/schema";
import type { Reader, Store, Writer } from "@/db/store";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { type Actor, loadActor } from "./actor";
import { record, verifyLedger } from "./ledger";
import { type Beginning, type Change, type MadeBy, mayBegin, mayChange, type SubjectOf, unrecorded } from "./policy";
import { maySee } from "./sight";
import { keptFrom } from "./sight-kit";
import { confirmPassword } from "./step-up";

type Narrowed<Name extends TableName> = SubqueryWithSelection<
  BuildSubquerySelection<Tables[Name]["_"]["columns"], Record<Name, "not-null">>,
  Name
>;
type Later = () => Promise<void>;
type Visible = { readonly [Name in TableName]: Narrowed<Name> };

/** Each table, narrowed to the rows `me` may see. */
function visibleTo(me: Actor, read: Reader): Visible {
  const narrow = (name: TableName) => {
    // One pair of casts for all tables: `maySee` and `tables` have the same keys, checked where they are written.
    const table = tables[name] as Tables["visits"];
    const rule = maySee[name] as (typeof maySee)["visits"];
    const household: AnyColumn | undefined = name === "households" ? table.id : (table as { householdId?: AnyColumn }).householdId;
    return read.select(getTableColumns(table)).from(table).where(and(rule(me, table), keptFrom(me, household))).as(name);
  };
  const built = new Map<TableName, unknown>();
  const narrowed = {};
  for (const name of Object.keys(tables) as TableName[])
    Object.defineProperty(narrowed, name, { enumerable: true, get: () => built.get(name) ?? built.set(name, narrow(name)).get(name) });
  return narrowed as Visible;
}

/**
 * One person's place of work, and the only way to the data: a viewer-scoped data access layer.
 *
 * `see` holds the rows this person may see; `begin` and `change` are the only ways to write, each under
 * an action that `policy.ts` has allowed. There is no public constructor and no other door to the store:
 * code that forgot to ask for a desk has nothing to read from and nothing to write to.
 */
export class Desk {
  readonly see: Visible;
  readonly #store: Store;
  readonly #later: Later[] | undefined;

  private constructor(
    readonly me: Actor,
    store: Store,
    /** The session this desk was opened in; none for a script. */
    readonly session?: Id<"session">,
    later?: Later[],
  ) {
    this.#store = store;
    this.#later = later;
    this.see = visibleTo(me, store.read);
  }

  static async of(store: Store, personId: Id<"person">, now: Date): Promise<Desk | undefined> {
    const me = await loadActor(store.read, personId, now);
    return me && new Desk(me, store);
  }

  static at(store: Store, me: Actor, session: Id<"session">): Desk {
    return new Desk(me, store, session);
  }

  /** The only clock. */
  get now(): Date {
    return this.me.now;
  }

  get select() {
    return this.#store.read.select.bind(this.#store.read);
  }

  get selectDistinct() {
    return this.#store.read.selectDistinct.bind(this.#store.read);
  }

  /** Whether the screen should offer the deed. The deed itself asks again. */
  may<C extends Change>(change: C, row: SubjectOf<C>): boolean {
    return (mayChange[change].allows as (me: Actor, row: SubjectOf<C>) => boolean)(this.me, row);
  }

  /** Makes a thing. Work that finds it made already returns undefined: then nothing is recorded either. */
  async begin<B extends Beginning, Made extends MadeBy<B> | undefined>(
    action: B,
    work: (tx: Writer) => Promise<Made>,
    reason?: string,
  ): Promise<Made> {
    const { allows, makes } = mayBegin[action];
    return this.#store.write(async (tx) => {
      const made = await work(tx);
      if (!made) return made;
      if (!(allows as (me: Actor, made: MadeBy<B>) => boolean)(this.me, made)) throw Refusal.forbidden();
      if (!unrecorded.has(action)) await this.#record(tx, action, makes, made.id, null, made, reason);
      return made;
    });
  }

  /** Alters a thing: seen through the actor's own eyes inside the transaction, then asked of the policy, then done. */
  async change<C extends Change>(
    action: C,
    id: SubjectOf<C>["id"],
    work: (tx: Writer, row: SubjectOf<C>) => Promise<void>,
    reason?: string,
  ): Promise<void> {
    const name = mayChange[action].on;
    // Any table will do for the types below: every one of them has an `id`, and `SubjectOf<C>` names the row.
    const table = tables[name] as Tables["visits"];
    await this.#store.write(async (tx) => {
      const seen = visibleTo(this.me, tx)[name] as Narrowed<"visits">;
      const [before] = (await tx.select().from(seen).where(eq(seen.id, id as Id<"visit">))) as unknown as SubjectOf<C>[];
      if (!before) throw Refusal.notFound("这一条");
      if (!this.may(action, before)) throw Refusal.forbidden();
      await work(tx, before);
      const [after] = await tx.select().from(table).where(eq(table.id, id as Id<"visit">));
      const leads = mayChange[action].leads as ((me: Actor, before: SubjectOf<C>, after: unknown) => boolean) | undefined;
      if (leads && after && !leads(this.me, before, after)) throw Refusal.forbidden();
      if (!unrecorded.has(action)) await this.#record(tx, action, name, id, before, after ?? null, reason);
    });
  }

  /** Several deeds, one transaction: a desk whose writes all land, or none of them does. */
  async together<T>(work: (desk: Desk) => Promise<T>): Promise<T> {
    const later: Later[] = this.#later ?? [];
    const done = await this.#store.write((tx) =>
      work(new Desk(this.me, { read: tx, write: (inner) => inner(tx), close: () => undefined }, this.session, later)),
    );
    if (!this.#later) for (const follow of later) await follow();
    return done;
  }

  /** Inside `together`: done once everything in it has landed, and never if it does not. For files, which no transaction takes back. */
  afterwards(follow: Later): void {
    if (!this.#later) throw new Error("nothing is being written together");
    this.#later.push(follow);
  }

  /** Visits whose account may hold these words, as a source to join with `see.visits`. */
  visitsMentioning(words: string): SQL | undefined {
    return visitsMentioning(words);
  }

  /** The person gives their own password again. Throws a refusal on the field `password`. */
  async confirm(password: string): Promise<void> {
    await confirmPassword(this.#store, this.me.id, password, this.now);
  }

  /** How many have voted at a 展演: a number for the office, which reads nobody's ballot either. */
  async ballotsCast(exhibitionId: Id<"exhibition">): Promise<number> {
    if (!this.me.is("office")) throw Refusal.forbidden();
    const [cast] = await this.#store.read.select({ many: count() }).from(tables.ballots).where(eq(tables.ballots.exhibitionId, exhibitionId));
    return cast?.many ?? 0;
  }

  /** Walks the whole ledger and names the first line that does not follow from the one before. */
  async verifyLedger(): ReturnType<typeof verifyLedger> {
    if (!this.me.is("auditor", "admin")) throw Refusal.forbidden("台账由审计员查看，需要的话联系审计员");
    return verifyLedger(this.#store.read);
  }

  async #record(tx: Writer, action: string, subject: TableName, subjectId: string | number, before: object | null, after: object | null, reason?: string) {
    const deed = { at: this.now, actorId: this.me.id, action, subject, subjectId: String(subjectId), ...(reason && { reason }) };
    await record(tx, { ...deed, before: before as Record<string, unknown> | null, after: after as Record<string, unknown> | null });
  }
}
