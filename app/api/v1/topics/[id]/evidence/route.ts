import { Refusal } from "@/lib/kernel/refusal";
import { EvidenceSearchForm } from "@/lib/topics/forms-work";
import { picksFor } from "@/lib/topics/reads-pick";
import { answer, yes } from "../../../imports/answer";
import { type At, topicAt } from "../topic-at";

/** What the group may name as 佐证, by POST: no name stands in an address or a log. */
export async function POST(request: Request, at: At): Promise<Response> {
  return answer(async (desk) => {
    const id = await topicAt(at);
    if (!desk.me.is("office") && !desk.me.inTopic(id)) throw Refusal.notFound("这个课题");
    const form = EvidenceSearchForm.safeParse(await request.json().catch(() => undefined));
    if (!form.success) throw Refusal.invalid("q", form.error.issues[0]?.message ?? "写 2 到 30 个字");
    return yes({ picks: await picksFor(desk, id, form.data.q) });
  });
}
