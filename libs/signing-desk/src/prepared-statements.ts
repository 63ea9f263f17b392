import type { Clock } from '@sillok/kernel';
import type { PreparedSignature, SignableStatement } from './prepare-signature.ts';

export interface PreparedStatement<Statement extends SignableStatement> extends PreparedSignature<Statement> {
  /** What its signer calls it. */
  readonly id: string;
  readonly personId: string;
}

/** Statements between being shown and being signed: work in hand, gone after a quarter of an hour or a restart. */
export interface PreparedStatements<Statement extends SignableStatement> {
  keep(prepared: PreparedStatement<Statement>): void;
  find(id: string, personId: string): PreparedStatement<Statement> | undefined;
  forget(id: string): void;
  /** One signing of a statement after the other: a key that signs for two at once would sign for one too many. */
  inTurn<Result>(id: string, work: () => Promise<Result>): Promise<Result>;
}

const lifetimeMs = 15 * 60_000;
const most = 5_000;

export function createPreparedStatements<Statement extends SignableStatement>(
  clock: Clock,
): PreparedStatements<Statement> {
  const kept = new Map<string, { readonly prepared: PreparedStatement<Statement>; readonly until: number }>();
  const busy = new Map<string, Promise<unknown>>();
  return {
    keep(prepared) {
      const oldest = kept.keys().next();
      if (kept.size >= most && oldest.done === false) kept.delete(oldest.value);
      kept.set(prepared.id, { prepared, until: Date.parse(clock.now()) + lifetimeMs });
    },
    find(id, personId) {
      const found = kept.get(id);
      if (found === undefined || found.prepared.personId !== personId) return undefined;
      return found.until < Date.parse(clock.now()) ? undefined : found.prepared;
    },
    forget(id) {
      kept.delete(id);
    },
    async inTurn(id, work) {
      const before = busy.get(id) ?? Promise.resolve();
      const turn = before.then(work, work);
      busy.set(id, turn);
      try {
        return await turn;
      } finally {
        if (busy.get(id) === turn) busy.delete(id);
      }
    },
  };
}
