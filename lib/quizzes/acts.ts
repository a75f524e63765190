import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { type Row, tables } from "@/db/schema";
import type { Writer } from "@/db/store";
import { holdsOn } from "@/lib/gate/actor";
import type { Desk } from "@/lib/gate/desk";
import { markOfKeys } from "@/lib/gate/exam-keys";
import { officeOf, settleNotices, tell } from "@/lib/gate/notices";
import { type Id, newId } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";
import type { Role } from "@/lib/words/person";
import { quizState, type QuizState } from "@/lib/words/quiz";
import { refuseBarred, refuseBarredNow } from "./acts-bars";
import { keepPromise, promiseFor, promiseOf } from "./acts-frame";
import { keysFor, logOpening } from "./acts-keys";
import { chooseDoor, type Door } from "./draw";
import type { CancelQuizForm, CommitForm, DrawForm, QuizForm, RedrawAnswer, RedrawForm } from "./forms";
import { isApart, MOST_DRAWS, RUNS_HOURS } from "./rules-draw";
import { stampOfDraw } from "./stamps";

const { assignments, draws, frames, ledger, people, quizKeys, quizSheets, quizzes, redraws } = tables;
type Quiz = Row<"quizzes">;

/** Who knows households from serving them. */
export const examined: readonly Role[] = ["cadre", "villageCadre", "gridMember"];

/** 安排考核: by the office, of somebody else. Sent twice, it is one. */
export async function planQuiz(desk: Desk, { id, examineeId, examinerId, secondExaminerId = null }: QuizForm): Promise<void> {
  await desk.begin("quiz.plan", async (tx) => {
    const [already] = await tx.select({ id: quizzes.id, plannedById: quizzes.plannedById }).from(quizzes).where(eq(quizzes.id, id));
    if (already?.plannedById === desk.me.id) return undefined;
    if (already) throw Refusal.notFound("这次考核");
    await refuseUnfit(tx, desk, { examineeId, examinerId, secondExaminerId });
    await refuseBarred(tx, desk.me.today, { examineeId, examinerId, secondExaminerId });
    return placeQuiz(tx, desk, { id, examineeId, examinerId, secondExaminerId });
  });
}

/** The row itself, and a word to its examiners. */
export async function placeQuiz(tx: Writer, desk: Desk, quiz: Pick<Quiz, "id" | "examineeId" | "examinerId" | "secondExaminerId"> & { planId?: Id<"quizPlan"> }): Promise<Quiz> {
  const [made] = await tx.insert(quizzes).values({ ...quiz, plannedById: desk.me.id, plannedAt: desk.now }).returning();
  for (const to of examinersOf(quiz)) await tell(tx, desk, { to, kind: "quiz_planned", subject: "quiz", subjectId: quiz.id });
  return made!;
}

const examinersOf = ({ examinerId, secondExaminerId }: Pick<Quiz, "examinerId" | "secondExaminerId">) => [examinerId, ...(secondExaminerId ? [secondExaminerId] : [])];

async function refuseUnfit(tx: Writer, desk: Desk, quiz: Pick<Quiz, "examineeId" | "examinerId" | "secondExaminerId">): Promise<void> {
  if (quiz.secondExaminerId === quiz.examinerId) throw Refusal.invalid("secondExaminerId", "两位考官不能是同一个人");
  const known = await tx.select().from(people).where(inArray(people.id, [quiz.examineeId, ...examinersOf(quiz)]));
  const apart = known.find(({ roles }) => isApart(roles));
  if (apart) throw Refusal.invalid(apart.id === quiz.examineeId ? "examineeId" : apart.id === quiz.examinerId ? "examinerId" : "secondExaminerId", "系统管理员和审计员不考别人，也不被考，换一位");
  const among = (id: Id<"person">, roles: readonly Role[]) => known.some((one) => one.id === id && !one.leftOn && one.roles.some((has) => roles.includes(has)));
  if (!among(quiz.examineeId, examined)) throw Refusal.invalid("examineeId", "考核对象要是在岗的青年干部、村社干部或网格员，换一位");
  if (!among(quiz.examinerId, ["examiner"])) throw Refusal.invalid("examinerId", "这位不是在岗的联村考官，换一位，或先到人员页改角色");
  if (quiz.secondExaminerId && !among(quiz.secondExaminerId, ["examiner"])) throw Refusal.invalid("secondExaminerId", "这位不是在岗的联村考官，换一位，或先到人员页改角色");
  const [place] = await tx.select({ id: assignments.id }).from(assignments).where(and(eq(assignments.personId, quiz.examineeId), holdsOn(desk.me.today, assignments))).limit(1);
  if (!place) throw Refusal.invalid("examineeId", "这位现在没有联村、包户或网格，没有户可抽");
}

