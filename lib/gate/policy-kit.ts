import type { Row, TableName } from "@/db/schema";
import type { Actor } from "./actor";

/* How a line of the policy is written; the lines themselves stand in policy.ts and policy-topics.ts. */

export type Making<Name extends TableName> = { makes: Name; allows: (me: Actor, made: Row<Name>) => boolean };
export const makes = <Name extends TableName>(name: Name, allows: Making<Name>["allows"]): Making<Name> => ({ makes: name, allows });

export type Rule<Name extends TableName> = {
  on: Name;
  allows: (me: Actor, row: Row<Name>) => boolean;
  /** Asked of the row as the deed left it, where a deed could carry it to a place its author may not work in. */
  leads?: (me: Actor, before: Row<Name>, after: Row<Name>) => boolean;
};
export const on = <Name extends TableName>(name: Name, allows: Rule<Name>["allows"], leads?: Rule<Name>["leads"]): Rule<Name> =>
  ({ on: name, allows, ...(leads && { leads }) });

export const office = (me: Actor) => me.is("office");
