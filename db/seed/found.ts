import { readFileSync } from "node:fs";
import { announcedDays } from "@/lib/kernel/holidays";
import type { Id } from "@/lib/kernel/id";
import { gate } from "@/lib/words/topic";
import { tables } from "../schema";
import type { Writer } from "../store";
import { gateItems } from "./material/topics";
import { placeVillage } from "./place";

export type VillageLine = { code: string; name: string; kind: "village" | "community" };

/** The years whose holidays the state has announced and the library knows. */
const ANNOUNCED = [2024, 2025, 2026];

/** Reads a list of villages: code, name, kind (village or community), as in villages.csv. Throws with the line at fault. */
export function villagesFrom(file: string): VillageLine[] {
  const [head, ...lines] = readFileSync(file, "utf8").replace(/^\ufeff/, "").split(/\r?\n/).filter((line) => line.trim() !== "");
  if (head?.replace(/\s/g, "") !== "code,name,kind") throw new Error("村社名单的第一行要是 code,name,kind");
  return lines.map((line, i) => {
    const [code = "", name = "", kind = ""] = line.split(",").map((cell) => cell.trim());
    if (!/^\d{12}$/.test(code) || name === "" || (kind !== "village" && kind !== "community"))
      throw new Error(`村社名单第 ${i + 2} 行要是 12 位代码、名称、village 或 community：${line}`);
    return { code, name, kind };
  });
}

/** What every town begins with, real or shown: its name, its villages, its holidays, the lists of its gates. Nothing in it is invented. */
export async function found(tx: Writer, town: { name: string; demo: boolean; villages: VillageLine[] }, now: Date) {
  await tx.insert(tables.town).values({ name: town.name, demo: town.demo, foundedAt: now });
  const villages = new Map<string, Id<"village">>();
  for (const village of town.villages) villages.set(village.name, await placeVillage(tx, village));
  await tx.insert(tables.dayMarks).values(ANNOUNCED.flatMap(announcedDays));
  await tx.insert(tables.gateItems).values(gate.values.flatMap((at) => gateItems[at].map((words, i) => ({ gate: at, place: i + 1, words }))));
  return villages;
}
