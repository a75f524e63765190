import type { Row } from "@/db/schema";
import { type QuizState, redrawReason } from "@/lib/words/quiz";
import { chooseDoor, doorsIn, hashOf, hashOfSecret } from "./draw";
import { RUNS_HOURS } from "./rules-draw";
import { type Behind, isDrawStamped, isFrameStamped, isResultStamped } from "./stamps";

/*
 * 验证抽户: everything that is stored of a draw, reckoned again. Each check is a sentence that says what was compared, and
 * what it means where it does not agree. Nothing here trusts what it is given: it may have been altered.
 */

/** One sentence, and whether it holds. */
export type Check = { ok: boolean; what: string; says: string };
const check = (ok: boolean, what: string, holds: string, not: string): Check => ({ ok, what, says: ok ? holds : not });

export type Secret = Pick<Row<"frameSecrets">, "frameId" | "secret" | "revealedAt">;
/** The ledger's own line of a deed: of each field what it became. */
export type Told = { action: string; subjectId: string; became: Readonly<Record<string, unknown>> };

export type QuizRow = Row<"quizzes">;
export type FrameRow = Row<"frames">;
export type DrawRow = Row<"draws">;

/** What a desk may read of it; undefined is what it may not, or what cannot be read. */
export type StoredQuiz = {
  quiz: Row<"quizzes">;
  frame: Row<"frames"> | undefined;
  secret: Secret | undefined;
  draws: readonly Row<"draws">[];
  redraws: readonly Row<"redraws">[];
  /** Of each draw a mark of its answers: nobody reads them here. */
  keyMarks: ReadonlyMap<string, string>;
  results?: ({ rows: readonly Row<"quizResults">[] } & Pick<Behind, "sheets" | "marks">) | undefined;
  /** Lines of the ledger about it; `whole` where this desk sees all of them. */
  told: { lines: readonly Told[]; whole: boolean };
  /** Of a quiz that a plan drew: whether the plan paired these two. */
  paired: boolean | undefined;
  unreadable: readonly string[];
};

/** Altered content can have a shape that nothing here expects: that too is an answer. */
export function soundly(checks: () => Check[]): Check[] {
  try {
    return checks();
  } catch {
    return broken(["存下的内容"]);
  }
}

export function checksOf(stored: StoredQuiz): Check[] {
  const { quiz, frame, secret, unreadable } = stored;
  if (quiz.state === "planned" || (quiz.state === "cancelled" && !frame && !quiz.frameHash)) return [...broken(unreadable), statesOf(quiz)];
  return [
    ...broken(unreadable),
    statesOf(quiz),
    frameCheck(quiz.frameHash, frame, quiz.id),
    frame ? check(isFrameStamped(frame.mac, frame, { quiz }), "冻结时的印记", "考核对象、考官、范围、指纹和时间都和冻结时一样", "考核对象、考官、范围、指纹或时间被改过") : gone("冻结时的印记"),
    ...(quiz.state === "drawn" || quiz.state === "released" ? [attemptsOf(stored), timesOf(stored)] : []),
    ...stored.draws.map((draw) => stampOf(stored, draw)),
    ...redrawChecks(stored),
    ...(secret || quiz.state === "released" ? secretChecks(quiz, secret) : []),
    ...(secret && frame ? stored.draws.map((draw) => choiceOf(stored, frame.text, secret.secret, draw)) : []),
    ...resultChecks(stored),
    ...(stored.paired === undefined ? [] : [check(stored.paired, "计划里抽到的人", "这次考核和计划抽出来的考核对象、考官一致", "计划没有抽到这两个人在一起")]),
    ...toldChecks(stored),
  ];
}

const gone = (what: string): Check => ({ ok: false, what, says: "找不到冻结的内容，被删掉或挪走了" });
export const broken = (unreadable: readonly string[]): Check[] => unreadable.map((what) => ({ ok: false, what, says: "存的内容打不开，被改过" }));

