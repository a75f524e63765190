import { eldercareThreads } from "@/db/seed/material/threads/eldercare";
import { enterpriseThreads } from "@/db/seed/material/threads/enterprise";
import { environmentThreads } from "@/db/seed/material/threads/environment";
import { livelihoodThreads } from "@/db/seed/material/threads/livelihood";
import { neighbourThreads } from "@/db/seed/material/threads/neighbours";
import { otherThreads } from "@/db/seed/material/threads/other";
import { safetyThreads } from "@/db/seed/material/threads/safety";
import type { Thread } from "@/db/seed/material/threads/thread";

export const householdThreads: readonly Thread[] = [
  ...neighbourThreads, ...eldercareThreads, ...livelihoodThreads,
  ...environmentThreads, ...safetyThreads, ...otherThreads,
];

export { enterpriseThreads };
