import { join } from "node:path";
import type { Page } from "@playwright/test";
import Database from "better-sqlite3";

/** Reminders keep to working hours and wait for each other, and a run may be at any hour: what was told is shown now. */
export function showNow(): void {
  const raw = new Database(join(process.cwd(), "test-results/town/town.db"));
  raw.prepare("update notices set show_at = ? where show_at > ?").run(Date.now() - 1000, Date.now());
  raw.close();
}

export const reminders = (page: Page) => page.getByRole("list", { name: "等你看的提醒" }).getByRole("listitem");
