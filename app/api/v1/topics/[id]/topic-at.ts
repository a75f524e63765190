import { type Id, idFrom } from "@/lib/kernel/id";
import { Refusal } from "@/lib/kernel/refusal";

export type At = { params: Promise<{ id: string }> };

export async function topicAt({ params }: At): Promise<Id<"topic">> {
  const id = idFrom<"topic">((await params).id);
  if (!id) throw Refusal.notFound("这个课题");
  return id;
}
