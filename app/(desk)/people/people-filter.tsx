import { Choice } from "@/app/_ui/choice";
import { FilterBar, FilterField } from "@/app/_ui/filter-bar";
import { role } from "@/lib/words/person";

type Query = { q: string; role: string; village: string; show: string };
type Props = { query: Query; villages: readonly { id: string; name: string }[]; pairs: boolean; filtered: boolean };

export function PeopleFilter({ query, villages, pairs, filtered }: Props) {
  return (
    <FilterBar label="筛选人员" action="/people" clearHref={filtered ? "/people" : undefined}>
      <FilterField label="姓名" wide><input name="q" type="search" defaultValue={query.q} placeholder="姓名、拼音或部门" autoComplete="off" /></FilterField>
      <FilterField label="角色">
        <Choice name="role" chosen={query.role} options={role.options} />
      </FilterField>
      <FilterField label="村社">
        <Choice name="village" chosen={query.village} options={villages.map(({ id, name }) => ({ value: id, label: name }))} />
      </FilterField>
      <FilterField label="只看" wide>
        <select name="show" defaultValue={query.show}>
          <option value="">在岗的</option>
          {pairs && <option value="unpaired">未结对的青年干部</option>}
          <option value="left">已离岗的</option>
        </select>
      </FilterField>
    </FilterBar>
  );
}
