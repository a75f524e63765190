import { existsSync } from "node:fs";
import { join } from "node:path";
import { sqliteStore } from "@/db/store";
import { dataFolder } from "@/db/town";
import { verifyLedger } from "@/lib/gate/ledger";

/** Reads beside a running server: WAL readers and its one writer do not meet. */
async function verify(file: string): Promise<number> {
  if (!existsSync(file)) return say(2, `没有 ${file}：还没有开始使用 · there is no town here`);
  const store = sqliteStore(file);
  const { rows, broken } = await verifyLedger(store.read);
  store.close();
  if (broken) return say(1, `台账在第 ${broken.seq} 行对不上：${broken.why} · the ledger was altered at row ${broken.seq}`);
  return say(0, `台账完整：${rows} 行 · the ledger is whole`);
}

function say(code: number, line: string): number {
  (code === 0 ? console.log : console.error)(line);
  return code;
}

process.exitCode = await verify(join(dataFolder(), "town.db"));
