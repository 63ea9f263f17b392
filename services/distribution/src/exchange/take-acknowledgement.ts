import { readAcknowledgement, sha256Hex } from '@sillok/evidence';
import { commandIdOf, type Outcome } from '@sillok/journal';
import { isRefusal, type Refusal, refuse } from '@sillok/kernel';
import { isSealedBy } from '@sillok/outbound';
import type { SignedAcknowledgement } from '@sillok/schemas/api/distribution/exchange';
import type { Acknowledgement } from '@sillok/schemas/statements/acknowledgement';
import type { DistributionContext } from '../context.ts';
import { dispatchDecider, dispatchStream } from '../dispatch/decide.ts';

/** What the other institution says of a message of ours, believed only by the seal of whom it names. */
export async function takeAcknowledgement(
  context: DistributionContext,
  signed: SignedAcknowledgement,
  correlationId: string,
): Promise<Outcome | Refusal> {
  const bytes = new TextEncoder().encode(signed.statement);
  const acknowledgement = readAcknowledgement(bytes);
  if (acknowledgement === undefined) return refuse('input-invalid', 'statement', { rule: 'canonical' });
  if (acknowledgement.to !== context.institutionId) return refuse('exchange-recipient-another', 'statement');
  const unbelieved = await checkSeal(context, acknowledgement, bytes, Buffer.from(signed.signature, 'base64'));
  if (unbelieved !== undefined) return unbelieved;
  const stream = dispatchStream(acknowledgement.dispatchId);
  const state = await context.journal.stateOf(dispatchDecider, stream);
  if (state.status === 'none') return refuse('acknowledgement-unknown', 'dispatchId');
  const acknowledgementDigest = sha256Hex(bytes);
  const isKnown = state.acknowledgements[acknowledgement.kind] !== undefined;
  const acknowledgementAddress = isKnown
    ? acknowledgementDigest
    : await context.contents.putJson(state.prepared.documentId, { ...signed });
  const actor = `institution:${acknowledgement.from}`;
  const commandId = commandIdOf(context.institutionId, actor, 'RecordAcknowledgement', acknowledgementDigest);
  const outcome = await context.journal.execute(
    dispatchDecider,
    stream,
    { type: 'RecordAcknowledgement', acknowledgement, acknowledgementAddress, acknowledgementDigest },
    { actor, commandId, correlationId, causationId: commandId, input: [acknowledgementDigest] },
  );
  if (!isRefusal(outcome)) alarmOfAnomaly(context, outcome, acknowledgement);
  return outcome;
}

async function checkSeal(
  context: DistributionContext,
  { from }: Acknowledgement,
  bytes: Uint8Array,
  cms: Uint8Array,
): Promise<Refusal | undefined> {
  const sender = context.addressBook.find(from);
  if (sender === undefined) return refuse('exchange-sender-unknown', 'statement');
  const isOfSender = await isSealedBy(context.trust, sender, bytes, cms);
  return isOfSender ? undefined : refuse('signature-invalid', 'signature');
}

function alarmOfAnomaly(context: DistributionContext, outcome: Outcome, { dispatchId }: Acknowledgement): void {
  const isFound = outcome.events.some((one) => one.type === 'distribution.DispatchAnomalyFound.v1');
  if (!isFound || outcome.repeated) return;
  context.onAlarm({ where: 'exchange', message: `accepted and failed at once: ${dispatchId}` });
}
