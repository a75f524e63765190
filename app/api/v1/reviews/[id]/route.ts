import { sheetOf } from "@/app/(desk)/reviews/sheet";
import { mayOpen } from "@/lib/gate/policy";
import { deskOfRequest } from "@/lib/gate/session";
import { idFrom } from "@/lib/kernel/id";

const headers = { "Cache-Control": "private, no-store" };
const no = (status: number, message: string) => Response.json({ ok: false, message, fields: {} }, { status, headers });

/** One 走访日志 for the review desk, fetched ahead of the moment it is read. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const desk = await deskOfRequest();
  if (!desk) return no(401, "登录时间到了，重新登录后再看");
  const id = idFrom<"visit">((await params).id);
  const sheet = id && mayOpen.review(desk.me) && (await sheetOf(desk, id));
  return sheet ? Response.json(sheet, { headers }) : no(404, "没有找到这一条，可能已被撤回，或不对你开放");
}
