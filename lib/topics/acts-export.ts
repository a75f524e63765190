import type { Desk } from "@/lib/gate/desk";
import type { SheetToWrite } from "@/lib/sheets/write";

/** The office takes sheets away: which, and how many rows of each, stands in the ledger before the file is handed out. */
export const exportTopics = (desk: Desk, sheets: readonly SheetToWrite[]): Promise<void> =>
  desk.change("topic.export", desk.me.id, () => Promise.resolve(), sheets.map(({ name, rows }) => `${name} ${rows.length} 行`).join("，"));
