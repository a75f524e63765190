import { Refusal } from "@/lib/kernel/refusal";

type Phase = "apply" | "undo";
/** How far a running import is. It lives in memory: a process that is killed has written nothing. */
export type Progress = { phase: Phase; done: number; of: number; cancelled: boolean; ended?: { ok: boolean; message: string } };

/** Held on globalThis because Next loads this file once for the pages and once for the routes. */
const held = globalThis as typeof globalThis & { qinglanImports?: Map<string, Progress> };
const running = (): Map<string, Progress> => (held.qinglanImports ??= new Map<string, Progress>());

export const progressOf = (id: string): Progress | undefined => running().get(id);
export const isRunning = (id: string): boolean => !!progressOf(id) && !progressOf(id)!.ended;

const YIELD_EVERY = 100;
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
const refuseCancelled = (progress: Progress): void => {
  if (progress.cancelled) throw Refusal.conflict("已取消，什么也没有写进去");
};

/** One step done. Every hundred steps everybody else gets a turn, and a press of 取消 is heard. */
export async function step(progress: Progress): Promise<void> {
  progress.done++;
  if (progress.done % YIELD_EVERY === 0) await breathe(progress);
}

/** Lets pages be served between two long looks at the town. */
export async function breathe(progress?: Progress): Promise<void> {
  if (progress) refuseCancelled(progress);
  await turn();
}

/** Runs one long deed upon an import, at most one at a time, and keeps its end for whoever asks next. */
export async function runOnce(id: string, phase: Phase, of: number, work: (progress: Progress) => Promise<void>): Promise<void> {
  if (isRunning(id)) throw Refusal.conflict(phase === "apply" ? "这一批正在导入，等它做完" : "这一批正在撤销，等它做完");
  const progress: Progress = { phase, done: 0, of, cancelled: false };
  running().set(id, progress);
  try {
    await work(progress);
    progress.ended = { ok: true, message: "" };
  } catch (error) {
    const message = error instanceof Refusal ? error.message : "抱歉，没能做完，什么也没有写进去。过一会儿再试";
    progress.ended = { ok: false, message };
    throw error;
  }
}

/** Asks a running import to stop; nothing it has written so far stays. */
export function cancel(id: string): void {
  const progress = progressOf(id);
  if (!progress || progress.ended) throw Refusal.conflict("已经做完了，没有什么可取消");
  progress.cancelled = true;
}
