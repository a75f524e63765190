import type { Id } from "@/lib/kernel/id";
import type { Role } from "@/lib/words/person";
import { nearestWords } from "./nearest";

export type PersonLine = { id: Id<"person">; name: string; department: string; staffNo: string; roles: Role[]; left: boolean };
type Village = { id: Id<"village">; name: string };
type Grid = { id: Id<"grid">; name: string; villageId: Id<"village"> };
export type Found<Kind extends string> = { id: Id<Kind> } | { reason: string; mend: string };

/** 东岭, 东岭村委会 and 东岭村 are one place. */
const stem = (name: string): string => name.replace(/\s/g, "").replace(/(村民委员会|居民委员会|村委会|居委会|社区|村)$/, "");

/** What shares a key, in the order it came. */
export function groupedBy<K, T>(things: Iterable<T>, keyOf: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const group = groups.get(keyOf(thing));
    if (group) group.push(thing);
    else groups.set(keyOf(thing), [thing]);
  }
  return groups;
}

/** Who and what the town knows by name, for the names in a workbook. */
export class Directory {
  readonly #villages: ReadonlyMap<string, Village[]>;
  readonly #byNo: ReadonlyMap<string, PersonLine>;
  readonly #byName: ReadonlyMap<string, PersonLine[]>;
  readonly #named: ReadonlyMap<Id<"village">, string>;

  constructor(
    private readonly villages: readonly Village[],
    private readonly grids: readonly Grid[],
    people: readonly PersonLine[],
  ) {
    this.#villages = groupedBy(villages, ({ name }) => stem(name));
    this.#byName = groupedBy(people, ({ name }) => name);
    this.#byNo = new Map(people.filter(({ staffNo }) => staffNo).map((person) => [person.staffNo, person]));
    this.#named = new Map(villages.map(({ id, name }) => [id, name]));
  }

  villageName(id: Id<"village">): string {
    return this.#named.get(id) ?? "";
  }

  villageOf(gridId: Id<"grid">): Id<"village"> {
    return this.grids.find(({ id }) => id === gridId)!.villageId;
  }

  village(written: string): Found<"village"> {
    const alike = this.#villages.get(stem(written)) ?? [];
    const one = alike.find(({ name }) => name === written) ?? (alike.length === 1 ? alike[0] : undefined);
    return one ?? { reason: "镇里没有这个村社", mend: `写村社的全名${nearestWords(written, this.villages.map(({ name }) => name))}` };
  }

  grid(written: string, villageIds: readonly Id<"village">[]): Found<"grid"> {
    const here = this.grids.filter(({ villageId }) => villageIds.includes(villageId));
    const known = here.filter(({ name }) => name === written);
    if (known.length === 1) return known[0]!;
    if (known.length > 1) return { reason: "几个村社都有这个网格", mend: `写成“村社 网格”，如“${this.villageName(known[0]!.villageId)} ${written}”` };
    if (here.length === 0) return { reason: "这个村社还没有网格", mend: "先在村社页面添加网格，或者把这一格留空" };
    return { reason: "这个村社没有这个网格", mend: `先在村社页面添加，或者改成已有的网格${nearestWords(written, here.map(({ name }) => name))}` };
  }

  /** By 工号 or by name; of two who bear it, neither. */
  person(written: string): Found<"person"> {
    const numbered = this.#byNo.get(written);
    const named = (this.#byName.get(written) ?? []).filter(({ left }) => !left);
    const one = numbered ?? (named.length === 1 ? named[0] : undefined);
    if (named.length > 1 && !numbered) return ambiguous(written, named);
    if (!one) return { reason: `“${written}”不在人员名单里`, mend: `先在人员页面添加，或者写对姓名${nearestWords(written, this.#byName.keys())}` };
    if (one.left) return { reason: `“${one.name}”已经离岗`, mend: "换一位在岗的人" };
    if (one.roles.some((role) => role === "admin" || role === "auditor"))
      return { reason: `“${one.name}”是系统管理员或审计员，不接触农户资料`, mend: "换一位联村的人" };
    return one;
  }

  withNo(staffNo: string): PersonLine | undefined {
    return this.#byNo.get(staffNo);
  }

  withName(name: string): readonly PersonLine[] {
    return (this.#byName.get(name) ?? []).filter(({ left }) => !left);
  }
}

/** Names both, as one tells them apart in the office. */
export const ambiguous = (written: string, people: readonly PersonLine[]): { reason: string; mend: string } => ({
  reason: `有 ${people.length} 个人叫“${written}”：${people.slice(0, 4).map(tellApart).join("；")}`,
  mend: "写上工号",
});
const tellApart = ({ name, department, staffNo }: PersonLine): string => `${name}（${department || "没写部门"}${staffNo ? `，工号 ${staffNo}` : ""}）`;
