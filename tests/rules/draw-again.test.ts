import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseDoor, type Drawing, hashOf, hashOfSecret } from "@/lib/quizzes/draw";
import { choosePairs } from "@/lib/quizzes/draw-plan";
import { materialOfPlan, materialOfQuiz } from "@/lib/quizzes/material";
import { anyDrawing, anyPlanDrawing } from "../support/frames";

/* The same draws by a second implementation in another language: tests/rules/draw.py, which knows docs/draw.md alone. */

const answers = (command: string, ...asked: string[]) => spawnSync(command, asked, { encoding: "utf8" }).status === 0;
const hasPython = answers("python3", "--version");
const hasOpenssl = answers("openssl", "version");

function byPython(cases: readonly object[]): unknown[] {
  const { stdout, stderr, status } = spawnSync("python3", ["tests/rules/draw.py"], { input: cases.map((one) => JSON.stringify(one)).join("\n"), encoding: "utf8", maxBuffer: 1e8 });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim().split("\n").map((line) => JSON.parse(line) as unknown);
}

test.skipIf(!hasPython)("1 000 random frames, in Python 3 (skipped where python3 is not installed)", () => {
  const cases = fc.sample(anyDrawing, { numRuns: 1000, seed: 20260304 });
  const theirs = byPython(cases.map(({ frame, secret, attempt, number, out }) => ({ frame, secret, attempt, number, out })));
  const ours = cases.map((one) => chooseDoor(one, one.out)).map((door) => door ? [door.villageId, door.householdId] : null);
  expect(theirs).toEqual(ours);
  expect(ours.filter(Boolean).length).toBeGreaterThan(900);
});

test.skipIf(!hasPython)("300 random plans, in Python 3 (skipped where python3 is not installed)", () => {
  const cases = fc.sample(anyPlanDrawing, { numRuns: 300, seed: 20260304 });
  const theirs = byPython(cases.map(({ frame, secret, number }) => ({ frame, secret, number })));
  expect(theirs).toEqual(cases.map((one) => choosePairs(one).map(({ examineeId, examinerId }) => [examineeId, examinerId])));
});

/** The three of docs/draw.md, as they stand there. */
const vectors = [...readFileSync("docs/draw.md", "utf8").matchAll(/```text\n(qinglan-draw\/1\n[^`]*)```/g)].map(([, text]) => text!);

/** Words after a word at the beginning of a line. */
const said = (text: string, word: string) => text.split("---\n")[0]!.split("\n").filter((line) => line.startsWith(`${word} `)).map((line) => line.split(" ").slice(1));

test("the vectors of docs/draw.md are what comes out here, to the byte", () => {
  expect(vectors).toHaveLength(3);
  for (const text of vectors) {
    const [frame, secret, number] = [text.split("---\n")[1]!, said(text, "secret")[0]![0]!, said(text, "number")[0]?.[0]];
    const of = { frameHash: hashOf(frame), secretHash: hashOfSecret(secret), frame, secret };
    const out: string[] = [];
    const draws = said(text, "draw").map(([attempt, typed]) => {
      const door = chooseDoor({ frame, secret, attempt: Number(attempt), number: typed! }, out)!;
      out.push(door.householdId);
      return { attempt: Number(attempt), number: typed!, ...door };
    });
    const again = number
      ? materialOfPlan(said(text, "plan")[0]![0] as never, of, { number, pairs: choosePairs({ frame, secret, attempt: 1, number }) })
      : materialOfQuiz(said(text, "quiz")[0]![0] as never, of, draws);
    expect(again).toBe(text);
  }
});

test.skipIf(!hasPython)("Python 3 checks the vectors as files, and finds a digit that was altered (skipped where python3 is not installed)", () => {
  const folder = mkdtempSync(join(tmpdir(), "qinglan-draw-"));
  const checks = (text: string) => {
    writeFileSync(join(folder, "material.txt"), text);
    return spawnSync("python3", ["tests/rules/draw.py", join(folder, "material.txt")], { encoding: "utf8" });
  };
  for (const text of vectors) {
    expect(checks(text)).toMatchObject({ status: 0 });
    expect(checks(text.replace(/^number 2026$/m, "number 2027").replace(/^draw 1 (\d+)/m, "draw 1 9$1"))).toMatchObject({ status: 1, stdout: expect.stringContaining("DIFFERS") as string });
    expect(checks(text.replace("secret 00", "secret 01"))).toMatchObject({ status: 1 });
    expect(checks(text.replace(/^V (.*) 0$/m, "V $1 1").replace("N 3", "N 2"))).toMatchObject({ status: 1 });
  }
  rmSync(folder, { recursive: true });
});

const sha = (hex: string, ...asked: string[]) =>
  spawnSync("openssl", ["dgst", "-sha256", "-hex", ...asked], { input: Buffer.from(hex, "hex") }).stdout.toString().trim().split(" ").at(-1)!;
const hex = (text: string) => Buffer.from(text).toString("hex");

/** The smallest digest by openssl on the command line. */
function byOpenssl({ frame, secret, attempt, number }: Drawing, lines: readonly string[]): string {
  const prefix = `qinglan-draw/1\n${sha(hex(frame))}\n${attempt}\n${number}\n`;
  return lines.map((line) => ({ line, digest: sha(hex(prefix + line), "-mac", "HMAC", "-macopt", `hexkey:${secret}`) })).toSorted((a, b) => (a.digest < b.digest ? -1 : 1))[0]!.line;
}

test.skipIf(!hasOpenssl || hasPython)("ten frames by openssl on the command line (only where python3 is not installed; skipped where neither is)", opensslToo);
test.skipIf(!hasOpenssl)("one frame by openssl on the command line (skipped where openssl is not installed)", () => opensslToo(1));

function opensslToo(many: unknown = 10): void {
  for (const one of fc.sample(anyDrawing, { numRuns: typeof many === "number" ? many : 10, seed: 7 })) {
    const left = one.doors.filter(({ householdId }) => !one.out.includes(householdId));
    const door = chooseDoor(one, one.out);
    if (!door) continue;
    const open = one.strata.filter(({ villageId }) => left.some((each) => each.villageId === villageId));
    const fewest = Math.min(...open.map(({ earlier }) => earlier));
    expect(byOpenssl(one, open.filter(({ earlier }) => earlier === fewest).map(({ villageId }) => `V ${villageId}`))).toBe(`V ${door.villageId}`);
    expect(byOpenssl(one, left.filter(({ villageId }) => villageId === door.villageId).map(({ householdId }) => `H ${householdId}`))).toBe(`H ${door.householdId}`);
    expect([sha(hex(one.frame)), sha(one.secret)]).toEqual([hashOf(one.frame), hashOfSecret(one.secret)]);
  }
}
