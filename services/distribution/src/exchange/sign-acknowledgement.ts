import { canonicalBytes } from '@sillok/kernel';
import type { SignedAcknowledgement } from '@sillok/schemas/api/distribution/exchange';
import type { Acknowledgement } from '@sillok/schemas/statements/acknowledgement';
import { sealToAffix } from '@sillok/sealing';
import type { DistributionContext } from '../context.ts';

export type WhatIsAcknowledged = Pick<
  Acknowledgement,
  'kind' | 'to' | 'dispatchId' | 'answers' | 'previous' | 'receiptNumber' | 'reason'
>;

/** An acknowledgement in our name, sealed and time-stamped now. */
export async function signAcknowledgement(
  context: DistributionContext,
  what: WhatIsAcknowledged,
): Promise<SignedAcknowledgement> {
  const at = context.clock.now();
  const seal = sealToAffix(await context.directory.latest(), at);
  const acknowledgement: Acknowledgement = {
    type: 'acknowledgement',
    version: 1,
    from: context.institutionId,
    ...what,
    at,
    checkpoint: context.newestCheckpoint() ?? null,
  };
  const bytes = canonicalBytes(acknowledgement);
  const signature = await context.sealSigner.acknowledge({ keyId: seal.keyId, acknowledgement: bytes, at });
  return { statement: new TextDecoder().decode(bytes), signature: Buffer.from(signature).toString('base64') };
}
