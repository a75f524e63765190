import { FilterBar, FilterField } from "@/app/_ui/filter-bar";
import { deedNames } from "@/lib/ledger/deeds";

type Props = { query: { action: string; person: string }; people: readonly { id: string; name: string }[]; filtered: boolean };

export function LedgerFilterBar({ query, people, filtered }: Props) {
  return (
    <FilterBar label="筛选台账" action="/ledger" clearHref={filtered ? "/ledger" : undefined}>
      <FilterField label="做了什么">
        <select name="action" defaultValue={query.action}>
          <option value="">全部</option>
          {Object.entries(deedNames).map(([value, label]) => <option key={value} value={value}>{label}</option>)}
        </select>
      </FilterField>
      <FilterField label="谁">
        <select name="person" defaultValue={query.person}>
          <option value="">全部</option>
          {people.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </select>
      </FilterField>
    </FilterBar>
  );
}
