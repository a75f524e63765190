import * as z from "zod/mini";
import { idSchema, written } from "@/lib/kernel/ask";

export const ParkedForm = z.object({ parkedId: idSchema<"visit">() });
export type ParkedForm = z.infer<typeof ParkedForm>;

/** `seen` is the hash of the words as they were read: what its author changed meanwhile is not settled unread. */
const settling = { parkedId: idSchema<"visit">(), seen: z.string().check(z.length(64, "页面上的编号不对，刷新后再试")) };

export const AdmitForm = z.object({ ...settling, note: written("原因", 200) });
export type AdmitForm = z.infer<typeof AdmitForm>;

export const DeclineForm = z.object({ ...settling, note: written("不收的原因", 200, 5) });
export type DeclineForm = z.infer<typeof DeclineForm>;
