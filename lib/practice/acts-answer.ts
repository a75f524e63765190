import { and, eq, isNull } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import type { Desk } from "@/lib/gate/desk";
import { type Day, spokenDay } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import { factTopic, kinship } from "@/lib/words/household";
import { familiesOf, stampOfFamily, valuesOf } from "./acts-deal";
import type { AnswerForm } from "./forms";
import { doorOf, type PracticeDoor, practises } from "./reads";
import { headingOf } from "./rules";

const { facts } = tables;

/** What the file says under one heading: what it is learnt of, and the lines that are shown for it. */
export type Asked = { lines: string[]; asOf?: Day; visited: string; learntOf: string };
/** Whose card it is, whether this desk reads it without a reason, and where to look for the answer inside the deed. */
type Question = { heading: string; hidden: boolean; look: (tx: Writer) => Promise<Asked> };

const gone = () => Refusal.notFound("这张卡片");

export async function askedFor(desk: Desk, { householdId, about }: AnswerForm): Promise<Question> {
  const door = await doorOf(desk, householdId);
  if (!door) throw gone();
  return about === "members" ? ofFamily(desk, door) : ofFact(desk, door, about);
}

async function ofFamily(desk: Desk, door: PracticeDoor): Promise<Question> {
  if (!practises(desk, door, "members")) throw gone();
  const { members: m, memberNames: clear } = desk.see;
  const rows = await desk.select({ minor: m.minor, name: clear.name }).from(m).leftJoin(clear, eq(clear.memberId, m.id))
    .where(and(eq(m.householdId, door.id), isNull(m.leftOn)));
  const look = async (tx: Writer): Promise<Asked> => {
    const family = await familiesOf(tx, [door.id]);
    if (family.length === 0) throw gone();
    return { lines: linesOf(family), learntOf: stampOfFamily(family), visited: visitWords(door) };
  };
  return { heading: headingOf({ kind: "members" }), hidden: rows.some(({ minor, name }) => !minor && name === null), look };
}

/** 「户主 张建国」; of children how many. */
function linesOf(family: Awaited<ReturnType<typeof familiesOf>>): string[] {
  const [named, children] = [family.filter(({ minor }) => !minor), family.filter(({ minor }) => minor).length];
  const lines = named.map(({ name, kinship: is }) => `${kinship.label(is)} ${name}`);
  return children > 0 ? [...lines, `未成年 ${children} 人`] : lines;
}

/** A fact that was replaced since it was asked leads to what stands in its place. */
async function ofFact(desk: Desk, door: PracticeDoor, factId: Id<"fact">): Promise<Question> {
  const { facts: f, factValues: clear } = desk.see;
  const [fact] = await desk.select({ id: f.id, kind: f.kind, topic: f.topic, says: clear.says }).from(f).leftJoin(clear, eq(clear.factId, f.id))
    .where(and(eq(f.id, factId), eq(f.householdId, door.id)));
  if (!fact || !practises(desk, door, fact.kind)) throw gone();
  const look = async (tx: Writer): Promise<Asked> => {
    const current = await standing(tx, door.id, fact, factId);
    const says = current && (await valuesOf(tx, [current.id])).get(current.id);
    if (!current || says === undefined) throw gone();
    const line = fact.kind === "income" ? `${factTopic.label(fact.topic)}：${says}` : says;
    return { lines: [line], asOf: current.asOf, learntOf: current.id, visited: visitWords(door) };
  };
  return { heading: headingOf(fact), hidden: fact.says === null, look };
}

async function standing(tx: Writer, householdId: Id<"household">, { kind, topic }: Pick<Row<"facts">, "kind" | "topic">, factId: Id<"fact">) {
  const rows = await tx.select({ id: facts.id, asOf: facts.asOf }).from(facts)
    .where(and(eq(facts.householdId, householdId), eq(facts.kind, kind), eq(facts.topic, topic), isNull(facts.replacedAt)));
  return rows.find(({ id }) => id === factId) ?? rows.at(-1);
}

const visitWords = ({ visitedOn, visitedBy }: PracticeDoor): string =>
  visitedOn ? `上次走访 ${spokenDay(visitedOn)}${visitedBy ? ` ${visitedBy}` : ""}` : "还没走访过";
