import { inArray } from "drizzle-orm";
import type { Desk } from "@/lib/gate/desk";
import { addDays } from "@/lib/kernel/calendar";
import { spokenDay } from "@/lib/kernel/day";
import { Refusal } from "@/lib/kernel/refusal";
import { proposePairing } from "./acts";
import type { MatchForm } from "./forms-match";
import { AHEAD_DAYS } from "./rules";

/** All of these pairs are proposed, or none: each by the act that proposes one, and what it refuses names the pair. */
export async function proposeMatch(desk: Desk, { startedOn, pairs }: MatchForm): Promise<void> {
  const last = addDays(desk.me.today, AHEAD_DAYS);
  if (startedOn > last) throw Refusal.invalid("startedOn", `开始日期最晚到 ${spokenDay(last)}`);
  await desk.together(async (d) => {
    for (const pair of pairs) await proposePairing(d, { ...pair, startedOn, reason: "" }).catch((error: unknown) => refuseNamed(d, pair, error));
  });
}

async function refuseNamed(desk: Desk, { menteeId, mentorId }: MatchForm["pairs"][number], error: unknown): Promise<never> {
  if (!(error instanceof Refusal) || error.code === "forbidden") throw error;
  const { people } = desk.see;
  const names = await desk.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, [menteeId, mentorId]));
  const nameOf = (id: string) => names.find((one) => one.id === id)?.name ?? "（没有这个人）";
  throw Refusal.conflict(`${nameOf(menteeId)} 和导师 ${nameOf(mentorId)}：${error.message}。这一批都还没有提出`);
}
