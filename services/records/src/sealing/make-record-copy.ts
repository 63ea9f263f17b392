import { sha256Hex } from '@sillok/evidence';
import { writeAsic } from '@sillok/exchange-container';
import type { RecordedEvent } from '@sillok/journal';
import { canonicalBytes, type Json, SillokError } from '@sillok/kernel';
import { documentEstablished } from '@sillok/schemas/events/approval/document-established';
import type { RecordRegistered } from '@sillok/schemas/events/records/record-registered';
import { completePaper, type SignedStep, sealToAffix } from '@sillok/sealing';
import { embedSignature, signedRanges } from '@sillok/signatures/pdf';
import { z } from 'zod';
import type { RecordsContext } from '../context.ts';
import { signedSteps } from './signed-statements.ts';

/** What sealing brought forth: where it lies, and what it is. */
export const recordCopy = z.strictObject({
  sealId: z.string(),
  sealVersion: z.int(),
  recordCopyAddress: z.string(),
  recordCopyBytes: z.int(),
  evidenceAddress: z.string(),
  recordCopyDigest: z.string(),
});
export type RecordCopy = z.infer<typeof recordCopy>;

/** The paper completed and sealed (PAdES B-T), and beside it the evidence container (ASiC-E) that stands alone. */
export async function makeRecordCopy(
  context: RecordsContext,
  registered: RecordedEvent,
  record: RecordRegistered['data'],
): Promise<RecordCopy> {
  const { documentId } = record;
  const at = context.clock.now();
  const directory = await context.directory.latest();
  const seal = sealToAffix(directory, at);
  const { paperAddress, manifestAddress } = await establishmentOf(context, record);
  const paper = await context.contents.get(documentId, paperAddress);
  const manifest = await context.contents.getJson(documentId, manifestAddress);
  const steps = await signedSteps(context, documentId);
  const { display, establishedAt, classification } = record;
  const order = { display, establishedAt, classification, manifest, paper, steps, seal, at };
  const prepared = await completePaper({ directory, renderer: context.renderer }, order);
  const ranges = signedRanges(prepared);
  const request = { keyId: seal.keyId, paper, statements: steps, sentence: record.display, at };
  const sealed = embedSignature(prepared, await context.sealSigner.sign({ ...request, kind: 'pdf', content: ranges }));
  const proof = await context.proofOf(registered.envelope.id);
  const evidence = await writeAsic({
    files: evidenceFiles({ sealed, manifest, steps, proof }),
    sign: (bytes) => context.sealSigner.sign({ ...request, kind: 'container', content: [bytes] }),
    modifiedAt: at,
  });
  return {
    sealId: seal.sealId,
    sealVersion: seal.version,
    recordCopyAddress: await context.contents.put(documentId, sealed),
    recordCopyBytes: sealed.length,
    evidenceAddress: await context.contents.put(documentId, evidence),
    recordCopyDigest: sha256Hex(sealed),
  };
}

async function establishmentOf(context: RecordsContext, record: RecordRegistered['data']) {
  for await (const stored of context.store.readStream(`approval_case-${record.documentId}`)) {
    if (stored.id === record.establishmentEventId)
      return documentEstablished.data.parse(context.catalogue.decode(stored).data);
  }
  throw new SillokError('EVENT_MALFORMED', 'a registration without its establishment', {
    details: { document: record.documentId },
  });
}

interface Evidence {
  readonly sealed: Uint8Array;
  readonly manifest: unknown;
  readonly steps: readonly SignedStep[];
  readonly proof: string | undefined;
}

function evidenceFiles({ sealed, manifest, steps, proof }: Evidence) {
  const statements = steps.flatMap(({ bytes, cms }, index) => {
    const name = `statements/${String(index + 1).padStart(2, '0')}-statement`;
    return [
      { name: `${name}.json`, bytes, mediaType: 'application/json' },
      { name: `${name}.p7s`, bytes: cms, mediaType: 'application/pkcs7-signature' },
    ];
  });
  const text = (value: string) => new TextEncoder().encode(value);
  return [
    { name: 'document.pdf', bytes: sealed, mediaType: 'application/pdf' },
    // It was written as canonical JSON and read back by the JSON parser.
    { name: 'manifest.json', bytes: canonicalBytes(manifest as Json), mediaType: 'application/json' },
    ...statements,
    ...(proof === undefined
      ? []
      : [{ name: 'proof/registered.tlog-proof', bytes: text(proof), mediaType: 'text/plain' }]),
  ];
}
