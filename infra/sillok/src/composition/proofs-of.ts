import type { Sequencer } from '@sillok/ledger';

/** Proofs of many events under one checkpoint, which is signed when the ledger has all of them. */
export async function proofsOf(
  sequencer: Pick<Sequencer, 'integrated' | 'checkpoint' | 'proofFor'>,
  eventIds: readonly string[],
): Promise<{ readonly proofs: ReadonlyMap<string, string>; readonly checkpoint: string }> {
  for (const eventId of eventIds) await sequencer.integrated(eventId);
  const { note } = await sequencer.checkpoint();
  // Each is made against the newest checkpoint; asked for at one moment, that is one for all.
  const proofs = await Promise.all(eventIds.map(async (id) => [id, await sequencer.proofFor(id)] as const));
  return { proofs: new Map(proofs), checkpoint: note };
}
