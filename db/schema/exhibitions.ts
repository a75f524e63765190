import { exhibitForm, exhibitionState, type Pick } from "@/lib/words/topic";
import { check, dayCol, id, index, instant, int, oneOf, prose, proseOf, ref, sql, table, uniqueIndex, word } from "../columns";
import { people } from "./people";
import { topics } from "./topics";

/** 展演 */
export const exhibitions = table(
  "exhibitions",
  {
    id: id<"exhibition">(),
    title: prose("title").notNull(),
    heldOn: dayCol("held_on").notNull(),
    venue: prose("venue").notNull().default(""),
    state: word("state", exhibitionState.values).notNull().default("preparing"),
    closedAt: instant("closed_at"),
  },
  (t) => [index("exhibitions_held").on(t.heldOn), oneOf("exhibitions_state", t.state, exhibitionState.values)],
);

/** One topic on the stage. Everybody may read it, so it has a title of its own and nothing of the group's papers. */
export const exhibits = table(
  "exhibits",
  {
    id: id<"exhibit">(),
    exhibitionId: ref<"exhibition">("exhibition_id", () => exhibitions.id),
    topicId: ref<"topic">("topic_id", () => topics.id),
    place: int("place").notNull(),
    title: prose("title").notNull(),
    form: word("form", exhibitForm.values).notNull(),
    summary: prose("summary").notNull().default(""),
    materials: prose("materials").notNull().default(""),
    /** Counted when the vote is closed: how often it was shown in a pair, and how often it was chosen. */
    shown: int("shown").notNull().default(0),
    chosen: int("chosen").notNull().default(0),
  },
  (t) => [
    uniqueIndex("exhibits_once").on(t.exhibitionId, t.topicId),
    index("exhibits_place").on(t.exhibitionId, t.place),
    index("exhibits_topic").on(t.topicId),
    oneOf("exhibits_form", t.form, exhibitForm.values),
    check("exhibits_chosen", sql`chosen between 0 and shown`),
  ],
);

/** 选票: one a person; nobody reads anybody's. */
export const ballots = table(
  "ballots",
  {
    id: id<"ballot">(),
    exhibitionId: ref<"exhibition">("exhibition_id", () => exhibitions.id),
    personId: ref<"person">("person_id", () => people.id),
    /** Kept out of the ledger: it would tell its reader how somebody voted. */
    picks: proseOf<Pick[]>("picks").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [uniqueIndex("ballots_once").on(t.exhibitionId, t.personId), index("ballots_person").on(t.personId)],
);
