import { importOf } from "@/lib/imports/reads";
import { errorsOf } from "@/lib/imports/workbooks";
import { Refusal } from "@/lib/kernel/refusal";
import { importKind } from "@/lib/words/import";
import { answer, importIdFrom, workbook } from "../../answer";

type At = { params: Promise<{ id: string }> };

/** The rows that were not let in, to mend and send again. */
export async function GET(_request: Request, { params }: At): Promise<Response> {
  return answer(async (desk) => {
    const file = await importOf(desk, importIdFrom(desk, (await params).id));
    if (!file || file.errors === 0 || !file.head) throw Refusal.notFound("错误行");
    return workbook(await errorsOf(desk, file), `${importKind.label(file.kind)}错误行.xlsx`);
  });
}
