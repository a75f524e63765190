import { lengthOf } from "@/lib/kernel/text";
import type { AccountState } from "@/lib/words/account";

export const LENGTH = { least: 12, most: 128 } as const;

const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/];

/** What whoever guesses tries first: the town's own words, and the passwords everybody has had. */
const guessed = [
  "qinglan", "yiqiao", "xiaoshan", "dangjian", "青蓝", "义桥", "萧山", "党建", "password", "passw0rd", "p@ssw0rd", "qwerty", "asdfgh",
  "1qaz2wsx", "iloveyou", "woaini", "admin", "administrator", "welcome", "123456", "654321", "abcdef", "abc123", "5201314", "1314520",
  "111111", "000000", "666666", "888888", "letmein", "changeme",
];

/** Everything a password still lacks, told at once; nothing when it will do. `own` are words that lead to its owner. */
export function passwordGaps(password: string, own: readonly string[] = []): string[] {
  const length = lengthOf(password);
  const kinds = classes.filter((kind) => kind.test(password)).length;
  const lower = password.normalize("NFKC").toLowerCase();
  const holds = (word: string) => lower.includes(word.normalize("NFKC").toLowerCase());
  const gaps = [
    length < LENGTH.least && `至少 ${LENGTH.least} 个字符，现在 ${length} 个`,
    length > LENGTH.most && `最多 ${LENGTH.most} 个字符，现在 ${length} 个`,
    kinds < 3 && `小写字母、大写字母、数字、符号用上三种，现在 ${kinds} 种`,
    own.some((word) => tells(word) && holds(word)) && "不要带上自己的账号、姓名、姓名拼音或工号",
    guessed.some(holds) && "不要用别人一猜就中的词，比如 yiqiao、password、123456",
  ];
  return gaps.filter((gap) => gap !== false);
}

/** Two letters happen by chance; two characters of a name do not. */
const tells = (word: string): boolean => lengthOf(word) >= (/^[\x20-\x7e]*$/.test(word) ? 3 : 2);

/** One sentence for under the field. */
export const gapsInWords = (gaps: readonly string[]): string => `新密码还差：${gaps.join("；")}`;

/** Codes live on paper for two days. */
export const CODE_HOURS = 48;

/** In groups of four, as one reads it out. */
export const grouped = (code: string): string => code.match(/.{1,4}/g)?.join("-") ?? code;

type Account = { activatedAt: Date | null; disabledAt: Date | null; lockedUntil?: Date | null };

export function stateOf({ activatedAt, disabledAt, lockedUntil }: Account, now: Date): AccountState {
  if (disabledAt) return "disabled";
  if (lockedUntil && lockedUntil > now) return "locked";
  return activatedAt ? "active" : "unopened";
}
