import type { Id } from "@/lib/kernel/id";
import { importKind, importState, rowFate } from "@/lib/words/import";
import { dayCol, id, index, instant, int, oneOf, prose, ref, sealed, str, table, uniqueIndex, word } from "../columns";
import { people } from "./people";

/** 导入: one workbook of people or households, checked first and then let in whole, in one transaction. */
export const imports = table(
  "imports",
  {
    id: id<"import">(),
    kind: word("kind", importKind.values).notNull(),
    fileName: prose("file_name").notNull(),
    fileHash: str("file_hash").notNull(),
    state: word("state", importState.values).notNull(),
    byId: ref<"person">("by_id", () => people.id),
    at: instant("at").notNull(),
    added: int("added").notNull().default(0),
    updated: int("updated").notNull().default(0),
    skipped: int("skipped").notNull().default(0),
    errors: int("errors").notNull().default(0),
    undoUntil: dayCol("undo_until"),
  },
  (t) => [
    index("imports_by").on(t.byId, t.id),
    oneOf("imports_kind", t.kind, importKind.values),
    oneOf("imports_state", t.state, importState.values),
  ],
);

/** One row of the workbook: what it says, what becomes of it, and how to mend it. `before` lets the import be undone. */
export const importRows = table(
  "import_rows",
  {
    id: id<"importRow">(),
    importId: ref<"import">("import_id", () => imports.id),
    line: int("line").notNull(),
    /** The row as read, as JSON. */
    cells: sealed("cells").notNull(),
    fate: word("fate", rowFate.values).notNull(),
    column: str("column").notNull().default(""),
    reason: prose("reason").notNull().default(""),
    subjectId: str("subject_id").$type<Id<"person"> | Id<"household">>(),
    before: sealed("before"),
  },
  (t) => [
    uniqueIndex("import_rows_line").on(t.importId, t.line),
    index("import_rows_fate").on(t.importId, t.fate, t.line),
    oneOf("import_rows_fate", t.fate, rowFate.values),
  ],
);
