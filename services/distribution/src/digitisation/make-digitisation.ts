import { sha256Hex } from '@sillok/evidence';
import { writeAsic } from '@sillok/exchange-container';
import { canonicalBytes } from '@sillok/kernel';
import type { PaperScanned } from '@sillok/schemas/events/distribution/paper-scanned';
import type { Digitisation } from '@sillok/schemas/statements/digitisation';
import { scanName } from '@sillok/schemas/vocabulary/scan';
import { sealToAffix } from '@sillok/sealing';
import { z } from 'zod';
import type { DistributionContext } from '../context.ts';

/** What sealing brought forth: where it lies, and what it is. */
export const sealedDigitisation = z.strictObject({
  sealId: z.string(),
  sealVersion: z.int(),
  digitisationAddress: z.string(),
  digitisationBytes: z.int(),
  digitisationDigest: z.string(),
});
type SealedDigitisation = z.infer<typeof sealedDigitisation>;

/** Scan and statement under the seal of the institution, with a timestamp (ASiC-E, CAdES B-T). */
export async function makeDigitisation(
  context: DistributionContext,
  scanned: PaperScanned['data'],
): Promise<SealedDigitisation> {
  const { documentId } = scanned;
  const at = context.clock.now();
  const seal = sealToAffix(await context.directory.latest(), at);
  const scan = await context.contents.get(documentId, scanned.scanAddress);
  const statement = statementOf(context, scanned, scan, at);
  const digitisation = canonicalBytes(statement);
  const container = await writeAsic({
    files: [
      { name: statement.scan.name, bytes: scan, mediaType: scanned.mediaType },
      { name: 'digitisation.json', bytes: digitisation, mediaType: 'application/json' },
    ],
    sign: (manifest) => context.sealSigner.signDigitisation({ keyId: seal.keyId, digitisation, scan, manifest, at }),
    modifiedAt: at,
  });
  return {
    sealId: seal.sealId,
    sealVersion: seal.version,
    digitisationAddress: await context.contents.put(documentId, container),
    digitisationBytes: container.length,
    digitisationDigest: sha256Hex(container),
  };
}

function statementOf(
  context: DistributionContext,
  scanned: PaperScanned['data'],
  scan: Uint8Array,
  at: string,
): Digitisation {
  const { documentId, arrivedOn, scannedAt, personId: scannedBy, process, original, mediaType, pages } = scanned;
  return {
    type: 'digitisation',
    version: 1,
    institution: context.institutionId,
    documentId,
    arrivedOn,
    scannedAt,
    scannedBy,
    process,
    original,
    scan: { name: scanName(mediaType), mediaType, bytes: scan.length, pages, sha256: sha256Hex(scan) },
    at,
    checkpoint: context.newestCheckpoint() ?? null,
  };
}
