import * as z from "zod/mini";
import { cleaned } from "@/lib/kernel/ask";
import { asked, isAskable } from "./rules";

export const SearchForm = z.object({
  q: cleaned(120, "最多写 30 个字", asked, "写上要找的人、户、村或走访里的话").check(z.refine(isAskable, "写 2 到 30 个字")),
});
export type SearchForm = z.infer<typeof SearchForm>;
