import { eq } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Desk } from "@/lib/gate/desk";
import { Refusal } from "@/lib/kernel/refusal";
import { goingTopic, heard } from "./acts-heard";
import type { NoteForm } from "./forms-work";

const { topicNotes } = tables;

/** 写进展: one's own words, as they were written that day. Sent twice, it is one note. */
export const addNote = (desk: Desk, form: NoteForm): Promise<void> =>
  desk.together(async (d) => {
    await goingTopic(d, form.topicId);
    await d.begin("topic.note", async (tx) => {
      const [already] = await tx.select({ authorId: topicNotes.authorId }).from(topicNotes).where(eq(topicNotes.id, form.id));
      if (already?.authorId === d.me.id) return undefined;
      if (already) throw Refusal.notFound("这一条");
      const [made] = await tx.insert(topicNotes).values({ ...form, authorId: d.me.id, at: d.now }).returning();
      await heard(tx, form.topicId, d.me.today);
      return made;
    });
  });
