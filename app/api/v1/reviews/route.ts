import * as z from "zod/mini";
import { attempt } from "@/app/_kit/action";
import { deskOfRequest } from "@/lib/gate/session";
import type { Desk } from "@/lib/gate/desk";
import { keepRemark, sendRemarks } from "@/lib/visits/acts-remarks";
import { approveSeen, type Refused, reviewVisit, undoReview } from "@/lib/visits/acts-review";
import { ReviewForm, VisitVersionForm } from "@/lib/visits/forms";
import { RemarkForm, SeenForm, SendRemarksForm } from "@/lib/visits/forms-review";

const Asked = z.object({ deed: z.enum(["verdict", "undo", "remark", "send", "seen"]), form: z.unknown() });
const headers = { "Cache-Control": "private, no-store" };
const signedOut = { ok: false, signedOut: true, message: "登录时间到了，重新登录后接着批阅", fields: {} };
const unread = { ok: false, message: "这一版页面太旧了，刷新后再试", fields: {} };

/**
 * The review desk's deeds: the acts of the noun behind their own schemas, without drawing the page anew, so that a
 * verdict costs one small answer. What is refused says why; the page puts the item back.
 */
export async function POST(request: Request): Promise<Response> {
  const desk = await deskOfRequest();
  if (!desk) return Response.json(signedOut, { status: 401, headers });
  const asked = Asked.safeParse(await request.json().catch(() => null));
  if (!asked.success) return Response.json(unread, { status: 400, headers });
  return Response.json(await done(desk, asked.data), { headers });
}

async function done(desk: Desk, { deed, form }: z.infer<typeof Asked>) {
  if (deed === "verdict") return attempt(ReviewForm, form, (data) => reviewVisit(desk, data));
  if (deed === "undo") return attempt(VisitVersionForm, form, (data) => undoReview(desk, data));
  if (deed === "remark") return attempt(RemarkForm, form, (data) => keepRemark(desk, data));
  if (deed === "send") return attempt(SendRemarksForm, form, (data) => sendRemarks(desk, data));
  let refused: Refused[] = [];
  const outcome = await attempt(SeenForm, form, async (data) => {
    refused = await approveSeen(desk, data);
  });
  return { ...outcome, refused };
}
