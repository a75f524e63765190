import { Badge } from "@/app/_ui/badge";
import { LinkButton } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { To } from "@/app/_ui/to";
import type { HouseholdFile } from "@/lib/households/reads-file";
import { shortDay } from "@/lib/kernel/day";
import { notDone, visitKind, visitState } from "@/lib/words/visit";

/** The last five this desk may read. */
export function VisitsCard({ file }: { file: HouseholdFile }) {
  return (
    <Card title="最近走访">
      {file.visits.length === 0 && <p className="text-ink-2">还没有你能看的走访日志</p>}
      <ul className="divide-y divide-line">
        {file.visits.map((visit) => (
          <li key={visit.id} className="py-1.5">
            <p className="flex flex-wrap items-center gap-x-2">
              <To href={`/visits/${visit.id}`} className="link inline-flex min-h-tap items-center">{shortDay(visit.on)} {visitKind.label(visit.kind)}</To>
              <span className="text-sm text-ink-2">{visit.author}</span>
              {visit.state !== "approved" && <Badge>{visitState.label(visit.state)}</Badge>}
            </p>
            <p className="line-clamp-2">{visit.notDone ? `没访成：${notDone.label(visit.notDone)}` : visit.account}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** 查看记录: the office reads everybody's, others their own. */
export function ViewingsCard({ file, office }: { file: HouseholdFile; office: boolean }) {
  if (file.viewings.length === 0) return null;
  return (
    <Card title={office ? "查看记录" : "我看过的"} aside={office && <LinkButton href={`/households/openings?household=${file.id}`} variant="quiet" size="row">看全部</LinkButton>}>
      <ul className="grid gap-1 text-sm">
        {file.viewings.map((viewing) => (
          <li key={viewing.id}>{viewing.at} {office && viewing.who} 看了{viewing.field}<span className="text-ink-2"> · {viewing.reason}</span></li>
        ))}
      </ul>
    </Card>
  );
}
