import { Choice } from "@/app/_ui/choice";
import { FilterBar, FilterField } from "@/app/_ui/filter-bar";

type Query = { home: string; person: string; household: string };
type Props = { query: Query; people: readonly { id: string; name: string }[]; homes: boolean };

/** By household where the reader sees households, and by whoever opened it. */
export function OpeningFilters({ query, people, homes }: Props) {
  const filtered = query.home || query.person || query.household;
  return (
    <FilterBar label="筛选查看记录" action="/households/openings" clearHref={filtered ? "/households/openings" : undefined}>
      {query.household && <input type="hidden" name="household" value={query.household} />}
      {homes && (
        <FilterField label="哪一户">
          <input type="search" name="home" defaultValue={query.home} placeholder="户号、村社或姓" autoComplete="off" maxLength={30} />
        </FilterField>
      )}
      <FilterField label="谁看的">
        <Choice name="person" chosen={query.person} options={people.map(({ id, name }) => ({ value: id, label: name }))} />
      </FilterField>
    </FilterBar>
  );
}
