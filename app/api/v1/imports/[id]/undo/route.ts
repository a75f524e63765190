import { undoImport, importToUndo } from "@/lib/imports/acts-undo";
import { Refusal } from "@/lib/kernel/refusal";
import { answer, importIdFrom, yes } from "../../answer";

type At = { params: Promise<{ id: string }> };

/** Begins it and answers at once: whoever asked may leave the page, and `progress` tells how far it is. */
export async function POST(_request: Request, { params }: At): Promise<Response> {
  return answer(async (desk) => {
    const id = importIdFrom(desk, (await params).id);
    await importToUndo(desk, id);
    // A refusal is kept with the progress, for the page to show; anything else is a bug and belongs in the log.
    void undoImport(desk, id).catch((error: unknown) => {
      if (!(error instanceof Refusal)) console.error(error);
    });
    return yes({}, 202);
  });
}
