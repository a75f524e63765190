import * as z from "zod/mini";
import { idSchema, written } from "@/lib/kernel/ask";

export const RemovePhotoForm = z.object({ photoId: idSchema<"photo">(), reason: written("删除的原因", 200, 5) });
export type RemovePhotoForm = z.infer<typeof RemovePhotoForm>;
