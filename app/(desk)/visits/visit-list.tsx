import { Badge, type Tone } from "@/app/_ui/badge";
import { CardList, CardRow } from "@/app/_ui/card";
import { Table, Td, Th } from "@/app/_ui/table";
import { To } from "@/app/_ui/to";
import { shortDay } from "@/lib/kernel/day";
import type { VisitLine } from "@/lib/visits/reads";
import { notDone, topicChip, visitKind, visitState } from "@/lib/words/visit";

const tones: Record<VisitLine["state"], Tone> = { draft: "neutral", submitted: "info", returned: "warn", approved: "ok" };

export function StateBadge({ visit, now }: { visit: Pick<VisitLine, "state" | "dueAt">; now: Date }) {
  const late = visit.state === "submitted" && visit.dueAt && visit.dueAt < now;
  return <Badge tone={late ? "danger" : tones[visit.state]}>{late ? "待批阅 超 48 小时" : visitState.label(visit.state)}</Badge>;
}

export const doorName = (visit: Pick<VisitLine, "firm" | "householder" | "maskedName">): string =>
  visit.firm ?? (visit.householder ?? visit.maskedName ? `${visit.householder ?? visit.maskedName} 户` : "农户");

/** Plain rows at the desk, cards on the phone: one of the two is hidden by the style sheet. */
export function VisitList({ rows, now, showAuthor }: { rows: readonly VisitLine[]; now: Date; showAuthor: boolean }) {
  return (
    <>
      <Table caption="走访日志" className="max-lg:hidden">
        <thead>
          <tr><Th>日期</Th><Th>方式</Th><Th>村社</Th><Th>户或企业</Th>{showAuthor && <Th>作者</Th>}<Th>谈了什么</Th><Th>状态</Th></tr>
        </thead>
        <tbody>
          {rows.map((visit) => (
            <tr key={visit.id}>
              <Td className="whitespace-nowrap">{shortDay(visit.visitedOn)}</Td>
              <Td className="whitespace-nowrap">{visitKind.label(visit.kind)}</Td>
              <Td className="whitespace-nowrap">{visit.village}</Td>
              <Td className="max-w-44 truncate" title={doorName(visit)}>{doorName(visit)}</Td>
              {showAuthor && <Td className="whitespace-nowrap">{visit.author}</Td>}
              <Td className="w-full max-w-0"><To href={`/visits/${visit.id}`} className="link block truncate">{lineOf(visit)}</To></Td>
              <Td className="whitespace-nowrap"><StateBadge visit={visit} now={now} /></Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <CardList label="走访日志" className="lg:hidden">
        {rows.map((visit) => (
          <CardRow key={visit.id} href={`/visits/${visit.id}`} title={`${doorName(visit)} · ${visit.village}`} aside={shortDay(visit.visitedOn)}
            meta={<>
              <span className="line-clamp-2">{lineOf(visit)}</span>
              <span className="mt-1 flex items-center gap-2"><StateBadge visit={visit} now={now} />{showAuthor && visit.author} {visitKind.label(visit.kind)}</span>
            </>} />
        ))}
      </CardList>
    </>
  );
}

const lineOf = (visit: VisitLine): string =>
  (visit.notDone ? `没走成：${notDone.label(visit.notDone)}　` : "") + (visit.account || visit.topics.map(topicChip.label).join("、") || "还没有写");
