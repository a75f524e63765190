import * as z from "zod";
import { asked, isAskable } from "./rules";

export const SearchForm = z.object({
  q: z.string("写上要找的人、户、村或走访里的话").max(120, "最多写 30 个字").transform(asked).refine(isAskable, "写 2 到 30 个字"),
});
export type SearchForm = z.infer<typeof SearchForm>;
