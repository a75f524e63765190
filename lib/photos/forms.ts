import * as z from "zod/mini";
import { idSchema } from "@/lib/kernel/id";
import { written } from "@/lib/kernel/text";

export const RemovePhotoForm = z.object({ photoId: idSchema<"photo">(), reason: written("删除的原因", 200, 5) });
export type RemovePhotoForm = z.infer<typeof RemovePhotoForm>;
