import { type NewRow, tables } from "@/db/schema";
import type { Town, Who } from "@/db/seed/cast";
import { enterExhibit, planExhibition } from "@/lib/exhibitions/acts";
import { openVote } from "@/lib/exhibitions/acts-vote";
import { BallotForm, ExhibitForm, ExhibitionForm } from "@/lib/exhibitions/forms";
import { myPairs, stageOf } from "@/lib/exhibitions/reads";
import { Desk } from "@/lib/gate/desk";
import type { Day } from "@/lib/kernel/day";
import { type Id, newId } from "@/lib/kernel/id";
import type { Gate } from "@/lib/words/topic";

/** A topic that stands at a gate; `of` works on it, or did until `left`. */
export async function aTopic({ store, people }: Town, { gate = "exhibition", of = [], left }: { gate?: Gate | null; of?: Who[]; left?: Day } = {}): Promise<Id<"topic">> {
  const startedOn = "2025-09-01" as Day;
  return store.write(async (tx) => {
    const [topic] = await tx.insert(tables.topics).values({ title: "邻里的事", leadDepartment: "党建办", gate, startedOn, heardOn: startedOn }).returning();
    const members = of.map((who): NewRow<"topicMembers"> => ({ topicId: topic!.id, personId: people[who], part: "member", startedOn, endedOn: left ?? null }));
    if (members.length > 0) await tx.insert(tables.topicMembers).values(members);
    return topic!.id;
  });
}

export const anExhibition = (over: Partial<ExhibitionForm> = {}): ExhibitionForm =>
  ExhibitionForm.parse({ id: newId<"exhibition">(), title: "春季课题展演", heldOn: "2026-03-04", venue: "三楼会议室", ...over });
export const anExhibit = (exhibitionId: Id<"exhibition">, topicId: Id<"topic">, title = "节目"): ExhibitForm =>
  ExhibitForm.parse({ id: newId<"exhibit">(), exhibitionId, topicId, title, form: "role_play", summary: "", materials: "" });

/** So many exhibits, the first of them of 林晓's group; the vote is open unless it is said not to be. */
export async function onStage(town: Town, many: number, { open = true }: { open?: boolean } = {}) {
  const form = anExhibition();
  await planExhibition(town.chen, form);
  const exhibits: ExhibitForm[] = [];
  for (let i = 0; i < many; i++) {
    exhibits.push(anExhibit(form.id, await aTopic(town, { of: i === 0 ? ["lin"] : [] }), `节目${i + 1}`));
    await enterExhibit(town.chen, exhibits[i]!);
  }
  if (open) await openVote(town.chen, { exhibitionId: form.id });
  return { exhibitionId: form.id, exhibits };
}

/** Somebody as they come in now: a desk knows the groups its person is of. */
export const deskOf = async (town: Town, who: Who): Promise<Desk> => (await Desk.of(town.store, town.people[who], town.now))!;

/** The ballot that was put before this person, each pair decided for the one on the left. */
export async function aBallot(desk: Desk, exhibitionId: Id<"exhibition">): Promise<BallotForm> {
  const asked = myPairs(desk, exhibitionId, await stageOf(desk, exhibitionId));
  return BallotForm.parse({ id: newId<"ballot">(), exhibitionId, picks: asked.map(([chosen, other]) => ({ chosen: chosen.id, other: other.id })) });
}
