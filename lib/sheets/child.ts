import { spawn } from "node:child_process";
import path from "node:path";
import * as z from "zod/mini";
import { limits } from "./limits";
import { type Reason, refuse } from "./refusals";

const RawSheet = z.object({
  name: z.string(),
  over: z.nullable(z.enum(["rows", "columns", "text"])),
  rows: z.array(z.object({ line: z.number(), cells: z.array(z.string()) })),
});
/** A sheet as the child read it; when it is `over` a limit only its first rows came along. */
export type RawSheet = z.infer<typeof RawSheet>;

const reasons = ["broken", "locked", "macros", "notTable", "strange"] as const satisfies readonly Reason[];
const Answer = z.union([z.object({ sheets: z.array(RawSheet) }), z.object({ refused: z.enum(reasons) })]);

let last: Promise<unknown> = Promise.resolve();
let inLine = 0;

/** One workbook at a time: two hostile ones together must not cost twice the memory. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (inLine > limits.waiting) throw refuse.busy();
  inLine++;
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  try {
    return await mine;
  } finally {
    inLine--;
  }
}

/** Parses a workbook in a process of its own, which dies at the time limit whatever it is doing. */
export async function parseInChild(
  kind: "xlsx" | "xls",
  bytes: Uint8Array,
  milliseconds: number = limits.milliseconds,
): Promise<RawSheet[]> {
  const output = await outputOf(kind, bytes, milliseconds);
  const answer = Answer.parse(JSON.parse(output));
  if ("refused" in answer) throw refuse[answer.refused]();
  return answer.sheets;
}

function outputOf(kind: string, bytes: Uint8Array, milliseconds: number): Promise<string> {
  const script = path.join(/* turbopackIgnore: true */ process.cwd(), "lib/sheets/parse-child.mjs");
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${limits.heapMegabytes}`, script, kind, JSON.stringify(limits)],
    { env: { NODE_ENV: process.env.NODE_ENV }, stdio: ["pipe", "pipe", "ignore"] }, // no secrets of ours for it
  );
  const clock = setTimeout(() => child.kill("SIGKILL"), milliseconds);
  const chunks: Buffer[] = [];
  let size = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    if ((size += chunk.length) > 8 * limits.characters) child.kill("SIGKILL");
  });
  child.stdin.on("error", () => undefined); // it may die before it has read everything; its end says why
  child.stdin.end(bytes);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(clock);
      if (code === 0) resolve(Buffer.concat(chunks).toString("utf8"));
      else reject(signal ? refuse.heavy() : refuse.broken()); // out of time or of memory, or it fell over
    });
  });
}
