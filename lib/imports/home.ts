import { householderAmong } from "@/lib/households/rules";
import type { Id } from "@/lib/kernel/id";
import type { Says } from "./facts";
import type { HomeEntry } from "./home-row";
import type { Member } from "./members";

export type KnownMember = Member & { id?: Id<"member">; minor?: boolean };

/** A household's whole file as an import compares it: what the town knows, or what it is to know. */
export type Home = {
  householder: string;
  group: string;
  address: string;
  grid: Id<"grid"> | "";
  phone: string;
  members: KnownMember[];
  income: Says;
  difficulty: Says;
  door: Says;
  keepers: Id<"person">[];
};
export type HomeField = keyof Home;
export type HomeAddress = { villageId: Id<"village">; villageName: string; code: string };
export type NewHome = HomeAddress & { home: Home };

export const fieldTitles: Record<HomeField, string> = {
  householder: "户主姓名", group: "组", address: "门牌地址", grid: "网格", phone: "联系电话", members: "家庭成员",
  income: "收入来源", difficulty: "生活难题", door: "找门说明", keepers: "包户干部",
};
const fields = Object.keys(fieldTitles) as HomeField[];

/** The household as it will be: what the row does not say stays, and nobody is taken out of the family or off the list. */
export function mergedHome(entry: HomeEntry, current?: Home): Home {
  const { householder } = entry;
  return {
    householder,
    group: entry.group ?? current?.group ?? "",
    address: entry.address ?? current?.address ?? "",
    grid: entry.gridId ?? current?.grid ?? "",
    phone: entry.phone ?? current?.phone ?? "",
    members: family(householder, entry.members ?? [], current?.members ?? []),
    income: { ...current?.income, ...entry.income },
    difficulty: { ...current?.difficulty, ...entry.difficulty },
    door: { ...current?.door, ...entry.door },
    keepers: [...new Set([...(current?.keepers ?? []), ...(entry.keepers ?? [])])].sort(),
  };
}

function family(householder: string, written: readonly Member[], known: readonly KnownMember[]): KnownMember[] {
  const { rises, renamed, yields } = householderAmong(known, householder);
  const moved = known.map((member): KnownMember => {
    if (member === rises) return { ...member, kinship: "householder" };
    if (member === renamed) return { ...member, name: householder };
    return member === yields && rises && rises !== yields ? { ...member, kinship: "other" } : member;
  });
  const all: KnownMember[] = moved.some(({ kinship }) => kinship === "householder") ? moved : [{ name: householder, kinship: "householder", birthYear: "" }, ...moved];
  for (const said of written) {
    const at = all.findIndex(({ name }) => name === said.name);
    const was = all[at];
    if (!was) all.push(said);
    else all[at] = { ...was, kinship: was.kinship === "householder" ? was.kinship : said.kinship, birthYear: said.birthYear || was.birthYear };
  }
  return all;
}

/** Two files compare whatever order their parts came in. */
const shape = (home: Home, field: HomeField): string => {
  const value = home[field];
  if (Array.isArray(value)) return JSON.stringify(value.map((part) => (typeof part === "string" ? part : [part.name, part.kinship, part.birthYear].join("\t"))).sort());
  return typeof value === "string" ? value : JSON.stringify(Object.entries(value).sort());
};

export const changedIn = (a: Home, b: Home): HomeField[] => fields.filter((field) => shape(a, field) !== shape(b, field));

/** Only these fields of it, as they are remembered for undoing. */
export const shapeOf = (home: Home, only: readonly HomeField[] = fields): string => JSON.stringify(only.map((field) => [field, shape(home, field)]));