/** 准备抽户: what can be drawn is frozen and a secret promised, both by their hashes, before anybody has typed a number. */
export const commitQuiz = (desk: Desk, { quizId, version }: CommitForm): Promise<void> =>
  desk.change("quiz.commit", quizId, async (tx, quiz) => {
    refuseOtherState(quiz, "planned");
    await refuseBarredNow(tx, desk.me.today, quiz);
    await refuseSecondPromise(tx, quiz);
    const promise = await promiseFor(tx, desk.me.today, quiz);
    if (!promise) throw Refusal.conflict("考核对象现在服务的范围里没有可抽的户：要有登记过成员，或有一条核实过的情况");
    const { frameHash, secretHash, size: frameSize } = promise;
    const after = await step(tx, quiz, version, { state: "committed", frameHash, secretHash, frameSize, committedAt: desk.now });
    await keepPromise(tx, promise, { quiz: after });
  });

async function refuseSecondPromise(tx: Writer, { examineeId }: Quiz): Promise<void> {
  const [other] = await tx.select({ id: quizzes.id }).from(quizzes).where(and(eq(quizzes.examineeId, examineeId), eq(quizzes.state, "committed")));
  if (other) throw Refusal.conflict("这位考核对象还有一次考核已经准备好、没有抽户，先把那一次抽了");
}

const refuseOtherState = ({ state }: Quiz, due: QuizState): void => {
  if (state !== due) throw Refusal.conflict(`这次考核现在是“${quizState.label(state)}”，不能这样做。刷新看看最新的情况`);
};

/** One guarded move: of two at once the first one's stands. */
async function step(tx: Writer, quiz: Quiz, version: number, set: Partial<Quiz>): Promise<Quiz> {
  const [after] = await tx.update(quizzes).set({ ...set, version: version + 1 })
    .where(and(eq(quizzes.id, quiz.id), eq(quizzes.version, version), eq(quizzes.state, quiz.state))).returning();
  if (!after) throw Refusal.conflict("这次考核刚在别处变了。刷新看过新的再来");
  return after;
}

/** 抽户, and once another household has been allowed the next: the door follows from frame, secret and number. */
export const drawHousehold = (desk: Desk, { quizId, version, number }: DrawForm): Promise<void> =>
  desk.together(async (d) => {
    let drawn: Drawn | undefined;
    await d.change("quiz.draw", quizId, async (tx, quiz) => {
      await refuseBarredNow(tx, d.me.today, quiz);
      const [earlier, promise] = [await drawsOf(tx, quizId), await promiseOf(tx, { quizId })];
      const last = earlier.at(-1);
      if (last) await refuseUnallowed(tx, d, quiz, last);
      else refuseOtherState(quiz, "committed");
      const door = chooseDoor({ ...promise, attempt: earlier.length + 1, number }, earlier.map((one) => one.householdId!));
      if (!door) throw Refusal.conflict("抽户范围里没有别的户了");
      drawn = { quiz: await step(tx, quiz, version, last ? {} : await running(tx, d, quiz)), door, frameId: promise.frameId, attempt: earlier.length + 1 };
    });
    await keepDraw(d, drawn!, number);
  });

type Drawn = { quiz: Quiz; door: Door; frameId: Id<"frame">; attempt: number };

/** From the first draw on the day runs, and it is kept how old the examinee's offline pack was. */
async function running(tx: Writer, { now }: Desk, { examineeId }: Quiz): Promise<Partial<Quiz>> {
  const [taken] = await tx.select({ at: ledger.at }).from(ledger).where(and(eq(ledger.subjectId, examineeId), eq(ledger.action, "pack.take"))).orderBy(desc(ledger.id)).limit(1);
  return { state: "drawn", drawnAt: now, overAt: new Date(now.getTime() + RUNS_HOURS * 3_600_000), packTakenAt: taken?.at ?? null };
}

const drawsOf = (tx: Writer, quizId: Id<"quiz">): Promise<Row<"draws">[]> =>
  tx.select({ draw: draws }).from(frames).innerJoin(draws, eq(draws.frameId, frames.id)).where(eq(frames.quizId, quizId)).orderBy(draws.attempt)
    .then((rows) => rows.map(({ draw }) => draw));

async function keepDraw(desk: Desk, { quiz, door, frameId, attempt }: Drawn, number: string): Promise<void> {
  await desk.begin("draw.keep", async (tx) => {
    const draw = { id: newId<"draw">(), frameId, attempt, number, ...door, pairs: null, drawnById: desk.me.id, drawnAt: desk.now };
    const before = await tx.select().from(redraws).where(eq(redraws.quizId, quiz.id));
    const keys = await keysFor(tx, draw, quiz);
    const [kept] = await tx.insert(draws).values({ ...draw, mac: stampOfDraw(draw, quiz, before, markOfKeys(keys)) }).returning();
    await tx.insert(quizKeys).values(keys);
    await logOpening(tx, desk, door.householdId, quiz);
    return kept!;
  });
}

const refuseOver = ({ state, overAt }: Quiz, now: Date): void => {
  if (state !== "drawn") throw Refusal.conflict("现在不能换户。刷新看看最新的情况");
  if (overAt! <= now) throw Refusal.conflict("这次考核已经过了 24 小时，不能再换户");
};

