import type { Id } from "@/lib/kernel/id";
import type { Level } from "@/lib/words/defence";

/** A 评分项 as the judge's page has it. */
export type Asked = { id: Id<"criterion">; name: string; weight: number; required: boolean; levels: readonly Level[] };
