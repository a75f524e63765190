import * as z from "zod/mini";
import { chosen, idSchema } from "@/lib/kernel/ask";
import { importKind } from "@/lib/words/import";

/** A file as it was picked: which table it is, and what it was called. */
export const UploadForm = z.object({
  kind: chosen(importKind),
  fileName: z.pipe(z.string(), z.transform((name: string) => name.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, "").trim().slice(-120) || "没有名字的表格")),
});
export type UploadForm = z.output<typeof UploadForm>;

/** 自动配列, changed by hand: for each column of the file one of ours, or "". */
export const MappingForm = z
  .strictObject({ importId: idSchema<"import">(), columns: z.array(z.string().check(z.maxLength(20))).check(z.maxLength(60, "列太多了")) })
  .check(z.refine(({ columns }) => columns.every((key, at) => key === "" || columns.indexOf(key) === at), { path: ["columns"], message: "有两列配成了同一项，改掉其中一列" }));
export type MappingForm = z.output<typeof MappingForm>;