const reached: Record<QuizState, [committed: boolean, drawn: boolean, released: boolean, cancelled: boolean]> = {
  planned: [false, false, false, false], committed: [true, false, false, false], drawn: [true, true, false, false],
  released: [true, true, true, false], cancelled: [false, false, false, true],
};

function statesOf(quiz: Row<"quizzes">): Check {
  const [frozen, drawn, released, cancelled] = reached[quiz.state] ?? [];
  const committed = cancelled ? quiz.committedAt !== null : frozen; // it may have been frozen before it was given up
  const stand = [[quiz.committedAt, committed], [quiz.frameHash, committed], [quiz.secretHash, committed], [quiz.frameSize, committed], [quiz.drawnAt, drawn], [quiz.overAt, drawn],
    [quiz.releasedAt, released], [quiz.appealUntil, released], [quiz.cancelledAt, cancelled], [quiz.cancelledById, cancelled]] as const;
  return check(stand.every(([value, there]) => (value !== null) === there), "考核走到哪一步", "记下的时间和考核现在的状态一致", "记下的时间和考核现在的状态对不上");
}

/** The hash that was shown before anybody typed a number is that of the text. */
export function frameCheck(promised: string | null, frame: Row<"frames"> | undefined, id: string, what = "抽户范围"): Check {
  if (!frame) return gone(what);
  const ok = hashOf(frame.text) === promised && frame.text.split("\n")[1] === id;
  return check(ok, what, "重新算的指纹和抽取前公布的一样", "重新算的指纹和抽取前公布的不一样，内容或指纹被改过");
}

/** First, second, third: none is missing, and each after the first was allowed. */
function attemptsOf({ quiz, frame, draws, redraws }: StoredQuiz): Check {
  const inOrder = draws.length > 0 && draws.every(({ attempt }, i) => attempt === i + 1) && draws.length <= 3;
  const allowed = draws.slice(0, -1).every(({ id }) => redraws.filter((one) => one.drawId === id && one.allowed).length === 1);
  const sized = frame !== undefined && doorsIn(frame.text).length === quiz.frameSize;
  return check(inOrder && allowed && sized, "抽了几次", `一共抽了 ${draws.length} 次，一次不少${draws.length > 1 ? "，每次换户都有人同意" : ""}`, "抽取的次数、范围的户数和换户的记录对不上，有的被删掉或改过");
}

function timesOf({ quiz, draws, secret }: StoredQuiz): Check {
  const [first, over] = [draws[0]?.drawnAt.getTime(), quiz.overAt?.getTime()];
  const runs = first !== undefined && first === quiz.drawnAt?.getTime() && over === first + RUNS_HOURS * 3_600_000;
  const before = quiz.committedAt !== null && first !== undefined && quiz.committedAt.getTime() <= first;
  const opened = !secret || secret.revealedAt?.getTime() === quiz.releasedAt?.getTime();
  return check(runs && before && opened, "先后", "先冻结，后抽户，出结果时才公开密钥", "冻结、抽户、出结果和公开密钥的时间对不上");
}

const stampOf = ({ quiz, draws, redraws, keyMarks }: StoredQuiz, draw: Row<"draws">): Check => {
  const earlier = draws.filter(({ attempt }) => attempt < draw.attempt).map(({ id }) => id);
  const before = redraws.filter(({ drawId }) => earlier.includes(drawId));
  return check(isDrawStamped(draw.mac, draw, quiz, before, keyMarks.get(draw.id)), `第 ${draw.attempt} 次的印记`, "数字、抽到的户、答案、时间和前面的换户都和抽的时候一样", "数字、抽到的户、答案、时间或前面的换户被改过");
};

