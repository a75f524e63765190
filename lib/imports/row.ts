import * as z from "zod/mini";
import { holdsIdNumber } from "@/lib/kernel/text";
import type { ImportKind } from "@/lib/words/import";
import { isIdColumn, type Mapping, titleOf } from "./columns";
import { BLOT, type Fault } from "./told";

/** One row while it is read: what it says under our own names for its columns, and what is wrong with it. */
export class RowReader {
  readonly faults: Fault[] = [];
  readonly notes: string[] = [];

  constructor(
    private readonly kind: ImportKind,
    private readonly header: readonly string[],
    private readonly mapping: Mapping,
    private readonly cells: readonly string[],
  ) {
    header.forEach((head, at) => this.#refuseIdNumber(head, at));
  }

  /** 身份证号 is refused wherever it stands, in a column of its own or in the middle of an address. */
  #refuseIdNumber(head: string, at: number): void {
    const cell = this.cells[at] ?? "";
    if (cell === "" || !(isIdColumn(head) || cell.includes(BLOT) || holdsIdNumber(cell))) return;
    const mend = isIdColumn(head) ? "删掉这一列再导入；下载的错误行里已经去掉了" : "删掉这一格里的身份证号或卡号再导入；下载的错误行里已经去掉了";
    this.faults.push({ at, column: head, reason: "本系统不收集身份证号，这一行没有导入", mend });
  }

  text(key: string): string {
    return this.cells[this.mapping.indexOf(key)]?.trim() ?? "";
  }

  fault(key: string, reason: string, mend: string): undefined {
    const at = this.mapping.indexOf(key);
    this.faults.push({ at, column: at >= 0 ? this.header[at]! : titleOf(this.kind, key), reason, mend });
    return undefined;
  }

  /** What a cell says, if it says anything; a fault where it does not fit. */
  parse<T>(key: string, schema: z.core.$ZodType<T, string>): T | undefined {
    const text = this.text(key);
    if (text === "") return undefined;
    const parsed = z.safeParse(schema, text);
    return parsed.success ? parsed.data : this.fault(key, parsed.error.issues[0]!.message, "改好这一格再导入");
  }

  required<T>(key: string, schema: z.core.$ZodType<T, string>): T | undefined {
    if (this.text(key) !== "") return this.parse(key, schema);
    const title = titleOf(this.kind, key);
    if (!this.mapping.includes(key)) return this.fault(key, "表里没有这一列", `在“自动配列”里给“${title}”选一列，或者在表里加上这一列`);
    return this.fault(key, "还没有填", `填写${title}`);
  }
}
