import type { Found, FoundGroup } from "@/app/_ui/use-search";
import { mayOpen } from "@/lib/gate/policy";
import type { Desk } from "@/lib/gate/desk";
import { householdsByQuery } from "@/lib/households/reads";
import { shortDay } from "@/lib/kernel/day";
import { peopleByQuery, topicsByQuery, villagesByQuery, visitsByQuery } from "@/lib/search/reads";
import { role } from "@/lib/words/person";
import { villageKind } from "@/lib/words/household";
import { gate } from "@/lib/words/topic";

/** What one desk finds, by kind, each row leading to its page. A kind without a row is left out. */
export async function answerTo(desk: Desk, q: string): Promise<FoundGroup[]> {
  const groups: FoundGroup[] = [
    { label: "农户", rows: await households(desk, q) },
    { label: "村社", rows: await villages(desk, q) },
    { label: "人员", rows: await people(desk, q) },
    { label: "课题", rows: mayOpen.topics(desk.me) ? await topics(desk, q) : [] },
    { label: "走访日志", rows: await visits(desk, q) },
  ];
  return groups.filter((group) => group.rows.length > 0);
}

async function households(desk: Desk, q: string): Promise<Found[]> {
  const rows = await householdsByQuery(desk, q);
  return rows.map((row) => ({
    href: `/households/${row.id}`, title: row.name, note: [`${row.village} ${row.code}`, row.groupName, `上次走访：${row.visited}`].filter(Boolean).join(" · "),
  }));
}

async function villages(desk: Desk, q: string): Promise<Found[]> {
  const to = mayOpen.households(desk.me) ? "/households?village=" : "/villages/";
  const rows = await villagesByQuery(desk, q);
  return rows.map((row) => ({ href: `${to}${row.id}`, title: row.name, note: villageKind.label(row.kind) }));
}

async function people(desk: Desk, q: string): Promise<Found[]> {
  const rows = await peopleByQuery(desk, q);
  return rows.map((row) => ({
    href: `/people/${row.id}`, title: row.name, note: [row.department, row.title, row.roles.map(role.label).join("、")].filter(Boolean).join(" · "),
  }));
}

async function topics(desk: Desk, q: string): Promise<Found[]> {
  const rows = await topicsByQuery(desk, q);
  const standing = (row: (typeof rows)[number]) => (row.stoppedOn ? "已中止" : row.gate ? `在“${gate.label(row.gate)}”` : "都做完了");
  return rows.map((row) => ({ href: `/topics/${row.id}`, title: row.title, note: `${row.leadDepartment} · ${standing(row)}` }));
}

async function visits(desk: Desk, q: string): Promise<Found[]> {
  const rows = await visitsByQuery(desk, q);
  return rows.map(({ id, on, author, village, snippet }) => ({ href: `/visits/${id}`, title: `${shortDay(on)} ${village}`, note: author, snippet }));
}
