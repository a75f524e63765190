import * as z from "zod";
import { attempt } from "@/app/_kit/action";
import { deskOfRequest } from "@/lib/gate/session";
import { submitVisit } from "@/lib/visits/acts";
import { VisitForm } from "@/lib/visits/forms";

const Envelope = z.object({ version: z.literal(1), visit: z.unknown() });

/**
 * The door for what was captured elsewhere: an address and a version that stay while builds come and go. Behind it is
 * the same act as behind the server action. 200 in, 401 sign in first, 409 or 422 with the words for the person.
 */
export async function POST(request: Request): Promise<Response> {
  const desk = await deskOfRequest();
  if (!desk) return Response.json({ ok: false, message: "登录时间到了，重新登录后再发送" }, { status: 401 });
  const envelope = Envelope.safeParse(await request.json().catch(() => null));
  if (!envelope.success) return Response.json({ ok: false, message: "这一版页面太旧了，刷新后再试" }, { status: 400 });
  const outcome = await attempt(VisitForm, envelope.data.visit, (form) => submitVisit(desk, form));
  const status = outcome.ok ? 200 : Object.keys(outcome.fields).length > 0 ? 422 : 409;
  return Response.json(outcome, { status });
}
