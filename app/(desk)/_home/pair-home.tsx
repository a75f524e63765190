import { LinkButton } from "@/app/_ui/button";
import { pairAsks } from "@/lib/dashboard/reads-asks";
import type { Desk } from "@/lib/gate/desk";
import { Wait, WaitList } from "./wait-list";

const SHOWN = 3;

/** What the pairings ask of one of the two; nothing at all when they ask nothing. */
export async function PairHome({ desk }: { desk: Desk }) {
  const asks = await pairAsks(desk);
  if (asks.length === 0) return null;
  const sorted = asks.toSorted((a, b) => Number(b.late) - Number(a.late));
  const more = asks.length > SHOWN && <LinkButton href="/pairings" variant="quiet" size="row">看全部结对</LinkButton>;
  return (
    <div className={desk.me.is("mentor") ? undefined : "lg:max-w-4xl"}>
      <WaitList title={`青蓝结对 ${asks.length} 件`} aside={more}>
        {sorted.slice(0, SHOWN).map(({ key, title, meta, verb, href, late }) => (
          <Wait key={key} title={title} verb={verb} href={href} what={title} meta={late ? <span className="text-danger">▲ {meta}</span> : meta} />
        ))}
      </WaitList>
    </div>
  );
}
