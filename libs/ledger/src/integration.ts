import type { StoredEvent } from '@sillok/event-store';
import { SillokError } from '@sillok/kernel';
import { isSameHash, leafHash } from './hashing.ts';
import { checkpointInvalid } from './invalid.ts';
import type { Leaf, LedgerFile } from './ledger-file.ts';
import { assertOwnAppend, type MacKeyOf } from './own-append.ts';
import { ownCheckpoint } from './signed-checkpoint.ts';
import { createTree, type MerkleTree } from './tree.ts';

/** Takes the events of a log in their order: first those it has already, then new ones, in batches. */
export interface Integration {
  readonly tree: MerkleTree;
  /** Throws LEDGER_FOREIGN_APPEND where the event is not what was integrated at its place, or is not its owner's. */
  take(event: StoredEvent): void;
  /** The end of the log was reached: throws LEDGER_FOREIGN_APPEND where events are gone. */
  reachEnd(): void;
  /** Stores what was taken; answers the ids. */
  flush(): readonly string[];
}

export interface IntegrationOptions {
  readonly ledger: LedgerFile;
  readonly macKeyOf: MacKeyOf;
}

export function createIntegration({ ledger, macKeyOf }: IntegrationOptions): Integration {
  const tree = createTree();
  for (const hash of ledger.leafHashes()) tree.append(hash);
  const integrated = tree.size;
  let seen = 0;
  let pending: Leaf[] = [];
  return {
    tree,
    take(event) {
      const hash = leafHash(event.bytes);
      if (seen < integrated) {
        if (!isSameHash(hash, tree.leaf(seen))) throw rewritten(seen, 'holds another event than was integrated');
      } else {
        assertOwnAppend(event, macKeyOf);
        pending.push({ eventId: event.id, hash });
      }
      seen += 1;
    },
    reachEnd() {
      if (seen < integrated) throw rewritten(seen, 'ends before what was integrated');
    },
    flush() {
      const leaves = pending;
      if (leaves.length === 0) return [];
      // Should this fail, they stay pending: what comes after them must not get their places.
      ledger.append(tree.size, leaves);
      pending = [];
      for (const { hash } of leaves) tree.append(hash);
      return leaves.map((leaf) => leaf.eventId);
    },
  };
}

/**
 * Throws LEDGER_CHECKPOINT_INVALID where the ledger's own file contradicts what the log signed before, under whatever
 * key it had then.
 */
export function assertKeepsWord(ledger: LedgerFile, tree: MerkleTree): void {
  const newest = ledger.newestCheckpoint();
  if (newest === undefined) return;
  const { size, root } = ownCheckpoint(newest.note);
  if (size <= tree.size && isSameHash(tree.root(size), root)) return;
  throw checkpointInvalid('FORMAT_FAILURE', `the ledger is not the one whose checkpoint of ${size} was signed`);
}

function rewritten(index: number, how: string): SillokError {
  return new SillokError('LEDGER_FOREIGN_APPEND', `the log ${how} at ${index}`, { details: { index } });
}
