import type { Id } from "@/lib/kernel/id";
import type { Barred } from "@/lib/words/quiz";
import { digests, type Drawing, frozen, linesOf, smallest } from "./draw";

/* 考核计划抽取, version 1: who is examined, village by village in rounds, and who examines each. docs/draw.md */

/** Somebody who may be examined, once for each village they serve. */
export type Candidate = { examineeId: Id<"person">; villageId: Id<"village"> };
/** 回避, as it stood when the frame was frozen. */
export type Bar = { examineeId: Id<"person">; examinerId: Id<"person">; cause: Barred };
export type PlanFrame = { size: number; candidates: readonly Candidate[]; examinerIds: readonly Id<"person">[]; bars: readonly Bar[] };

export const planFrameOf = (planId: Id<"quizPlan">, { size, candidates, examinerIds, bars }: PlanFrame): string =>
  frozen(
    ["qinglan-frame/1 plan", planId, `N ${size}`],
    candidates.map(({ examineeId, villageId }) => `E ${examineeId} ${villageId}`),
    examinerIds.map((id) => `X ${id}`),
    bars.map(({ examineeId, examinerId, cause }) => `B ${examineeId} ${examinerId} ${cause}`),
  );

export const planFrameIn = (frame: string): PlanFrame => ({
  size: Number(linesOf(frame, "N")[0]?.[0] ?? 0),
  candidates: linesOf(frame, "E").map(([examineeId, villageId]) => ({ examineeId: examineeId as Id<"person">, villageId: villageId as Id<"village"> })),
  examinerIds: linesOf(frame, "X").map(([id]) => id as Id<"person">),
  bars: linesOf(frame, "B").map(([examineeId, examinerId, cause]) => ({ examineeId: examineeId as Id<"person">, examinerId: examinerId as Id<"person">, cause: cause as Barred })),
});

/** Whoever is examined, in the order they came up, with the village they came up for. */
function chooseExaminees({ size, candidates }: PlanFrame, digest: (line: string) => string): Candidate[] {
  const byDigest = <T>(all: readonly T[], line: (one: T) => string) =>
    all.map((one) => ({ one, by: digest(line(one)) })).toSorted((a, b) => (a.by < b.by ? -1 : 1)).map(({ one }) => one);
  const villages = byDigest([...new Set(candidates.map(({ villageId }) => villageId))], (id) => `V ${id}`);
  const queues = villages.map((villageId) => byDigest(candidates.filter((one) => one.villageId === villageId), (one) => `E ${one.examineeId}`));
  const taken: Candidate[] = [];
  const isTaken = ({ examineeId }: Candidate) => taken.some((one) => one.examineeId === examineeId);
  while (taken.length < size && queues.some((queue) => queue.some((one) => !isTaken(one))))
    for (const queue of queues) {
      const next = queue.find((one) => !isTaken(one));
      if (next && taken.length < size) taken.push(next);
    }
  return taken;
}

export type DrawnPair = { examineeId: Id<"person">; examinerId: Id<"person"> | null; villageId: Id<"village"> };

/** Of those whom nothing bars the one with the fewest so far in this plan; of equals the smallest digest. */
export function choosePairs(drawing: Drawing): DrawnPair[] {
  const [plan, digest] = [planFrameIn(drawing.frame), digests(drawing)];
  const given = new Map(plan.examinerIds.map((id) => [id, 0]));
  const barred = new Set(plan.bars.map(({ examineeId, examinerId }) => `${examineeId} ${examinerId}`));
  return chooseExaminees(plan, digest).map(({ examineeId, villageId }) => {
    const free = plan.examinerIds.filter((id) => !barred.has(`${examineeId} ${id}`));
    const fewest = Math.min(...free.map((id) => given.get(id)!));
    const examinerId = smallest(free.filter((id) => given.get(id) === fewest), (id) => `${digest(`X ${examineeId} ${id}`)}`) ?? null;
    if (examinerId) given.set(examinerId, fewest + 1);
    return { examineeId, examinerId, villageId };
  });
}
