import { hasCode, SillokError } from '@sillok/kernel';
import { type AskedAnswer, askWitness, type Sequencer, type SignedCheckpoint } from '@sillok/ledger';
import type { AuditContext } from '../context.ts';
import type { Neighbour } from './neighbour.ts';

const patienceMs = 10_000;

/** What one of these needs of its service. */
export interface RoundsContext
  extends Pick<AuditContext, 'institutionId' | 'cosignatures' | 'neighbours' | 'fetch' | 'onAlarm'> {
  readonly sequencer: Pick<Sequencer, 'checkpoint' | 'consistency'>;
}

export interface WitnessRounds {
  /** Signs for everything integrated and has every neighbour vouch for it that did not yet. Throws no refusal of theirs. */
  ask(): Promise<void>;
  stop(): Promise<void>;
}

/** One round after the other; whoever cannot be reached is asked in the next one. */
export function createWitnessRounds(context: RoundsContext): WitnessRounds {
  const stopping = new AbortController();
  /** What the operators were told of each neighbour. */
  const troubles = new Map<string, string>();
  let running: Promise<unknown> = Promise.resolve();

  async function round(): Promise<void> {
    if (stopping.signal.aborted) return;
    const checkpoint = await context.sequencer.checkpoint();
    const asked = context.neighbours.map(async (neighbour) => {
      const trouble = await troubleWith(context, neighbour, checkpoint, stopping.signal);
      tell(neighbour, trouble);
    });
    await Promise.all(asked);
  }

  /** Once, not in every round. */
  function tell({ institutionId }: Neighbour, trouble: string | undefined): void {
    const isNew = trouble !== undefined && troubles.get(institutionId) !== trouble;
    if (isNew && !stopping.signal.aborted) {
      context.onAlarm({ where: 'witnesses', message: `no cosignature of ${institutionId}: ${trouble}` });
    }
    if (trouble === undefined) troubles.delete(institutionId);
    else troubles.set(institutionId, trouble);
  }

  return {
    ask() {
      const next = running.catch(() => undefined).then(round);
      running = next;
      return next;
    },
    async stop() {
      stopping.abort();
      await running.catch(() => undefined);
    },
  };
}

async function troubleWith(
  { institutionId, sequencer, cosignatures, fetch }: RoundsContext,
  { witnessKey, submissionPrefix }: Neighbour,
  checkpoint: SignedCheckpoint,
  signal: AbortSignal,
): Promise<string | undefined> {
  const oldSize = cosignatures.sizeOf(witnessKey);
  // Nobody needs to vouch for the empty tree, and nobody twice for the same.
  if (oldSize >= checkpoint.size) return undefined;
  try {
    const answer = await askWitness(
      { verifierKey: witnessKey, post: (body) => post(fetch, submissionPrefix, institutionId, body, signal) },
      { checkpoint, oldSize, consistency: sequencer.consistency },
    );
    if (answer.kind === 'refused') return refused(answer);
    cosignatures.keep(witnessKey, { size: checkpoint.size, note: checkpoint.note, lines: answer.lines });
    return undefined;
  } catch (error) {
    if (hasCode(error, 'EXCHANGE_UNREACHABLE')) return 'it cannot be reached';
    throw error;
  }
}

async function post(fetch: AuditContext['fetch'], prefix: string, client: string, body: string, stop: AbortSignal) {
  try {
    const response = await fetch(`${prefix}/add-checkpoint`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', 'x-sillok-client': client },
      body,
      signal: AbortSignal.any([stop, AbortSignal.timeout(patienceMs)]),
    });
    return { status: response.status, body: await response.text() };
  } catch (cause) {
    throw new SillokError('EXCHANGE_UNREACHABLE', `${prefix} cannot be reached`, { cause });
  }
}

function refused({ status, seenSize }: Extract<AskedAnswer, { readonly kind: 'refused' }>): string {
  return seenSize === undefined ? `it answered ${status}` : `it answered ${status} and saw ${seenSize} events`;
}
