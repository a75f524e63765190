import { Notice } from "@/app/_ui/notice";
import { To } from "@/app/_ui/to";
import { type Learner, placesLeft, type Teacher } from "@/lib/pairings/rules-match";

type Props = { mentees: readonly Learner[]; mentors: readonly Teacher[] };
const FEW = 4;

/** Who has not said yet what they want to learn or can teach, and where that is entered. */
export function Unsaid({ mentees, mentors }: Props) {
  const free = mentors.filter((mentor) => placesLeft(mentor) > 0);
  const [wanting, teaching] = [mentees.filter(({ wants }) => wants.length === 0), free.filter(({ offers }) => offers.length === 0)];
  if (mentees.length === 0 || free.length === 0 || wanting.length + teaching.length === 0) return null;
  const nobody = wanting.length === mentees.length && teaching.length === free.length;
  return (
    <Notice tone="info" title={nobody ? "还没有人登记专长和想学，先按村社、部门和带的人数来配" : undefined}>
      <Names label="还没有登记想学" people={wanting} all="/people?role=cadre" />
      <Names label="还没有登记专长" people={teaching} all="/people?role=mentor" />
      <p className="text-sm text-ink-2">在人员页登记；本人也可以在“我的”里登记</p>
    </Notice>
  );
}

type NamesProps = { label: string; people: readonly { id: string; name: string }[]; all: string };

function Names({ label, people, all }: NamesProps) {
  if (people.length === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-2">
      <span>{label}：</span>
      {people.slice(0, FEW).map(({ id, name }) => <To key={id} href={`/people/${id}`} className="link inline-flex min-h-row items-center underline">{name}</To>)}
      {people.length > FEW && <To href={all} className="link inline-flex min-h-row items-center">等 {people.length} 名</To>}
    </p>
  );
}
