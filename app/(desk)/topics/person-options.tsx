type Props = { people: readonly { id: string; name: string; department: string }[]; empty: string };

/** 「林晓（党建办）」, one of whom is chosen. */
export const PersonOptions = ({ people, empty }: Props) => (
  <>
    <option value="">{empty}</option>
    {people.map(({ id, name, department }) => <option key={id} value={id}>{department ? `${name}（${department}）` : name}</option>)}
  </>
);
