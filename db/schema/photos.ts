import { photoState } from "@/lib/words/visit";
import { id, index, instant, int, oneOf, ref, str, table, uniqueIndex, word } from "../columns";
import { people } from "./people";
import { visits } from "./visits";

/**
 * 照片: optional, and never proof of anything. The id is the phone's own; the row comes with its visit, the picture
 * after it. The file rests sealed beside the database, under a name that says nothing.
 */
export const photos = table(
  "photos",
  {
    id: id<"photo">(),
    visitId: ref<"visit">("visit_id", () => visits.id),
    authorId: ref<"person">("author_id", () => people.id),
    position: int("position").notNull(),
    state: word("state", photoState.values).notNull(),
    /** Null until it has come, and once it is removed. */
    file: str("file"),
    /** SHA-256 of what the phone sent: the same id with another picture is refused. */
    bodyHash: str("body_hash"),
    /** Of the picture as it is kept. */
    bytes: int("bytes").notNull().default(0),
    receivedAt: instant("received_at"),
  },
  (t) => [
    index("photos_visit").on(t.visitId, t.position),
    index("photos_author").on(t.authorId, t.receivedAt),
    uniqueIndex("photos_file").on(t.file),
    oneOf("photos_state", t.state, photoState.values),
  ],
);
