import { eq } from "drizzle-orm";
import { tables } from "@/db/schema";
import type { Desk } from "@/lib/gate/desk";
import { Refusal } from "@/lib/kernel/refusal";
import type { NoticeForm } from "./forms";
import { noticeAt } from "./reads";

const { notices } = tables;

/** 知道了: what only tells something is put aside by its reader. What waits for a deed goes with the deed, or with the thing itself. */
export const knowNotice = (desk: Desk, { noticeId }: NoticeForm): Promise<void> =>
  desk.change("notice.done", noticeId, async (tx, notice) => {
    if (notice.doneAt) return;
    if (!(await noticeAt(desk, noticeId))?.dismissable) throw Refusal.conflict("这件事办好以后，提醒会自己收起");
    await tx.update(notices).set({ readAt: desk.now, doneAt: desk.now }).where(eq(notices.id, noticeId));
  });
