import * as z from "zod/mini";
import { idSchema } from "@/lib/kernel/ask";

export const NoticeForm = z.object({ noticeId: idSchema<"notice">() });
export type NoticeForm = z.infer<typeof NoticeForm>;
export type NoticeInput = z.input<typeof NoticeForm>;
