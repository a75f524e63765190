import { Choice } from "@/app/_ui/choice";
import { FilterBar, FilterField } from "@/app/_ui/filter-bar";
import { deedNames } from "@/lib/ledger/deeds";

type Props = { query: { action: string; person: string }; people: readonly { id: string; name: string }[]; filtered: boolean };

export function LedgerFilterBar({ query, people, filtered }: Props) {
  return (
    <FilterBar label="筛选台账" action="/ledger" clearHref={filtered ? "/ledger" : undefined}>
      <FilterField label="做了什么">
        <Choice name="action" chosen={query.action} options={Object.entries(deedNames).map(([value, label]) => ({ value, label }))} />
      </FilterField>
      <FilterField label="谁">
        <Choice name="person" chosen={query.person} options={people.map(({ id, name }) => ({ value: id, label: name }))} />
      </FilterField>
    </FilterBar>
  );
}
