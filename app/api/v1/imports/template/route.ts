import { templateOf } from "@/lib/imports/workbooks";
import { Refusal } from "@/lib/kernel/refusal";
import { importKind } from "@/lib/words/import";
import { answer, workbook } from "../answer";

/** An empty table to fill in. */
export async function GET(request: Request): Promise<Response> {
  return answer(async (desk) => {
    const kind = importKind.from(new URL(request.url).searchParams.get("kind") ?? "");
    if (!desk.me.is("office") || !kind) throw Refusal.notFound("这个模板");
    return workbook(await templateOf(desk, kind), `${importKind.label(kind)}导入模板.xlsx`);
  });
}
