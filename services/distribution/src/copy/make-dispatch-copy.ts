import { dateAt, type Seal } from '@sillok/authority';
import { readAsic } from '@sillok/exchange-container';
import { SillokError } from '@sillok/kernel';
import { completePaper, manifestIn, stepsIn } from '@sillok/sealing';
import { embedSignature, signedRanges } from '@sillok/signatures/pdf';
import type { DistributionContext } from '../context.ts';
import { lawOfDispatch } from '../reading/law-of-dispatch.ts';
import type { OutgoingRow } from '../reading/reading-outgoing.ts';

export interface CopyOrder {
  readonly outgoing: OutgoingRow;
  readonly seal: Seal;
  /** Absent where the visible seal is left out. */
  readonly omitted: boolean;
  /** When the dispatch was ordered: the date on the paper. */
  readonly at: string;
}

/** The dispatch copy, sealed and time-stamped (PAdES B-T), and how to have a container sealed for the same reasons. */
export async function makeDispatchCopy(context: DistributionContext, order: CopyOrder) {
  const { outgoing, seal, omitted, at } = order;
  const { registration, evidenceAddress, documentId } = outgoing;
  if (registration === undefined || evidenceAddress === undefined) {
    throw new SillokError('dispatch-not-ready', 'there is no record copy yet', { field: 'documentId' });
  }
  const { files } = await readAsic(await context.contents.get(documentId, evidenceAddress));
  const statements = stepsIn(files);
  const paper = await context.contents.get(documentId, registration.paperAddress);
  const { display, establishedAt, classification } = registration;
  const law = await lawOfDispatch(context, at);
  const words = omitted ? { omitted: law.omittedSeal(classification.language) } : {};
  const now = context.clock.now();
  const prepared = await completePaper(
    { directory: await context.directory.latest(), renderer: context.renderer },
    {
      display,
      establishedAt,
      classification,
      manifest: manifestIn(files),
      paper,
      steps: statements,
      seal,
      at: now,
      dispatch: { at, ...words },
    },
  );
  const content = signedRanges(prepared);
  const request = { keyId: seal.keyId, paper, statements, sentence: display, at: now };
  const copy = embedSignature(prepared, await context.sealSigner.sign({ ...request, kind: 'pdf', content }));
  const signContainer = (bytes: Uint8Array) =>
    context.sealSigner.sign({ ...request, kind: 'container', content: [bytes] });
  return { copy, signContainer, registration, sealedAt: now };
}

/** The very version that was affixed, if it still holds: a seal that ended in between seals nothing any more. */
export async function sealOf(context: DistributionContext, sealId: string, version: number): Promise<Seal> {
  const directory = await context.directory.latest();
  const on = dateAt(directory, context.clock.now());
  const seal = directory.seals.find((one) => one.sealId === sealId && one.version === version);
  const isOver = seal === undefined || (seal.retiredOn !== undefined && seal.retiredOn <= on);
  if (isOver) throw new SillokError('seal-not-valid-now', 'the seal has ended', { field: 'seal' });
  return seal;
}
