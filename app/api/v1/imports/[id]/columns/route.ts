import { remapImport } from "@/lib/imports/acts";
import { MappingForm } from "@/lib/imports/forms";
import { Refusal } from "@/lib/kernel/refusal";
import { answer, importIdFrom, yes } from "../../answer";

type At = { params: Promise<{ id: string }> };

/** The same file with its columns matched by hand, checked anew. */
export async function POST(request: Request, { params }: At): Promise<Response> {
  return answer(async (desk) => {
    const importId = importIdFrom(desk, (await params).id);
    const body: unknown = await request.json().catch(() => null);
    const form = MappingForm.safeParse({ ...(typeof body === "object" ? body : {}), importId });
    if (!form.success) throw Refusal.invalid("columns", form.error.issues[0]!.message);
    return yes({ id: await remapImport(desk, form.data) }, 201);
  });
}
