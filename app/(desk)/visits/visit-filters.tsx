import { Choice } from "@/app/_ui/choice";
import { FilterBar, FilterField } from "@/app/_ui/filter-bar";
import type { villageOptions } from "@/lib/visits/reads";
import { visitKind, visitState } from "@/lib/words/visit";
import { addressOf, type Asked, isFiltered } from "./list-address";

type Props = { asked: Asked; villages: Awaited<ReturnType<typeof villageOptions>> };

export function VisitFilters({ asked, villages }: Props) {
  const { whose, filter } = asked;
  const { week } = filter;
  return (
    <FilterBar label="筛选走访日志" action="/visits" clearHref={isFiltered(asked) ? addressOf({ whose }) : undefined}>
      <input type="hidden" name="whose" value={whose} />
      <FilterField label="状态"><Choice name="state" chosen={filter.state} options={visitState.options} /></FilterField>
      <FilterField label="方式"><Choice name="kind" chosen={filter.kind} options={visitKind.options} /></FilterField>
      {villages.length > 1 && <FilterField label="村社"><Choice name="village" chosen={filter.villageId} options={villages} /></FilterField>}
      {week && <FilterField label="周"><Choice name="week" chosen={week} options={[{ value: week, label: week }]} /></FilterField>}
    </FilterBar>
  );
}
