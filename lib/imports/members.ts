import { nameSchema } from "@/lib/kernel/ask";
import { lengthOf, plain } from "@/lib/kernel/text";
import { kinship, type Kinship } from "@/lib/words/household";

export type Member = { name: string; kinship: Kinship; birthYear: string };
type Found = { members: Member[] } | { fault: { reason: string; mend: string } };

const spoken: Partial<Record<Kinship, string>> = {
  householder: "户主 本人 自己",
  spouse: "配偶 妻子 丈夫 老伴 爱人 老公 老婆 妻 夫",
  son_in_law: "女婿",
  daughter_in_law: "儿媳妇 儿媳 媳妇",
  granddaughter: "孙女 外孙女",
  grandson: "孙子 外孙 孙",
  son: "儿子 长子 次子 三子 大儿子 二儿子 小儿子 独子 子",
  daughter: "女儿 长女 次女 三女 大女儿 二女儿 小女儿 独女 女",
  father: "父亲 爸爸 父",
  mother: "母亲 妈妈 母",
  other: "其他 兄弟 哥哥 弟弟 姐姐 妹妹 姐妹 岳父 岳母 公公 婆婆 祖父 祖母 爷爷 奶奶 侄子 侄女",
};
const kin = new Map(Object.entries(spoken).flatMap(([value, said]) => said.split(" ").map((word) => [word, kinship.from(value)!] as const)));
const long = [...kin.keys()].filter((word) => lengthOf(word) > 1).sort((a, b) => b.length - a.length);

type Part = { name?: string; kinship?: Kinship; birthYear?: string };
const shape = "写成“李阿妹 配偶 1962；张三 儿子 1985”这样";

/** 「李阿妹 配偶 1962；张三 儿子 1985」, in whatever order and with whatever between the words. */
export function readMembers(text: string, thisYear: number): Found {
  const parts: Part[] = [];
  for (const piece of plain(text).split(/[;；\n]/)) {
    const said = partsOf(piece, thisYear);
    if ("reason" in said) return { fault: said };
    parts.push(...said.parts);
  }
  const bad = parts.map(faultOf).find((fault) => fault !== undefined);
  if (bad) return { fault: bad };
  const members = parts.map(({ name = "", kinship: relation = "other", birthYear = "" }) => ({ name, kinship: relation, birthYear }));
  const twice = members.find(({ name }, i) => members.findIndex((other) => other.name === name) !== i);
  if (twice) return { fault: { reason: `“${twice.name}”写了两次`, mend: "同一个人只写一次" } };
  if (members.length > 30) return { fault: { reason: `写了 ${members.length} 个人`, mend: "一户最多写 30 个人" } };
  return { members };
}

/** A new name begins a new person; a kinship that comes before any name waits for it. */
function partsOf(piece: string, thisYear: number): { parts: Part[] } | { reason: string; mend: string } {
  const parts: Part[] = [];
  let open: Part = {};
  for (const word of wordsOf(piece)) {
    const relation = kin.get(word);
    if (relation) {
      if (open.kinship) open = begin(parts, open);
      open.kinship = relation;
    } else if (/\d/.test(word)) {
      const year = yearOf(word, thisYear);
      if (typeof year !== "string") return year;
      open.birthYear = year;
    } else {
      if (open.name) open = begin(parts, open);
      open.name = word;
    }
  }
  begin(parts, open);
  return { parts };
}

function begin(parts: Part[], done: Part): Part {
  if (Object.keys(done).length > 0) parts.push(done);
  return {};
}

/** 「配偶李阿妹1962」 is three words. */
const wordsOf = (piece: string): string[] =>
  piece
    .replace(/([^年月\d\s.\-/－])(?=\d)/g, "$1 ")
    .split(/[\s,，、()（）:：]+/)
    .filter(Boolean)
    .flatMap((word) => {
      const first = kin.has(word) ? undefined : long.find((said) => word.startsWith(said) && lengthOf(word) >= lengthOf(said) + 2);
      return first ? [first, word.slice(first.length)] : [word];
    });

function yearOf(word: string, thisYear: number): string | { reason: string; mend: string } {
  const [, year = "", month] = /^((?:19|20)\d\d)(?:[年.\-/](\d{1,2})(?:[月.\-/]\d{1,2}日?)?月?)?年?生?$/.exec(word) ?? [];
  if (!year) return { reason: `“${word}”不像出生年份`, mend: "出生年份是 4 位数字，如 1962" };
  if (month && (Number(month) < 1 || Number(month) > 12)) return { reason: `“${word}”的月份只能是 1–12`, mend: "只写年份也可以，如 1985" };
  if (Number(year) > thisYear) return { reason: `“${year}”比今年还晚`, mend: "看看出生年份" };
  return year;
}

function faultOf({ name, kinship: relation }: Part): { reason: string; mend: string } | undefined {
  if (!name) return { reason: "有一个人没写姓名", mend: shape };
  const parsed = nameSchema.safeParse(name);
  if (!parsed.success) return { reason: `“${name}”${parsed.error.issues[0]!.message.replace("姓名", "")}`, mend: "写全名" };
  return relation ? undefined : { reason: `“${name}”没写和户主的关系`, mend: shape };
}
