import * as z from "zod/mini";
import { attempt } from "@/app/_kit/action";
import type { Desk } from "@/lib/gate/desk";
import { deskOfRequest } from "@/lib/gate/session";
import { amendAnswer, answerCard, type Shown } from "@/lib/practice/acts";
import { type CardFace, dealCard } from "@/lib/practice/acts-deal";
import { AmendForm, AnswerForm } from "@/lib/practice/forms";

const Asked = z.object({ deed: z.enum(["answer", "amend"]), form: z.unknown() });
const headers = { "Cache-Control": "private, no-store" };
const signedOut = { ok: false, signedOut: true, message: "登录时间到了，重新登录后接着练" };
const unread = { ok: false, message: "这一版页面太旧了，刷新后再试" };

/** What a page hears of one deed: the answer to what was just asked and nothing of the card after it, or why not. */
export type PracticeReply = { ok: boolean; signedOut?: boolean; message?: string; shown?: Shown; next?: CardFace | null };

/** One card: what somebody says they know goes up, and only then what the file says comes down, with the next question. */
export async function POST(request: Request): Promise<Response> {
  const desk = await deskOfRequest();
  if (!desk) return Response.json(signedOut satisfies PracticeReply, { status: 401, headers });
  const asked = Asked.safeParse(await request.json().catch(() => null));
  if (!asked.success) return Response.json(unread satisfies PracticeReply, { status: 400, headers });
  return Response.json(await done(desk, asked.data), { headers });
}

async function done(desk: Desk, { deed, form }: z.infer<typeof Asked>): Promise<PracticeReply> {
  let shown: Shown | undefined;
  const outcome = deed === "amend"
    ? await attempt(AmendForm, form, (data) => amendAnswer(desk, data))
    : await attempt(AnswerForm, form, async (data) => void (shown = await answerCard(desk, data)));
  if (!outcome.ok) return { ok: false, message: outcome.message ?? Object.values(outcome.fields)[0] ?? unread.message, next: await next(desk) };
  return deed === "amend" ? { ok: true } : { ok: true, ...(shown && { shown }), next: await next(desk) };
}

const next = async (desk: Desk): Promise<CardFace | null> => (await dealCard(desk)) ?? null;
