// Compiled, never run: each line below must fail to compile. forgetting.test.ts makes sure that it would.
import type { SQL } from "drizzle-orm";
import { action } from "@/app/_kit/action";
import { type Row, type Tables, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Actor } from "@/lib/gate/actor";
import { Desk } from "@/lib/gate/desk";
import { maySee } from "@/lib/gate/sight";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { submitVisit } from "@/lib/visits/acts";
import { reviewVisit } from "@/lib/visits/acts-review";
import { VisitForm } from "@/lib/visits/forms";
import { visitsPage } from "@/lib/visits/reads";
import { visitState } from "@/lib/words/visit";

declare const me: Actor;
declare const desk: Desk;
declare const tx: Writer;
declare const person: Id<"person">;
declare const visit: Id<"visit">;
declare const form: VisitForm;
declare const pairing: Row<"pairings">;
declare const text: string;

export const reading = [
  // @ts-expect-error a page that never opened a desk has nothing to ask
  visitsPage(),
  // @ts-expect-error an actor is not a desk
  visitsPage(me, {}),
  // @ts-expect-error a desk cannot be forged
  visitsPage({ me, now: new Date(), see: {}, select: () => {} }, {}),
  // @ts-expect-error nor constructed
  new Desk(me, {}),
  // @ts-expect-error the store behind the desk is out of reach
  desk.store,
  // @ts-expect-error and no other way leads to it
  desk.see.store,
];

export const doing = [
  // @ts-expect-error an action the policy has not heard of
  desk.change("visit.erase", visit, async () => {}),
  // @ts-expect-error a thing the policy lets nobody begin
  desk.begin("ledger.add", () => Promise.resolve(undefined)),
  // @ts-expect-error a person is not a visit
  desk.change("visit.approve", person, async () => {}),
  // @ts-expect-error nor is a string that nobody has read
  desk.change("visit.approve", text, async () => {}),
  // @ts-expect-error what is begun is what the policy was asked about
  desk.begin("visit.submit", () => Promise.resolve(pairing)),
  // @ts-expect-error what may be seen cannot be written through
  tx.update(desk.see.visits),
  // @ts-expect-error nor thrown away through
  tx.delete(desk.see.visits),
  // @ts-expect-error a deed is done at a desk
  submitVisit(me, form),
];

export const saying = [
  // @ts-expect-error a verdict outside the vocabulary
  reviewVisit(desk, { visitId: visit, version: 1, verdict: "submitted", note: "" }),
  // @ts-expect-error a state outside the vocabulary
  tx.update(tables.visits).set({ state: "gone" }),
  // @ts-expect-error a word without a label
  visitState.label("gone"),
  // @ts-expect-error an unparsed string is not a Day
  submitVisit(desk, { ...form, visitedOn: "2026-03-03" }),
  // @ts-expect-error nor is a Date
  submitVisit(desk, { ...form, visitedOn: new Date() }),
  // @ts-expect-error a household's id in a person's place
  tx.insert(tables.companions).values({ visitId: visit, personId: form.householdId! }),
  // @ts-expect-error the form of one deed does not fit another
  action(VisitForm, reviewVisit),
  // @ts-expect-error a refusal says which kind it is
  new Refusal("invalid", text),
];

// A new table without a rule of sight:
type WithNewTable = Tables & { secrets: Tables["visits"] };
// @ts-expect-error Property 'secrets' is missing
export const rules: { [N in keyof WithNewTable]: unknown } = maySee;

// @ts-expect-error a rule that says nothing would be no filter at all
export const silent: (me: Actor, t: Tables["visits"]) => SQL = () => undefined;
// @ts-expect-error a day is not any text
export const today: Day = text;
