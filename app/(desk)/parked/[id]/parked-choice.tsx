import { LinkButton } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import type { Desk } from "@/lib/gate/desk";
import { keeperNow, type ParkedVisit } from "@/lib/visits/reads-parked";
import { OwnDeeds } from "./own-deeds";
import { Settle } from "./settle-forms";

/** Its author hands it on or takes it back; whoever has it takes it in or says why not; settled, it says how. */
export async function ParkedChoice({ desk, parked }: { desk: Desk; parked: ParkedVisit }) {
  const { id, bodyHash: seen, state } = parked;
  if (state === "admitted") return <Notice tone="ok" action={<LinkButton href={`/visits/${id}`}>看这条日志</LinkButton>}>{parked.outcome}</Notice>;
  if (state === "declined" || state === "withdrawn") return parked.authorId === desk.me.id ? null : <Notice>{state === "declined" ? parked.outcome : "作者已撤回"}</Notice>;
  if (parked.authorId === desk.me.id) return <OwnDeeds parkedId={id} keeper={(await keeperNow(desk, parked)) ?? undefined} />;
  if (!desk.may("parked.admit", parked)) return <Notice>这一户现在也不由你走访，由党建办处理</Notice>;
  return <Settle parkedId={id} seen={seen} author={parked.author} asOffice={parked.keeperId !== desk.me.id} />;
}
