import * as z from "zod/mini";
import { cleaned } from "@/lib/kernel/ask";
import { plain } from "@/lib/kernel/text";
import { type Role, role, separated } from "@/lib/words/person";

/** What the office and an import may give. The rest is given by the command that founds the town, and by nothing else. */
export const grantable: readonly Role[] = role.values.filter((value) => !separated.includes(value));

const separatedOf = (roles: readonly Role[]) => separated.filter((value) => roles.includes(value));

/** Why these roles may not replace those, in words for the office; undefined when they may. */
export function rolesFault(roles: readonly Role[], held: readonly Role[] = []): string | undefined {
  if (roles.length === 0) return "至少选一个角色";
  const [now, before] = [separatedOf(roles), separatedOf(held)];
  if (now.length > 1) return `${now.map(role.label).join("和")}不能由同一个人担任`;
  if (now.join() !== before.join()) return "党建办、系统管理员、审计员只能在建镇时用命令给，这里不能给也不能去掉";
  return undefined;
}

/** An account as a person types it on a phone: letters first, no capitals. */
export const accountPattern = /^[a-z][a-z0-9._-]{2,31}$/;

export const staffNoSchema = cleaned(40, "工号最多 20 个字符", (text) => plain(text).replace(/\s/g, ""))
  .check(z.refine((text) => /^[\p{L}\p{N}_-]{0,20}$/u.test(text), "工号只用文字、字母、数字和“-”，最多 20 个字符"));

export const accountSchema = cleaned(100, "账号最多 32 个字符", (text) => plain(text).trim().toLowerCase())
  .check(z.refine((text) => text === "" || accountPattern.test(text), "账号用 3 到 32 个小写字母、数字、点或横线，字母开头"));
