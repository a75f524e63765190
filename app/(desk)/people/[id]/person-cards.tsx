import { Badge, type Tone } from "@/app/_ui/badge";
import { Card } from "@/app/_ui/card";
import { FactsList } from "@/app/_ui/facts-list";
import { To } from "@/app/_ui/to";
import type { Desk } from "@/lib/gate/desk";
import { mayOpen } from "@/lib/gate/policy";
import { shortDay } from "@/lib/kernel/day";
import { type Bond, bondsOf, latestVisits, type Person, placesServed } from "@/lib/people/reads";
import { role } from "@/lib/words/person";
import { visitKind, visitState, type VisitState } from "@/lib/words/visit";

const row = "flex min-h-row flex-wrap items-center justify-between gap-x-3";

export function AboutCard({ person }: { person: Person }) {
  const facts = [
    { label: "角色", value: person.roles.map(role.label).join("、") },
    { label: "部门", value: person.department || "没有登记" },
    { label: "职务", value: person.title || "没有登记" },
    { label: "工号", value: person.staffNo ?? "没有登记" },
  ];
  return <Card title="基本情况"><FactsList facts={facts} /></Card>;
}

type Props = { desk: Desk; person: Person };

/** 结对, as far as it may be seen: the pair themselves, the office, the leader. */
export async function BondsCard({ desk, person }: Props) {
  const { mentors, mentees } = await bondsOf(desk, person.id);
  const concerned = person.roles.includes("cadre") || person.roles.includes("mentor");
  if (mentors.length + mentees.length === 0 && !(concerned && desk.me.is("office", "leader"))) return null;
  return (
    <Card title="青蓝结对" aside={mayOpen.pairings(desk.me) && <To href="/pairings" className="link inline-flex min-h-row items-center">全部结对</To>}>
      {mentors.length + mentees.length === 0 && <p className="text-ink-2">还没有结对</p>}
      <BondList label="导师" bonds={mentors} />
      <BondList label="学员" bonds={mentees} />
    </Card>
  );
}

function BondList({ label, bonds }: { label: string; bonds: readonly Bond[] }) {
  return (
    <ul>
      {bonds.map((bond) => (
        <li key={bond.id} className={row}>
          <span>{label} <To href={`/people/${bond.otherId}`} className="link inline-flex min-h-row items-center underline">{bond.other}</To></span>
          <To href={`/pairings/${bond.id}`} className="link inline-flex min-h-row items-center text-sm text-ink-2">{bond.startedOn} 起{bond.endedOn && `，到 ${bond.endedOn}`}</To>
        </li>
      ))}
    </ul>
  );
}

/** 联村, 网格, 包户. A household shows its number and its masked name, and only to whom it is open. */
export async function PlacesCard({ desk, person }: Props) {
  const places = await placesServed(desk, person.id);
  if (places.length === 0) return null;
  return (
    <Card title="联系的村社和农户">
      <ul>
        {places.map((place) => (
          <li key={place.id} className={row}>
            <span className={place.endedOn ? "text-ink-2" : ""}>
              <To href={`/villages/${place.villageId}`} className="link inline-flex min-h-row items-center underline">{place.village}</To>
              {place.grid && ` · ${place.grid}`}
              {place.householdId && (place.code ? ` · 包户 ${place.code} ${place.maskedName}` : " · 包户")}
            </span>
            <span className="text-sm text-ink-2">{place.startedOn} 起{place.endedOn && `，到 ${place.endedOn}`}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const tones: Record<VisitState, Tone> = { draft: "neutral", submitted: "info", returned: "warn", approved: "ok" };

export async function VisitsCard({ desk, person }: Props) {
  const visits = await latestVisits(desk, person.id);
  if (visits.length === 0) return null;
  return (
    <Card title="最近的走访">
      <ul>
        {visits.map((visit) => (
          <li key={visit.id} className={row}>
            <To href={`/visits/${visit.id}`} className="link inline-flex min-h-row items-center">{shortDay(visit.visitedOn)} · {visitKind.label(visit.kind)} · {visit.village}</To>
            <Badge tone={tones[visit.state]}>{visitState.label(visit.state)}</Badge>
          </li>
        ))}
      </ul>
    </Card>
  );
}
