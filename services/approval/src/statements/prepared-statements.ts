import type { Clock } from '@sillok/kernel';
import type { StepStatement } from '@sillok/schemas/statements/step-statement';
import type { PreparedCades } from '@sillok/signatures';

export interface PreparedStatement {
  readonly personId: string;
  readonly statement: StepStatement;
  readonly bytes: Uint8Array;
  readonly digest: string;
  readonly cades: PreparedCades;
  /** The signer's handle; absent where the person signs with a token of their own. */
  readonly handle: string;
}

/** Statements between being shown and being signed: work in hand, gone after a quarter of an hour or a restart. */
export interface PreparedStatements {
  keep(prepared: PreparedStatement): void;
  find(digest: string, personId: string): PreparedStatement | undefined;
  forget(digest: string): void;
  /** One signing of a statement after the other: a key that signs for two at once would sign for one too many. */
  inTurn<Result>(digest: string, work: () => Promise<Result>): Promise<Result>;
}

const lifetimeMs = 15 * 60_000;
const most = 5_000;

export function createPreparedStatements(clock: Clock): PreparedStatements {
  const kept = new Map<string, { readonly prepared: PreparedStatement; readonly until: number }>();
  const busy = new Map<string, Promise<unknown>>();
  return {
    keep(prepared) {
      const oldest = kept.keys().next();
      if (kept.size >= most && oldest.done === false) kept.delete(oldest.value);
      kept.set(prepared.digest, { prepared, until: Date.parse(clock.now()) + lifetimeMs });
    },
    find(digest, personId) {
      const found = kept.get(digest);
      if (found === undefined || found.prepared.personId !== personId) return undefined;
      return found.until < Date.parse(clock.now()) ? undefined : found.prepared;
    },
    forget(digest) {
      kept.delete(digest);
    },
    async inTurn(digest, work) {
      const before = busy.get(digest) ?? Promise.resolve();
      const turn = before.then(work, work);
      busy.set(digest, turn);
      try {
        return await turn;
      } finally {
        if (busy.get(digest) === turn) busy.delete(digest);
      }
    },
  };
}
