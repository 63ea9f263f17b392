import type { Sequencer } from '@sillok/ledger';

/** Proofs that events are in the log, once the ledger has them; of many under one checkpoint. */
export function logProofs(sequencer: Pick<Sequencer, 'integrated' | 'checkpoint' | 'proofFor'>) {
  return {
    async proofOf(eventId: string) {
      await sequencer.integrated(eventId);
      await sequencer.checkpoint();
      return sequencer.proofFor(eventId);
    },
    async proofsOf(eventIds: readonly string[]) {
      for (const eventId of eventIds) await sequencer.integrated(eventId);
      const { note } = await sequencer.checkpoint();
      // Each is made against the newest checkpoint; asked for at one moment, that is one for all.
      const proofs = await Promise.all(eventIds.map(async (id) => [id, await sequencer.proofFor(id)] as const));
      return { proofs: new Map(proofs), checkpoint: note };
    },
  };
}
