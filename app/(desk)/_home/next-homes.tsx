import { LinkButton } from "@/app/_ui/button";
import type { Desk } from "@/lib/gate/desk";
import { nextHomes, type SuggestedHome } from "@/lib/suggestions/reads";
import { Wait, WaitList, WaitNothing } from "./wait-list";

const SHOWN = 3;
const all = (
  <span className="flex flex-wrap justify-end">
    <LinkButton href="/practice" variant="quiet" size="row">练习</LinkButton>
    <LinkButton href="/suggestions" variant="quiet" size="row">看全部建议</LinkButton>
  </span>
);

/** What I said I would go to, and the first of what is suggested. */
export async function NextHomes({ desk }: { desk: Desk }) {
  const { planned, suggested } = await nextHomes(desk);
  const none = planned.length + suggested.length === 0;
  return (
    <WaitList title="可以去看看的农户" aside={!none && all}>
      {none && <WaitNothing>还没有给你分包户或联村。找党建办分一下，这里就会排出先去谁家</WaitNothing>}
      {planned.map((home) => <Line key={home.id} home={home} planned />)}
      {suggested.slice(0, SHOWN).map((home) => <Line key={home.id} home={home} />)}
    </WaitList>
  );
}

const Line = ({ home: { id, name, place, why }, planned = false }: { home: SuggestedHome; planned?: boolean }) => (
  <Wait title={`${place} ${name} 户`} verb="记走访" href={`/visits/new?household=${id}`} what={`${name} 户`} meta={planned ? `说好要去的 · ${why}` : why} />
);
