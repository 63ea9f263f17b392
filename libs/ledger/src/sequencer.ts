import type { EventStore } from '@sillok/event-store';
import { type Clock, SillokError } from '@sillok/kernel';
import { createBatches } from './batches.ts';
import { assertKeepsWord, createIntegration, type Integration } from './integration.ts';
import { type LedgerFile, openLedgerFile, type StoredCheckpoint } from './ledger-file.ts';
import type { NoteSigner } from './note-signer.ts';
import type { MacKeyOf } from './own-append.ts';
import { formatProof } from './proof.ts';
import { ownCheckpoint, signCheckpoint } from './signed-checkpoint.ts';
import { createWaiting, type Waiting } from './waiting.ts';

export interface SequencerOptions {
  readonly store: EventStore;
  /** SQLite. Losing it loses the checkpoints that were signed; the rest comes back from the log. */
  readonly file: string;
  /** The name of the log in its checkpoints. */
  readonly origin: string;
  readonly signingKey: NoteSigner;
  /** Further lines under each checkpoint, such as one that outlives quantum computers. */
  readonly furtherKeys?: readonly NoteSigner[];
  readonly clock: Clock;
  readonly macKeyOf: MacKeyOf;
  /** Called once, when the sequencer halts: LEDGER_FOREIGN_APPEND, LEDGER_CHECKPOINT_INVALID or a fault of the store. */
  readonly onAlarm: (error: unknown) => void;
  /** How long `integrated` waits, in ms. */
  readonly patience?: number;
}

export interface SignedCheckpoint {
  readonly size: number;
  readonly root: Uint8Array;
  /** The signed note (c2sp.org/tlog-checkpoint). */
  readonly note: string;
}

/** One for each log: integrates its events into a Merkle tree and signs for it. */
export interface Sequencer {
  readonly size: number;
  /** Signs for everything integrated. Throws the alarm once halted: a log that is not whole signs nothing. */
  checkpoint(): Promise<SignedCheckpoint>;
  /** Without signing anew; `undefined` before the first. */
  newestCheckpoint(): SignedCheckpoint | undefined;
  /** Answers when the event is in. Throws COMMAND_PENDING after two seconds, the alarm once halted. */
  integrated(eventId: string): Promise<void>;
  /** Proof text (c2sp.org/tlog-proof) against the newest checkpoint that has the event; not-found where none can. */
  proofFor(eventId: string): Promise<string>;
  consistency(from: number, to: number): readonly Uint8Array[];
  /** `to` is not included. */
  leafHashes(from: number, to: number): readonly Uint8Array[];
  close(): Promise<void>;
}

export function createSequencer(options: SequencerOptions): Sequencer {
  const ledger = openLedgerFile(options.file);
  const integration = createIntegration({ ledger, macKeyOf: options.macKeyOf });
  const run: Run = { options, ledger, integration, waiting: createWaiting(), stop: new AbortController() };
  const following = follow(run).catch((error: unknown) => halt(run, error));
  const { tree } = integration;
  return {
    get size() {
      return tree.size;
    },
    checkpoint: () => sign(run),
    newestCheckpoint: () => asSigned(ledger.newestCheckpoint()),
    async integrated(eventId) {
      if (ledger.indexOf(eventId) !== undefined) return;
      assertRunning(run);
      await run.waiting.wait(eventId, options.patience ?? 2_000);
    },
    proofFor: (eventId) => prove(run, eventId),
    consistency: (from, to) => tree.consistencyProof(from, to),
    leafHashes: (from, to) => Array.from({ length: Math.max(0, to - from) }, (_, place) => tree.leaf(from + place)),
    async close() {
      run.halted ??= { error: new SillokError('EVENT_STORE_CLOSED', 'the ledger is closed') };
      run.stop.abort();
      run.waiting.fail(run.halted.error);
      await following;
      ledger.close();
    },
  };
}

interface Run {
  readonly options: SequencerOptions;
  readonly ledger: LedgerFile;
  readonly integration: Integration;
  readonly waiting: Waiting;
  readonly stop: AbortController;
  halted?: { readonly error: unknown };
}

async function follow(run: Run): Promise<void> {
  const { options, ledger, integration } = run;
  assertKeepsWord(ledger, integration.tree);
  const batches = createBatches({
    flush: () => run.waiting.arrived(integration.flush()),
    onError: (error) => halt(run, error),
  });
  try {
    for await (const message of options.store.subscribe({ signal: run.stop.signal })) {
      if (message.kind === 'event') {
        integration.take(message.event);
        batches.count();
      } else {
        if (message.kind === 'caught-up') integration.reachEnd();
        batches.flush();
      }
    }
  } finally {
    // What came before a foreign event is sound.
    batches.flush();
  }
}

function halt(run: Run, error: unknown): void {
  if (run.halted !== undefined) return;
  run.halted = { error };
  run.stop.abort();
  run.waiting.fail(error);
  run.options.onAlarm(error);
}

function assertRunning(run: Run): void {
  if (run.halted !== undefined) throw run.halted.error;
}

async function sign(run: Run): Promise<SignedCheckpoint> {
  assertRunning(run);
  const { options, ledger, integration } = run;
  const { size } = integration.tree;
  const newest = asSigned(ledger.newestCheckpoint());
  if (newest?.size === size) return newest;
  const root = integration.tree.root(size);
  const signers = [options.signingKey, ...(options.furtherKeys ?? [])];
  const note = await signCheckpoint({ origin: options.origin, size, root }, signers, options.clock.now());
  assertRunning(run);
  ledger.remember({ size, note });
  return { size, root, note };
}

async function prove(run: Run, eventId: string): Promise<string> {
  const index = run.ledger.indexOf(eventId);
  if (index === undefined) throw new SillokError('not-found', `event ${eventId} is not in the ledger`);
  const newest = asSigned(run.ledger.newestCheckpoint());
  const checkpoint = newest !== undefined && index < newest.size ? newest : await sign(run);
  const hashes = run.integration.tree.inclusionProof(index, checkpoint.size);
  return formatProof({ index, hashes, checkpoint: checkpoint.note });
}

function asSigned(stored: StoredCheckpoint | undefined): SignedCheckpoint | undefined {
  return stored === undefined ? undefined : { ...stored, root: ownCheckpoint(stored.note).root };
}
