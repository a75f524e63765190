import type { Row } from "@/db/schema";
import { hashOfSecret } from "./draw";
import { choosePairs, planFrameIn } from "./draw-plan";
import { isDrawStamped, isFrameStamped } from "./stamps";
import { broken, type Check, frameCheck, type Secret, type Told } from "./verify";

/* 验证计划: what a plan drew, reckoned again. */

export type PlanRow = Row<"quizPlans">;
export type MadeQuiz = Pick<Row<"quizzes">, "id" | "examineeId" | "examinerId">;

export type StoredPlan = {
  plan: PlanRow;
  frame: Row<"frames"> | undefined;
  secret: Secret | undefined;
  draws: readonly Row<"draws">[];
  made: readonly MadeQuiz[];
  told: { lines: readonly Told[]; whole: boolean };
  unreadable: readonly string[];
};

const check = (ok: boolean, what: string, holds: string, not: string): Check => ({ ok, what, says: ok ? holds : not });

export function planChecksOf(stored: StoredPlan): Check[] {
  const { plan, frame, secret, draws, unreadable } = stored;
  const drawn = plan.state === "drawn";
  return [
    ...broken(unreadable),
    stateOf(stored),
    frameCheck(plan.frameHash, frame, plan.id, "冻结的名单"),
    check(frame !== undefined && isFrameStamped(frame.mac, frame, { plan }), "冻结时的印记", "季度、人数、名单、回避和指纹都和冻结时一样", "季度、人数、名单、回避或指纹被改过"),
    ...(drawn || secret ? [check(secret !== undefined && hashOfSecret(secret.secret) === plan.secretHash, "系统的密钥", "公开的密钥算出的指纹和抽取前公布的一样", "公开的密钥和抽取前公布的指纹对不上")] : []),
    ...draws.map((draw) => check(isDrawStamped(draw.mac, draw, { drawnAt: plan.drawnAt, overAt: null, packTakenAt: null }, []), "抽取的印记", "数字、抽到的人和时间都和抽的时候一样", "数字、抽到的人或时间被改过")),
    ...(drawn && secret && frame ? [pairsOf(frame.text, secret.secret, draws[0])] : []),
    ...(drawn ? [madeOf(stored)] : []),
    ...toldOf(stored),
  ];
}

function stateOf({ plan, frame, secret, draws }: StoredPlan): Check {
  const drawn = plan.state === "drawn";
  const stands = (plan.drawnAt !== null) === drawn && draws.length === (drawn ? 1 : 0) && (secret !== undefined) === drawn;
  const opened = !drawn || (secret?.revealedAt?.getTime() === plan.drawnAt?.getTime() && draws[0]?.drawnAt.getTime() === plan.drawnAt?.getTime() && plan.committedAt <= plan.drawnAt!);
  const sized = frame !== undefined && planFrameIn(frame.text).size === plan.size;
  return check(stands && opened && sized, "先后", drawn ? "先冻结，后抽取，抽取时才公开密钥" : "已经冻结，没有抽取", "冻结、抽取和公开密钥的记录对不上");
}

function pairsOf(frame: string, secret: string, draw: Row<"draws"> | undefined): Check {
  const due = draw && choosePairs({ frame, secret, attempt: 1, number: draw.number }).map(({ examineeId, examinerId }) => [examineeId, examinerId]);
  const ok = due !== undefined && JSON.stringify(due) === JSON.stringify(draw?.pairs?.map(({ examineeId, examinerId }) => [examineeId, examinerId]));
  return check(ok, "抽到的人", "由名单、密钥和数字重新算，就是这些人，考官也一样", "由名单、密钥和数字重新算，不是这些人");
}

/** Every pair with an examiner became one quiz, and no quiz of the plan is of anybody else. */
function madeOf({ draws, made }: StoredPlan): Check {
  const due = (draws[0]?.pairs ?? []).filter(({ examinerId }) => examinerId).map(({ examineeId, examinerId }) => `${examineeId} ${examinerId}`).toSorted();
  const are = made.map(({ examineeId, examinerId }) => `${examineeId} ${examinerId}`).toSorted();
  return check(JSON.stringify(due) === JSON.stringify(are), "安排的考核", `${are.length} 次考核和抽到的一一对应`, "安排的考核和抽到的对不上，有的被删掉、添上或改过");
}

function toldOf({ plan, draws, told: { lines, whole } }: StoredPlan): Check[] {
  const says: { action: string; id: string; says: object }[] = [
    { action: "quizPlan.commit", id: plan.id, says: { frameHash: plan.frameHash, secretHash: plan.secretHash, size: plan.size, quarter: plan.quarter } },
    ...draws.map(({ id, number, pairs }) => ({ action: "draw.keep", id, says: { number, pairs } })),
  ];
  const due = says.map((one) => ({ ...one, line: lines.find(({ action, subjectId }) => action === one.action && subjectId === one.id) })).filter(({ line }) => whole || line);
  if (due.length === 0) return [];
  const ok = due.every(({ says: said, line }) => line && Object.entries(said).every(([field, value]) => JSON.stringify(line.became[field]) === JSON.stringify(value)));
  return [check(ok, "台账", whole ? "台账里冻结和抽取的记录都和这里一样" : "台账里你自己做的记录和这里一样", "台账里的记录和这里不一样")];
}
