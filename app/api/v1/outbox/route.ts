import * as z from "zod/mini";
import { deskOfRequest } from "@/lib/gate/session";
import { type Delivery, deliver } from "./deliver";
import { revokedHere } from "../revoked";

const Second = z.object({ version: z.literal(2), owner: z.string(), sentAt: z.number(), items: z.array(z.unknown()).check(z.minLength(1), z.maxLength(50)) });
const First = z.object({ version: z.literal(1), visit: z.unknown() });

/** What each version of the body says. A version once sent from a phone is understood for good. */
const Envelope = z.union([
  z.pipe(Second, z.transform(({ owner, sentAt, items }: z.output<typeof Second>): Delivery => ({ owner, sentAt, items }))),
  z.pipe(First, z.transform(({ visit }: z.output<typeof First>): Delivery => ({ items: [{ deed: "submit", visit }] }))),
]);

const signedOut = { ok: false, signedOut: true, message: "登录时间到了，重新登录后再发送" };
const otherPerson = { ok: false, otherPerson: true, message: "这部手机上的内容是另一个人的，由本人登录后发送" };
const unread = { ok: false, message: "这一版页面太旧了，刷新后再试" };

/**
 * The door for what was captured on a phone: an address and versions that stay while builds come and go. Behind it are
 * the acts of the noun. 200 with a result for each item, whatever became of the others.
 */
export async function POST(request: Request): Promise<Response> {
  const desk = await deskOfRequest();
  if (!desk) return Response.json({ ...signedOut, revoked: await revokedHere() }, { status: 401 });
  const envelope = Envelope.safeParse(await request.json().catch(() => null));
  if (!envelope.success) return Response.json(unread, { status: 400 });
  const { data } = envelope;
  if (data.owner !== undefined && data.owner !== desk.me.id) return Response.json(otherPerson, { status: 403 });
  return Response.json({ ok: true, results: await deliver(desk, data) });
}
