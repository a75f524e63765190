import { FilterBar, FilterField } from "@/app/_ui/filter-bar";
import type { Id } from "@/lib/kernel/id";
import { problemState } from "@/lib/words/problem";
import { type Asked, viewOf } from "./list-address";

type ProblemFiltersProps = { asked: Asked; villages: readonly { id: Id<"village">; name: string }[]; clearHref: string | undefined };

export function ProblemFilters({ asked, villages, clearHref }: ProblemFiltersProps) {
  const { filter } = asked;
  return (
    <FilterBar label="筛选问题" action="/problems" clearHref={clearHref}>
      {Object.entries(viewOf(asked)).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <FilterField label="状态">
        <select name="state" defaultValue={filter.state ?? ""}>
          <option value="">全部</option>
          {problemState.options.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
        </select>
      </FilterField>
      {villages.length > 1 && (
        <FilterField label="村社">
          <select name="village" defaultValue={filter.villageId ?? ""}>
            <option value="">全部</option>
            {villages.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </select>
        </FilterField>
      )}
    </FilterBar>
  );
}
