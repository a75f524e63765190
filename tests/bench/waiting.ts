import { join } from "node:path";
import Database from "better-sqlite3";
import { accounts } from "./cast";

/** The visits that were submitted during this run and nobody has answered, of one town. */
export class Waiting {
  #ids: string[] = [];
  readonly #raw: Database.Database;

  constructor(folder: string) {
    this.#raw = new Database(join(folder, "town.db"), { timeout: 5000 });
  }

  /** An empty pool gives an id that is nobody's: the answer is then counted as amiss. */
  take(): string {
    return this.#ids.pop() ?? "018f0000-0000-7000-8000-000000000000";
  }

  look(): void {
    const found = this.#raw.prepare(`select id from visits where state = 'submitted' and author_id = ${WRITER}`).all(accounts.writer);
    this.#ids = (found as { id: string }[]).map(({ id }) => id);
  }

  /** What is left over would lengthen the reviewer's list from round to round. */
  clear(): void {
    this.#raw.prepare(`update visits set state = 'approved' where state = 'submitted' and author_id = ${WRITER}`).run(accounts.writer);
  }

  close(): void {
    this.#raw.close();
  }
}

const WRITER = "(select person_id from accounts where name = ?)";
