import { createHash, createHmac } from "node:crypto";
import type { Id } from "@/lib/kernel/id";

/*
 * 抽户, version 1, for one quiz: docs/draw.md says it in words, with test vectors. Nothing here looks at a clock, at chance
 * or at the order of what it is given; the smallest digest wins, so that each has the same chance and no order matters.
 */

export type Door = { villageId: Id<"village">; householdId: Id<"household"> };
/** In how many earlier draws of the same examinee a village came up. */
export type Stratum = { villageId: Id<"village">; earlier: number };

/** Frozen as text, one line ended by a line feed each; sorted byte by byte, as ids are plain ASCII. */
export const frozen = (head: readonly string[], ...parts: readonly (readonly string[])[]): string =>
  [...head, ...parts.flatMap((lines) => lines.toSorted())].map((line) => `${line}\n`).join("");

/** 抽户范围 of one quiz. */
export const frameOf = (quizId: Id<"quiz">, strata: readonly Stratum[], doors: readonly Door[]): string =>
  frozen(
    ["qinglan-frame/1 household", quizId],
    strata.map(({ villageId, earlier }) => `V ${villageId} ${earlier}`),
    doors.map(({ villageId, householdId }) => `H ${villageId} ${householdId}`),
  );

export const hashOf = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");
/** Of the 32 bytes that the hexadecimal digits stand for. */
export const hashOfSecret = (secret: string): string => createHash("sha256").update(Buffer.from(secret, "hex")).digest("hex");

export type Drawing = { frame: string; secret: string; attempt: number; number: string };

/** The digest of one line under this drawing, in hexadecimal: they sort as their bytes do. */
export function digests({ frame, secret, attempt, number }: Drawing): (line: string) => string {
  const key = Buffer.from(secret, "hex");
  const prefix = `qinglan-draw/1\n${hashOf(frame)}\n${attempt}\n${number}\n`;
  return (line) => createHmac("sha256", key).update(prefix + line, "utf8").digest("hex");
}

/** The one with the smallest digest; none of none. */
export function smallest<T>(all: readonly T[], digestOf: (one: T) => string): T | undefined {
  let [least, chosen]: [string | undefined, T | undefined] = [undefined, undefined];
  for (const one of all) {
    const digest = digestOf(one);
    if (least === undefined || digest < least) [least, chosen] = [digest, one];
  }
  return chosen;
}

/** The words of every line that begins with this letter. */
export const linesOf = (frame: string, letter: string): string[][] =>
  frame.split("\n").filter((line) => line.startsWith(`${letter} `)).map((line) => line.split(" ").slice(1));

/** What a frozen frame names. */
export const doorsIn = (frame: string): Door[] =>
  linesOf(frame, "H").map(([villageId, householdId]) => ({ villageId: villageId as Id<"village">, householdId: householdId as Id<"household"> }));
export const strataIn = (frame: string): Stratum[] =>
  linesOf(frame, "V").map(([villageId, earlier]) => ({ villageId: villageId as Id<"village">, earlier: Number(earlier) }));

/** The door that follows. `out` are those drawn at the earlier attempts; undefined where no other is left. */
export function chooseDoor(drawing: Drawing, out: readonly string[]): Door | undefined {
  const digest = digests(drawing);
  const left = doorsIn(drawing.frame).filter(({ householdId }) => !out.includes(householdId));
  const open = strataIn(drawing.frame).filter(({ villageId }) => left.some((door) => door.villageId === villageId));
  const fewest = Math.min(...open.map(({ earlier }) => earlier));
  const village = smallest(open.filter(({ earlier }) => earlier === fewest), ({ villageId }) => digest(`V ${villageId}`));
  return smallest(left.filter(({ villageId }) => villageId === village?.villageId), ({ householdId }) => digest(`H ${householdId}`));
}
