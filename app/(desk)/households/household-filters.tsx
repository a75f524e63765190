import type { ReactNode } from "react";
import { Button, LinkButton } from "@/app/_ui/button";
import { Empty } from "@/app/_ui/empty";
import { Tabs } from "@/app/_ui/tabs";
import { To } from "@/app/_ui/to";
import { addressOf, type Asked, tabsFor } from "./list-address";

type Props = { asked: Asked; villages: readonly { id: string; name: string }[]; keeps: boolean; decides: boolean };

export function HouseholdFilters({ asked, villages, keeps, decides }: Props) {
  const { village, state, mine, waiting } = asked.query;
  return (
    <>
      <Tabs label="看哪些农户" tabs={tabsFor(asked, keeps, decides)} />
      {villages.length > 1 && (
        <form method="get" action="/households" role="search" aria-label="筛选农户" className="flex flex-wrap items-center gap-2">
          {state && <input type="hidden" name="state" value={state} />}
          {waiting && <input type="hidden" name="waiting" value={waiting} />}
          {mine && <input type="hidden" name="mine" value={mine} />}
          <select name="village" aria-label="村社" defaultValue={village ?? ""} key={village} className="max-lg:min-w-0 max-lg:flex-1 lg:w-auto!">
            <option value="">全部村社</option>
            {villages.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </select>
          <Button type="submit">筛选村社</Button>
          {village && <To href={addressOf({ state, mine, waiting })} className="link inline-flex min-h-tap items-center">清除筛选</To>}
        </form>
      )}
    </>
  );
}

export function NoHouseholds({ office, add }: { office: boolean; add: ReactNode }) {
  const actions = <>{office && <LinkButton variant="primary" href="/imports">导入农户名册</LinkButton>}{add}</>;
  return (
    <Empty title="还没有农户" action={actions}>
      {office ? "把各村的名册导入一次，之后每一户都能走访、核对、考核。" : "这里会有你联系的村和包的户。党建办分好以后就能看到。"}
    </Empty>
  );
}

/** At the desk; on the phone it is found from a household. */
export const OpeningsLink = () => <LinkButton href="/households/openings" variant="quiet" className="max-lg:hidden">查看记录</LinkButton>;
