import { Badge } from "@/app/_ui/badge";
import { CardList, CardRow } from "@/app/_ui/card";
import { Table, Td, Th } from "@/app/_ui/table";
import { To } from "@/app/_ui/to";
import type { HouseholdLine } from "@/lib/households/reads";

/** Rows of 32 px at the desk, cards on the phone; longest unvisited first. */
export function HouseholdList({ rows }: { rows: readonly HouseholdLine[] }) {
  return (
    <>
      <Table caption="农户，最久没走访的在前" className="max-lg:hidden">
        <thead>
          <tr><Th>户号</Th><Th>户主</Th><Th>村组</Th><Th>上次走访</Th><Th>状态</Th></tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <Td className="whitespace-nowrap">{row.code}</Td>
              <Td><To href={`/households/${row.id}`} className="link inline-flex min-h-[24px] min-w-[24px] items-center">{row.name}</To></Td>
              <Td>{placeOf(row)}</Td>
              <Td className="whitespace-nowrap">{row.visited}</Td>
              <Td><StateOf row={row} /></Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <CardList label="农户" className="lg:hidden">
        {rows.map((row) => (
          <CardRow key={row.id} href={`/households/${row.id}`} title={row.name} aside={<StateOf row={row} />}
            meta={[placeOf(row), row.code, row.lastVisitedOn && `${row.visited}走访`].filter(Boolean).join(" · ")} />
        ))}
      </CardList>
    </>
  );
}

const placeOf = ({ village, groupName }: HouseholdLine) => [village, groupName].filter(Boolean).join(" ");

type Stated = Pick<HouseholdLine, "leftOn" | "lastVisitedOn" | "overdue" | "everyDays" | "mine">;

/** Colour only for what wants doing. */
export function StateOf({ row }: { row: Stated }) {
  if (row.leftOn) return <Badge shape="dash">已离开</Badge>;
  if (!row.lastVisitedOn) return <Badge shape="ring">还没访过</Badge>;
  if (row.overdue) return <Badge tone="warn" shape="triangle">超 {row.everyDays} 天</Badge>;
  return row.mine ? <span className="text-ink-2">我包的户</span> : null;
}
