import type { RecordedEvent } from '@sillok/journal';
import { documentApproved } from '@sillok/schemas/events/approval/document-approved';
import { stepAct } from '@sillok/schemas/events/approval/step-act';
import type { SignedStep } from '@sillok/sealing';
import type { RecordsContext } from '../context.ts';

const signed = stepAct.extend({ mode: documentApproved.data.shape.mode.optional() });

/** Every statement of the case with its signature, in the order of signing. */
export async function signedSteps(context: RecordsContext, documentId: string): Promise<readonly SignedStep[]> {
  const steps: SignedStep[] = [];
  for await (const stored of context.store.readStream(`approval_case-${documentId}`)) {
    const event = context.catalogue.decode(stored);
    const act = signed.safeParse(event.data);
    if (act.success) steps.push(await signedStep(context, event, act.data));
  }
  return steps;
}

async function signedStep(
  context: RecordsContext,
  event: RecordedEvent,
  act: ReturnType<typeof signed.parse>,
): Promise<SignedStep> {
  const { documentId, step, version, personId, principalId, mode } = act;
  const { opinion } = await context.journal.open(event);
  return {
    step,
    version,
    personId,
    principalId,
    mode,
    at: event.envelope.recordedAt,
    hasOpinion: typeof opinion === 'string' && opinion !== '',
    bytes: await context.contents.get(documentId, act.statementAddress),
    cms: await context.contents.get(documentId, act.signatureAddress),
  };
}