async function refuseSheet(tx: Writer, drawId: Id<"draw">): Promise<void> {
  const [sheet] = await tx.select({ id: quizSheets.id }).from(quizSheets).where(eq(quizSheets.drawId, drawId)).limit(1);
  if (sheet) throw Refusal.conflict("这一户的考核表已经交了，不能再换户");
}

async function refuseUnallowed(tx: Writer, desk: Desk, quiz: Quiz, last: Row<"draws">): Promise<void> {
  refuseOver(quiz, desk.now);
  await refuseSheet(tx, last.id);
  const asked = await tx.select().from(redraws).where(eq(redraws.drawId, last.id));
  if (!asked.some(({ allowed }) => allowed)) throw Refusal.conflict("已经抽过户了。要换一户，先请第二位考官或党建办同意");
}

/** 换一户: asked for with a reason, of the second examiner and the office. */
export async function askRedraw(desk: Desk, { quizId, reason, words }: RedrawForm): Promise<void> {
  await desk.begin("redraw.ask", async (tx) => {
    const { quizzes: seen } = desk.see;
    const [quiz] = await tx.select().from(seen).where(eq(seen.id, quizId));
    if (!quiz) throw Refusal.notFound("这次考核");
    if (!desk.may("quiz.draw", quiz)) throw Refusal.forbidden("换一户由抽户的考官来提");
    refuseOver(quiz, desk.now);
    const earlier = await drawsOf(tx, quizId);
    const last = earlier.at(-1)!;
    await refuseNeedless(tx, last.id, earlier.length, quiz.frameSize ?? 0);
    const [made] = await tx.insert(redraws).values({ quizId, drawId: last.id, reason, words, askedById: desk.me.id, askedAt: desk.now }).returning();
    const others = [...(quiz.secondExaminerId ? [quiz.secondExaminerId] : []), ...(await officeOf(tx))];
    for (const to of new Set(others)) if (to !== quiz.examineeId) await tell(tx, desk, { to, kind: "redraw_asked", subject: "quiz", subjectId: quizId });
    return made;
  });
}

async function refuseNeedless(tx: Writer, drawId: Id<"draw">, made: number, size: number): Promise<void> {
  await refuseSheet(tx, drawId);
  if (made >= MOST_DRAWS) throw Refusal.conflict(`一次考核最多抽 ${MOST_DRAWS} 户，已经抽满了`);
  if (made >= size) throw Refusal.conflict("抽户范围里没有别的户了，不能再换");
  const asked = await tx.select().from(redraws).where(eq(redraws.drawId, drawId));
  if (asked.some(({ decidedAt }) => !decidedAt)) throw Refusal.conflict("已经请人同意换一户了，等答复");
  if (asked.some(({ allowed }) => allowed)) throw Refusal.conflict("已经同意换一户了，输入一个新的数字再抽");
}

/** By the second examiner or the office: never by whoever asked, nor by whoever is examined. */
export const decideRedraw = (desk: Desk, { redrawId, allowed }: RedrawAnswer): Promise<void> =>
  desk.together(async (d) => {
    let quiz: Quiz | undefined;
    await d.change("redraw.decide", redrawId, async (tx, asked) => {
      [quiz] = await tx.select().from(quizzes).where(eq(quizzes.id, asked.quizId));
      if (!quiz || !d.may("quiz.redraw", quiz)) throw Refusal.forbidden("换不换户由第二位考官或党建办来定");
      refuseOver(quiz, d.now);
      if (allowed) await refuseSheet(tx, asked.drawId);
      const [done] = await tx.update(redraws).set({ allowed, decidedById: d.me.id, decidedAt: d.now }).where(and(eq(redraws.id, redrawId), isNull(redraws.decidedAt))).returning();
      if (!done) throw Refusal.conflict("这一条已经有人答复了。刷新看看");
      await settleNotices(tx, d, "quiz", quiz.id, { kinds: ["redraw_asked"] });
    });
    if (allowed) await d.change("quiz.redraw", quiz!.id, async (tx, row) => void (await step(tx, row, row.version, {})));
  });

/** 取消考核: as long as nothing is drawn. Nobody knows what a frozen frame would have given, so nothing is won by it. */
export const cancelQuiz = (desk: Desk, { quizId, version, why }: CancelQuizForm): Promise<void> =>
  desk.change("quiz.cancel", quizId, async (tx, quiz) => {
    if (quiz.state === "drawn" || quiz.state === "released") throw Refusal.conflict("已经抽过户，考核不能再取消");
    if (quiz.state === "cancelled") throw Refusal.conflict("这次考核已经取消了");
    await step(tx, quiz, version, { state: "cancelled", cancelledAt: desk.now, cancelledById: desk.me.id, cancelledWhy: why });
    await settleNotices(tx, desk, "quiz", quizId, { kinds: ["quiz_planned"] });
  });
