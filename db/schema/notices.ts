import { channel, deliveryState, noticeKind, noticeSubject } from "@/lib/words/notice";
import { id, index, instant, int, oneOf, optionalRef, ref, str, table, word } from "../columns";
import { people } from "./people";

/**
 * 提醒: one line for one person about one thing. It is written in the transaction of the deed that it tells of, is
 * shown from `showAt` on (quiet hours, what is told together), and goes away when the thing has been acted on.
 */
export const notices = table(
  "notices",
  {
    id: id<"notice">(),
    personId: ref<"person">("person_id", () => people.id),
    kind: word("kind", noticeKind.values).notNull(),
    subject: word("subject", noticeSubject.values).notNull(),
    subjectId: str("subject_id").notNull(),
    actorId: optionalRef<"person">("actor_id", () => people.id),
    at: instant("at").notNull(),
    showAt: instant("show_at").notNull(),
    readAt: instant("read_at"),
    doneAt: instant("done_at"),
  },
  (t) => [
    index("notices_person").on(t.personId, t.doneAt, t.showAt, t.id),
    index("notices_subject").on(t.subject, t.subjectId),
    index("notices_actor").on(t.actorId),
    index("notices_done").on(t.doneAt),
    oneOf("notices_kind", t.kind, noticeKind.values),
    oneOf("notices_subject", t.subject, noticeSubject.values),
  ],
);

/** What leaves for a channel beyond the app: for whom, how many lines, never what they say. */
export const deliveries = table(
  "deliveries",
  {
    id: id<"delivery">(),
    personId: ref<"person">("person_id", () => people.id),
    channel: word("channel", channel.values).notNull(),
    count: int("count").notNull(),
    state: word("state", deliveryState.values).notNull(),
    tries: int("tries").notNull().default(0),
    nextAt: instant("next_at").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    index("deliveries_state").on(t.state, t.nextAt),
    index("deliveries_person").on(t.personId, t.at),
    oneOf("deliveries_channel", t.channel, channel.values),
    oneOf("deliveries_state", t.state, deliveryState.values),
  ],
);
