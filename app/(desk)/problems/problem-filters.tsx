import { Choice } from "@/app/_ui/choice";
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
        <Choice name="state" chosen={filter.state} options={problemState.options} />
      </FilterField>
      {villages.length > 1 && (
        <FilterField label="村社">
          <Choice name="village" chosen={filter.villageId} options={villages.map(({ id, name }) => ({ value: id, label: name }))} />
        </FilterField>
      )}
    </FilterBar>
  );
}
