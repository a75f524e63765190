import type { Desk } from "@/lib/gate/desk";
import { deskOfRequest } from "@/lib/gate/session";
import { type Id, idFrom } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";

const headers = { "Cache-Control": "private, no-store" };
const statusOf = { "not-found": 404, forbidden: 403, conflict: 409, invalid: 422 } as const;

export const yes = (body: object = {}, status = 200): Response => Response.json({ ok: true, ...body }, { status, headers });

/** What the page's own script reads: the words under the field where one is at fault. */
export const no = (status: number, message: string, field?: string): Response =>
  Response.json({ ok: false, message, fields: field ? { [field]: message } : {}, ...(status === 401 && { signedOut: true }) }, { status, headers });

/** Opens the desk of whoever asks, and words every refusal. */
export async function answer(work: (desk: Desk) => Promise<Response>): Promise<Response> {
  const desk = await deskOfRequest();
  if (!desk) return no(401, "登录时间到了，重新登录后再试");
  try {
    return await work(desk);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return no(statusOf[error.code], error.message, error.field);
  }
}

/** For whom imports do not exist, neither does any one of them. */
export function importIdFrom(desk: Desk, text: string): Id<"import"> {
  const id = idFrom<"import">(text);
  if (!id || !desk.me.is("office")) throw Refusal.notFound("这次导入");
  return id;
}

/** A workbook to keep, under a Chinese name. */
export const workbook = (bytes: Uint8Array, name: string): Response =>
  new Response(Buffer.from(bytes), {
    headers: {
      ...headers,
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="import.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "X-Content-Type-Options": "nosniff",
    },
  });
