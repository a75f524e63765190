import { nameSchema, written } from "@/lib/kernel/ask";
import type { Id } from "@/lib/kernel/id";
import { lengthOf, plain } from "@/lib/kernel/text";
import { accountSchema, grantable, staffNoSchema } from "@/lib/people/rules";
import { type Role, role, separated } from "@/lib/words/person";
import type { Directory } from "./directory";
import { nearestWords } from "./nearest";
import type { RowReader } from "./row";
import { skillFields, type Skills, skillsIn } from "./seat-skills";

/** A person as an import compares them. */
export type Seat = {
  name: string;
  staffNo: string;
  account: string;
  roles: Role[];
  department: string;
  title: string;
  villages: Id<"village">[];
  grids: Id<"grid">[];
} & Skills;
export type SeatField = keyof Seat;
export type SeatEntry = Partial<Seat> & Pick<Seat, "name" | "roles">;

export const seatTitles: Record<SeatField, string> = {
  name: "姓名", staffNo: "工号", account: "账号", roles: "角色", department: "部门", title: "职务", villages: "联村", grids: "网格", offers: "专长", wants: "想学",
};
const fields = Object.keys(seatTitles) as SeatField[];

/** The person as they will be. Roles are as the row says, but those an import cannot give it cannot take either. */
export function mergedSeat(entry: SeatEntry, current?: Seat): Seat {
  const kept = current?.roles.filter((value) => separated.includes(value)) ?? [];
  const all = <T>(a: readonly T[] = [], b: readonly T[] = []) => [...new Set([...a, ...b])].sort();
  return {
    name: entry.name,
    staffNo: entry.staffNo ?? current?.staffNo ?? "",
    account: entry.account ?? current?.account ?? "",
    roles: role.values.filter((value) => entry.roles.includes(value) || kept.includes(value)),
    department: entry.department ?? current?.department ?? "",
    title: entry.title ?? current?.title ?? "",
    villages: all(current?.villages, entry.villages),
    grids: all(current?.grids, entry.grids),
    offers: entry.offers ?? current?.offers ?? [],
    wants: entry.wants ?? current?.wants ?? [],
  };
}

const shape = (value: string | readonly string[]): string => (typeof value === "string" ? value : [...value].sort().join());
export const seatChanges = (a: Seat, b: Seat): SeatField[] => fields.filter((field) => shape(a[field]) !== shape(b[field]));
/** Somebody without skills looks as they did to an import that was made before there were any. */
export const seatShape = (seat: Seat, only: readonly SeatField[] = fields): string =>
  JSON.stringify(only.filter((field) => shape(seat[field]) !== "" || !skillFields.some((one) => one === field)).map((field) => [field, shape(seat[field])]));

const schemas = { department: written("部门", 30), title: written("职务", 30), roles: written("角色", 100) };

export function readSeat(row: RowReader, town: Directory): SeatEntry | undefined {
  const name = row.required("name", nameSchema);
  const roles = rolesOf(row);
  const villages = placesOf(row, "villages", (text) => town.village(text));
  const rest = {
    staffNo: row.parse("staffNo", staffNoSchema),
    account: row.parse("account", accountSchema),
    department: row.parse("department", schemas.department),
    title: row.parse("title", schemas.title),
    villages,
    grids: gridsOf(row, town, roles ?? [], villages ?? []),
    offers: skillsIn(row, "offers", listOf),
    wants: skillsIn(row, "wants", listOf),
  };
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return name && roles && row.faults.length === 0 ? { name, roles, ...said } : undefined;
}

const listOf = (text: string): string[] => plain(text).split(/[、,，;；/\n]+/).map((part) => part.trim()).filter(Boolean);

function rolesOf(row: RowReader): Role[] | undefined {
  const text = row.required("roles", schemas.roles);
  if (text === undefined) return undefined;
  const labels = grantable.map(role.label);
  const found = listOf(text).map((said) => {
    const value = role.options.find(({ label }) => label === said || label.replace("联村", "") === said)?.value;
    if (value && grantable.includes(value)) return value;
    if (value) return row.fault("roles", `“${said}”不能用导入来给`, "去掉它。党建办、系统管理员、审计员由建镇时的命令来给");
    return row.fault("roles", `没有“${said}”这个角色`, `从${labels.join("、")}里选${nearestWords(said, labels)}`);
  });
  return found.every((value) => value !== undefined) && found.length > 0 ? [...new Set(found)] : undefined;
}

function placesOf<Kind extends string>(row: RowReader, key: string, find: (text: string) => { id: Id<Kind> } | { reason: string; mend: string }) {
  if (row.text(key) === "") return undefined;
  if (lengthOf(row.text(key)) > 400) return row.fault(key, "太长了", "用“、”隔开，最多 400 字");
  const found = listOf(row.text(key)).map((text) => {
    const place = find(text);
    return "id" in place ? place.id : row.fault(key, `“${text}”：${place.reason}`, place.mend);
  });
  return found.filter((id) => id !== undefined);
}

/** 「一网格」 of the villages in the row, or 「东岭村 一网格」 of any. */
function gridsOf(row: RowReader, town: Directory, roles: readonly Role[], villages: readonly Id<"village">[]): Id<"grid">[] | undefined {
  const grids = placesOf(row, "grids", (text) => {
    const [place = "", name] = text.split(/\s+/);
    if (!name && villages.length === 0) return { reason: "没写是哪个村社的", mend: "写成“村社 网格”，如“东岭村 一网格”，或者填上联村" };
    if (!name) return town.grid(place, villages);
    const village = town.village(place);
    return "id" in village ? town.grid(name, [village.id]) : village;
  });
  if (grids?.length && !roles.includes("gridMember")) return row.fault("grids", "填了网格，角色里却没有网格员", "角色里加上网格员，或者把网格留空");
  return grids;
}
