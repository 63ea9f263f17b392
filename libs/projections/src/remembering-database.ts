import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** Prepares each text once: a replay asks the same few statements for every event. */
export class RememberingDatabase extends DatabaseSync {
  readonly #prepared = new Map<string, StatementSync>();

  override prepare(sql: string): StatementSync {
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    const statement = super.prepare(sql);
    // Texts stand in code; one that is made for each question would fill the memory.
    if (this.#prepared.size < most) this.#prepared.set(sql, statement);
    return statement;
  }
}

const most = 500;