function redrawChecks({ quiz, draws, redraws }: StoredQuiz): Check[] {
  return redraws.map((one) => {
    const next = draws.find(({ attempt }) => attempt === (draws.find(({ id }) => id === one.drawId)?.attempt ?? 0) + 1);
    const two = one.decidedById === null || ![one.askedById, quiz.examinerId, quiz.examineeId].includes(one.decidedById);
    const asked = one.askedById === quiz.examinerId && draws.some(({ id }) => id === one.drawId) && (one.decidedById === null) === (one.decidedAt === null) && (one.allowed === null) === (one.decidedAt === null);
    const inTime = !one.allowed || !next || (one.decidedAt !== null && one.decidedAt <= next.drawnAt);
    return check(two && asked && inTime, `换一户：${redrawReason.label(one.reason) ?? one.reason}`, one.allowed === null ? "考官提的，还没有人答复" : one.allowed ? "考官提的，另一个人同意以后才再抽" : "考官提的，另一个人没有同意", "谁提的、谁同意的或什么时候同意的对不上");
  });
}

function secretChecks({ secretHash }: Row<"quizzes">, secret: Secret | undefined): Check[] {
  return [check(secret !== undefined && hashOfSecret(secret.secret) === secretHash, "系统的密钥", "公开的密钥算出的指纹和抽取前公布的一样", "公开的密钥和抽取前公布的指纹对不上")];
}

/** From frame, secret and number follows this door and no other. */
function choiceOf({ draws }: StoredQuiz, frame: string, secret: string, { attempt, number, villageId, householdId }: Row<"draws">): Check {
  const out = draws.filter((one) => one.attempt < attempt).map((one) => one.householdId ?? "");
  const due = chooseDoor({ frame, secret, attempt, number }, out);
  return check(due !== undefined && due.villageId === villageId && due.householdId === householdId, `第 ${attempt} 次抽到的户`, "由范围、密钥和数字重新算，就是这一户", "由范围、密钥和数字重新算，不是这一户");
}

function resultChecks({ quiz, results, draws, redraws }: StoredQuiz): Check[] {
  if (!results) return [];
  const { rows, sheets, marks } = results;
  if (quiz.state !== "released") return rows.length > 0 ? [{ ok: false, what: "考核结果", says: "还没有公布就有了结果" }] : [];
  const inOrder = rows.length > 0 && rows.every(({ round }, i) => round === i + 1) && rows[0]!.at.getTime() === quiz.releasedAt?.getTime();
  return [
    check(inOrder, "考核结果", rows.length > 1 ? `公布的结果和 ${rows.length - 1} 次更正都在` : "公布的结果在", "公布的结果被删掉、挪走，或时间被改过"),
    ...rows.map((row) => check(isResultStamped(row.mac, row, { draws, redraws, sheets, marks, appealUntil: quiz.appealUntil }), row.round === 1 ? "公布的结果的印记" : "更正的结果的印记", "结果、考核表、每一项的分、抽取、换户和申诉期限都和记下时一样", "结果、考核表、某一项的分、抽取、换户或申诉期限被改过")),
  ];
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** The ledger is a chain of its own (台账校验); here only that it says the same. */
function toldChecks({ quiz, draws, told: { lines, whole } }: StoredQuiz): Check[] {
  const due: { action: string; id: string; says: object }[] = [
    ...(quiz.committedAt ? [{ action: "quiz.commit", id: quiz.id, says: { frameHash: quiz.frameHash, secretHash: quiz.secretHash, frameSize: quiz.frameSize } }] : []),
    ...draws.map(({ id, attempt, number, villageId, householdId }) => ({ action: "draw.keep", id, says: { attempt, number, villageId, householdId } })),
  ];
  const known = due.map((one) => ({ ...one, line: lines.find(({ action, subjectId }) => action === one.action && subjectId === one.id) })).filter(({ line }) => whole || line);
  if (known.length === 0) return [];
  const ok = known.every(({ says, line }) => line && Object.entries(says).every(([field, value]) => same(line.became[field], value)));
  return [check(ok, "台账", whole ? "台账里冻结和每次抽户的记录都和这里一样" : "台账里你自己做的记录和这里一样", "台账里的记录和这里不一样")];
}
