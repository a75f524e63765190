import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sqliteStore } from "@/db/store";
import { checkImport } from "@/lib/imports/acts";
import { applyImport } from "@/lib/imports/acts-apply";
import { undoImport } from "@/lib/imports/acts-undo";
import { countHouseholds } from "@/lib/households/reads";
import { writeCsv } from "@/lib/sheets/write";
import { counts, home, homeHeads } from "../support/imports";
import { fileDatabase, township } from "../support/township";

/** `IMPORT_ROWS=10000 npx vitest run tests/desk/imports-many.test.ts` is how the time of a big one is taken. */
const many = Number(process.env.IMPORT_ROWS ?? 1000);

test("many households are let in at once while everybody else goes on reading", { timeout: 300_000 }, async () => {
  const town = await township({ store: sqliteStore(fileDatabase(join(mkdtempSync(join(tmpdir(), "qinglan-import-")), "town.db"))) });
  const rows = Array.from({ length: many }, (_, i) => home({
    村社: i % 2 ? "东岭村" : "西坞村", 户号: `P${i}`, 户主姓名: `赵测${"甲乙丙丁戊己庚辛"[i % 8]}`, 组: `${i % 9}组`, 门牌地址: `${i % 9}组${i}号`, 联系电话: `1380000${String(i % 10_000).padStart(4, "0")}`,
    家庭成员: "李阿妹 配偶 1962；张三 儿子 1985", 收入来源: "务农；外出务工", 生活难题: "屋后水沟常堵", 找门说明: "村口往东", 包户干部: i % 5 ? "" : "林晓",
  }));
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const [start, cpu] = [performance.now(), process.cpuUsage()];
    const result = await work();
    if (process.env.IMPORT_ROWS) console.log(`${name} ${many}: ${Math.round(performance.now() - start)} ms, ${Math.round(process.cpuUsage(cpu).user / 1000)} ms of CPU`);
    return result;
  };
  const id = await timed("check", () => checkImport(town.chen, { kind: "households", fileName: "a.csv" }, writeCsv(homeHeads, rows)));
  let [over, reads] = [false, 0];
  const reading = (async () => {
    while (!over) {
      const seen = await countHouseholds(town.chen, {});
      if (!over) expect([4, 4 + many]).toContain(seen);
      reads++;
      await new Promise((resolve) => setImmediate(resolve));
    }
  })();
  await timed("apply", () => applyImport(town.chen, id));
  over = true;
  await reading;
  expect(reads).toBeGreaterThan(5);
  expect(await counts(town.chen, id)).toEqual([many, 0, 0, 0]);
  await timed("undo", () => undoImport(town.chen, id));
  expect(await countHouseholds(town.chen, {})).toBe(4);
});
