import { munkres } from "munkres";
import { int, mulberry32, type Next, pick } from "@/db/seed/material/chance";
import type { Learner, Material } from "@/lib/pairings/rules-match";
import { matched } from "@/lib/pairings/rules-plan";
import { skill } from "@/lib/words/skill";

export type Matching = { size: number; ms: number; bareMs: number };

/** Suggestions for so many cadres and mentors, beside the bare solver on a table of that size. */
export function matchingOf(size: number): Matching {
  const next = mulberry32(size);
  const material = materialOf(next, size);
  const bare = Array.from({ length: size }, () => Array.from({ length: size }, () => int(next, 0, 100)));
  return { size, ms: middleOf(() => matched(material)), bareMs: middleOf(() => munkres(bare)) };
}

function materialOf(next: Next, size: number): Material {
  const some = (most: number) => [...new Set(Array.from({ length: int(next, 1, most) }, () => pick(next, skill.values)))];
  const one = (letter: string) => (_: unknown, n: number): Learner =>
    ({ id: `${letter}${n}`, name: `${letter}${n}`, department: `部门${n % 9}`, offers: some(3), wants: some(4), villages: [`村${n % 26}`] });
  const mentors = Array.from({ length: size }, one("t")).map((mentor, n) => ({ ...mentor, load: n % 2, knew: [`村${(n + 7) % 26}`] }));
  return { mentees: Array.from({ length: size }, one("m")), mentors, barred: [] };
}

function middleOf(work: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return times.sort((a, b) => a - b)[2]!;
}
