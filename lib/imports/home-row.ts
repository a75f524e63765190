import { codeSchema, phoneSchema } from "@/lib/households/rules";
import { nameSchema, written } from "@/lib/kernel/ask";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import { lengthOf } from "@/lib/kernel/text";
import type { Directory, Found } from "./directory";
import { readFacts, type Says, withoutAmounts } from "./facts";
import { type Member, readMembers } from "./members";
import type { RowReader } from "./row";

/** What one row says of a household. What is undefined it does not say, and the town keeps what it knows. */
export type HomeEntry = {
  villageId: Id<"village">;
  code: string;
  householder: string;
  group?: string | undefined;
  address?: string | undefined;
  gridId?: Id<"grid"> | undefined;
  phone?: string | undefined;
  members?: Member[] | undefined;
  income?: Says | undefined;
  difficulty?: Says | undefined;
  door?: Says | undefined;
  keepers?: Id<"person">[] | undefined;
};

/** Made once: ten thousand rows are read with them. */
const schemas = {
  village: written("村社", 40), group: written("组", 20), address: written("门牌地址", 100), grid: written("网格", 40),
  members: written("家庭成员", 1000), keepers: written("包户干部", 100),
};

/** Reads everything, so that one look at the row tells all that is wrong with it. */
export function readHome(row: RowReader, town: Directory, today: Day): HomeEntry | undefined {
  const village = row.required("village", schemas.village);
  const villageId = village === undefined ? undefined : idOr(row, "village", town.village(village));
  const code = row.required("code", codeSchema);
  const householder = row.required("householder", nameSchema);
  const rest = {
    group: row.parse("group", schemas.group),
    address: row.parse("address", schemas.address),
    gridId: gridOf(row, town, villageId),
    phone: row.parse("phone", phoneSchema),
    members: membersOf(row, today, householder),
    income: incomeOf(row),
    difficulty: factsOf(row, "difficulty"),
    door: factsOf(row, "door"),
    keepers: keepersOf(row, town),
  };
  return villageId && code && householder && row.faults.length === 0 ? { villageId, code, householder, ...rest } : undefined;
}

function idOr<Kind extends string>(row: RowReader, key: string, found: Found<Kind>): Id<Kind> | undefined {
  return "id" in found ? found.id : row.fault(key, found.reason, found.mend);
}

function gridOf(row: RowReader, town: Directory, villageId: Id<"village"> | undefined): Id<"grid"> | undefined {
  const name = row.parse("grid", schemas.grid);
  return name && villageId ? idOr(row, "grid", town.grid(name, [villageId])) : undefined;
}

function membersOf(row: RowReader, today: Day, householder: string | undefined): Member[] | undefined {
  const text = row.parse("members", schemas.members);
  if (!text) return undefined;
  const read = readMembers(text, Number(today.slice(0, 4)));
  if ("fault" in read) return row.fault("members", read.fault.reason, read.fault.mend);
  const other = read.members.find(({ kinship, name }) => kinship === "householder" && name !== householder);
  if (other && householder) return row.fault("members", `里面的户主“${other.name}”和“户主姓名”不是同一个人`, "两处写成同一个人");
  return read.members.map((member) => (member.name === householder ? { ...member, kinship: "householder" as const } : member));
}

function incomeOf(row: RowReader): Says | undefined {
  const text = row.text("income");
  if (!text) return undefined;
  const { says, cut } = withoutAmounts(text);
  if (cut && !says) return row.fault("income", "只写了金额，收入金额不收集", "写收入来源，如“务农”“外出务工”");
  if (cut) row.notes.push("“收入来源”里的金额不收集，没有导入");
  return limited(row, "income", says);
}

const factsOf = (row: RowReader, kind: "difficulty" | "door"): Says | undefined => limited(row, kind, row.text(kind));

function limited(row: RowReader, kind: "income" | "difficulty" | "door", text: string): Says | undefined {
  if (!text) return undefined;
  const says = readFacts(kind, text.replace(/\r\n?/g, "\n"));
  const long = Object.values(says).find((part) => lengthOf(part) > 200);
  return long ? row.fault(kind, `一项最多 200 字，现在 ${lengthOf(long)} 字`, `删 ${lengthOf(long) - 200} 字`) : says;
}

function keepersOf(row: RowReader, town: Directory): Id<"person">[] | undefined {
  const text = row.parse("keepers", schemas.keepers);
  const names = text?.split(/[\s、,，;；]+/).filter(Boolean) ?? [];
  const ids = names.map((name) => idOr(row, "keepers", town.person(name))).filter((id) => id !== undefined);
  return names.length > 0 ? ids : undefined;
}
