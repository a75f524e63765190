import type { Id } from "@/lib/kernel/id";

/*
 * 核对材料: what a stranger needs to reckon a draw again, as plain text. docs/draw.md says how it is read, and
 * tests/rules/draw.py reads it.
 */

type Promised = { frameHash: string | null; secretHash: string | null; frame: string; secret: string | undefined };
type Drawn = { attempt: number; number: string; villageId: Id<"village"> | null; householdId: Id<"household"> | null };
type Pair = { examineeId: string; examinerId: string | null };

export const materialOfQuiz = (id: Id<"quiz">, of: Promised, draws: readonly Drawn[]): string =>
  material(`quiz ${id}`, of, draws.map(({ attempt, number, villageId, householdId }) => `draw ${attempt} ${number} ${villageId} ${householdId}`));

export const materialOfPlan = (id: Id<"quizPlan">, of: Promised, draw: { number: string; pairs: readonly Pair[] } | undefined): string =>
  material(`plan ${id}`, of, draw ? [`number ${draw.number}`, ...draw.pairs.map(({ examineeId, examinerId }) => `pair ${examineeId} ${examinerId ?? "-"}`)] : []);

function material(of: string, { frameHash, secretHash, frame, secret }: Promised, drawn: readonly string[]): string {
  const opened = secret ? [`secret ${secret}`] : [];
  return [...["qinglan-draw/1", of, `frame-hash ${frameHash}`, `secret-hash ${secretHash}`], ...opened, ...drawn, "---", frame].join("\n");
}
