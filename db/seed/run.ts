import { join } from "node:path";
import { parseArgs } from "node:util";
import { DEMO_PASSWORD } from "@/lib/gate/door";
import { record } from "@/lib/gate/ledger";
import { newId } from "@/lib/kernel/id";
import type { Role } from "@/lib/words/person";
import { tables } from "../schema";
import type { Store, Writer } from "../store";
import { openTown, TownIsOpen } from "../town";
import { openInvitedAccount } from "./accounts";
import { demoTown } from "./demo";
import { found, villagesFrom } from "./found";
import { placePerson } from "./place";

/*
 * demo: the marked demo town with its sign-ins.
 * town: an empty real town: --villages FILE.csv --name 镇名 --account 账号 --person 姓名 [--admin 账号 --adminPerson 姓名]
 */

const [what, ...rest] = process.argv.slice(2);
const options = { data: { type: "string" }, villages: { type: "string" }, name: { type: "string" }, account: { type: "string" }, person: { type: "string" }, admin: { type: "string" }, adminPerson: { type: "string" } } as const;
const { values: given } = parseArgs({ args: rest, options });

async function main(): Promise<number> {
  const store = openTown();
  try {
    const [already] = await store.read.select().from(tables.town);
    if (already) return say(1, `这个数据目录里已经有 ${already.name}，没有改动它`);
    return what === "demo" ? await showDemo(store) : await foundTown(store);
  } finally {
    store.close();
  }
}

async function showDemo(store: Store): Promise<number> {
  const started = performance.now();
  const signIns = await demoTown(store, new Date(), villagesFrom(join(import.meta.dirname, "villages.csv")));
  const lines = signIns.map(({ role, account, name }) => `  ${role.padEnd(6, "　")} ${account.padEnd(14)} ${name}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  return say(0, [`演示镇建好了（${seconds} 秒，人和户都是虚构的示例数据）。演示账号，密码都是 ${DEMO_PASSWORD}：`, ...lines].join("\n"));
}

async function foundTown(store: Store): Promise<number> {
  const { villages, name, account, person, admin, adminPerson } = given;
  if (what !== "town" || !villages || !name || !account || !person)
    return say(2, "用法：npm run town -- --data 数据目录 --villages 村社.csv --name 镇名 --account 党建办账号 --person 姓名 [--admin 管理员账号 --adminPerson 姓名]");
  const lines = villagesFrom(villages);
  const now = new Date();
  const codes = await store.write(async (tx) => {
    await found(tx, { name, demo: false, villages: lines }, now);
    const office = await invite(tx, account, person, "office", now);
    const second = admin && (await invite(tx, admin, adminPerson ?? "系统管理员", "admin", now));
    await record(tx, { at: now, actorId: "founder", action: "town.found", subject: "town", subjectId: newId(), before: null, after: { name, demo: false } });
    return [office, ...(second ? [second] : [])];
  });
  return say(0, [`${name} 建好了：${lines.length} 个村社，没有示例数据。48 小时内在 /activate 用激活码设密码：`, ...codes].join("\n"));
}

async function invite(tx: Writer, account: string, name: string, role: Role, now: Date): Promise<string> {
  const id = await placePerson(tx, { name, roles: [role], department: role === "office" ? "党建办" : "" });
  const code = await openInvitedAccount(tx, id, account.toLowerCase(), now);
  return `  ${account.toLowerCase()}  ${name}  激活码 ${code}`;
}

function say(code: number, words: string): number {
  (code === 0 ? console.log : console.error)(words);
  return code;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const held = error instanceof TownIsOpen;
    console.error(held ? "数据目录正由另一个青蓝使用" : error);
    process.exit(held ? 3 : 1);
  },
);
