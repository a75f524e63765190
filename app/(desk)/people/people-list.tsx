import { type Column, List } from "@/app/_ui/list";
import type { DirectoryRow } from "@/lib/people/reads";
import { role } from "@/lib/words/person";

const columns: Column[] = [
  { head: "姓名", card: "title", opens: true }, { head: "角色", card: "aside", room: "lines" }, { head: "部门和职务", room: "lines" },
  { head: "联系的村社", room: "lines" },
];

const rolesOf = (person: DirectoryRow) => person.roles.map(role.label).join("、");
const postOf = (person: DirectoryRow) => [person.department, person.title].filter(Boolean).join(" · ");

/** Many villages would fill the row: the first three, and how many more. */
const placesOf = ({ villages }: DirectoryRow) =>
  villages.length > 3 ? `${villages.slice(0, 3).join("、")} 等 ${villages.length} 个` : villages.join("、");

export function PeopleList({ people }: { people: readonly DirectoryRow[] }) {
  const rows = people.map((person) => ({ href: `/people/${person.id}`, cells: [person.name, rolesOf(person), postOf(person), placesOf(person)] }));
  return <List caption="人员" columns={columns} rows={rows} />;
}
