import { cancel } from "@/lib/imports/progress";
import { importOf } from "@/lib/imports/reads";
import { Refusal } from "@/lib/kernel/refusal";
import { answer, importIdFrom, yes } from "../../answer";

type At = { params: Promise<{ id: string }> };

/** Stops a running import; its transaction is rolled back. */
export async function POST(_request: Request, { params }: At): Promise<Response> {
  return answer(async (desk) => {
    const id = importIdFrom(desk, (await params).id);
    if (!(await importOf(desk, id))) throw Refusal.notFound("这次导入");
    cancel(id);
    return yes({}, 202);
  });
}
