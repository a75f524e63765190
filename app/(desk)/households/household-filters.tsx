import type { ReactNode } from "react";
import { LinkButton } from "@/app/_ui/button";
import { Empty } from "@/app/_ui/empty";
import { FilterBar, FilterField } from "@/app/_ui/filter-bar";
import { type Asked, isFiltered, states } from "./list-address";

type Props = { asked: Asked; villages: readonly { id: string; name: string }[]; keeps: boolean };

export function HouseholdFilters({ asked, villages, keeps }: Props) {
  const { query } = asked;
  return (
    <FilterBar label="筛选农户" action="/households" clearHref={isFiltered(asked) ? "/households" : undefined}>
      {villages.length > 1 && (
        <FilterField label="村社"><Choice name="village" chosen={query.village} options={villages.map(({ id, name }) => ({ value: id, label: name }))} /></FilterField>
      )}
      <FilterField label="走访"><Choice name="state" chosen={query.state} options={states} /></FilterField>
      {keeps && <FilterField label="范围"><Choice name="mine" chosen={query.mine} options={[{ value: "1", label: "我包的户" }]} /></FilterField>}
    </FilterBar>
  );
}

type ChoiceProps = { name: string; chosen: string | undefined; options: readonly { value: string; label: string }[] };

function Choice({ name, chosen, options }: ChoiceProps) {
  return (
    <select name={name} defaultValue={chosen ?? ""} key={chosen}>
      <option value="">全部</option>
      {options.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
    </select>
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
