import { progressOf } from "@/lib/imports/progress";
import { importOf } from "@/lib/imports/reads";
import { Refusal } from "@/lib/kernel/refusal";
import { answer, importIdFrom, yes } from "../../answer";

type At = { params: Promise<{ id: string }> };

/** How far it is, and how it ended. */
export async function GET(_request: Request, { params }: At): Promise<Response> {
  return answer(async (desk) => {
    const id = importIdFrom(desk, (await params).id);
    const file = await importOf(desk, id);
    if (!file) throw Refusal.notFound("这次导入");
    const { phase, done, of, ended } = progressOf(id) ?? {};
    return yes({ state: file.state, running: !!phase && !ended, phase, done, of, ended });
  });
}
