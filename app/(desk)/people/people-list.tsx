import { CardList, CardRow } from "@/app/_ui/card";
import { Table, Td, Th } from "@/app/_ui/table";
import { To } from "@/app/_ui/to";
import type { DirectoryRow } from "@/lib/people/reads";
import { role } from "@/lib/words/person";

const rolesOf = (person: DirectoryRow) => person.roles.map(role.label).join("、");
const postOf = (person: DirectoryRow) => [person.department, person.title].filter(Boolean).join(" · ");

/** Many villages would fill the row: the first three, and how many more. */
const placesOf = ({ villages }: DirectoryRow) =>
  villages.length > 3 ? `${villages.slice(0, 3).join("、")} 等 ${villages.length} 个` : villages.join("、");

export function PeopleList({ people }: { people: readonly DirectoryRow[] }) {
  return (
    <>
      <CardList label="人员" className="lg:hidden">
        {people.map((person) => (
          <CardRow key={person.id} href={`/people/${person.id}`} title={person.name} aside={rolesOf(person)}
            meta={[postOf(person), placesOf(person)].filter(Boolean).join(" · ")} />
        ))}
      </CardList>
      <Table caption="人员" className="max-lg:hidden">
        <thead><tr><Th>姓名</Th><Th>角色</Th><Th>部门和职务</Th><Th>联系的村社</Th></tr></thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <Th scope="row"><To href={`/people/${person.id}`} className="link">{person.name}</To></Th>
              <Td>{rolesOf(person)}</Td>
              <Td>{postOf(person)}</Td>
              <Td>{placesOf(person)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}
