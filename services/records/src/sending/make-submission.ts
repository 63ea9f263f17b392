import { sha256Hex } from '@sillok/evidence';
import type { Json } from '@sillok/kernel';
import { selfInspectionFailed } from '@sillok/schemas/events/records/self-inspection-failed';
import { submissionBuilt } from '@sillok/schemas/events/records/submission-built';
import type { TransferPrepared } from '@sillok/schemas/events/records/transfer-prepared';
import { z } from 'zod';
import type { RecordsContext } from '../context.ts';
import { buildSubmission } from '../submission/build-submission.ts';
import { type InspectionFinding, selfInspect } from '../submission/self-inspect.ts';

/** What building brought forth: a package that may leave the house, or why it may not. */
export const madeSubmission = z.union([submissionBuilt.data, selfInspectionFailed.data]);
export type MadeSubmission = z.infer<typeof madeSubmission>;

/** Built, inspected by the house itself, and stored; of what fails the report is kept and the package is not. */
export async function makeSubmission(
  context: RecordsContext,
  { transferId, folderId, archivesId, agreement, previousTransferId, items }: TransferPrepared['data'],
): Promise<MadeSubmission> {
  const at = context.clock.now();
  const order = { transferId, folderId, archivesId, agreement, previousTransferId, items, at };
  const { bytes, rootMets, signature } = await buildSubmission(context, order);
  const findings = await selfInspect(bytes);
  if (findings.length > 0) {
    const reportAddress = await context.transferContents.putJson(transferId, reportOf(findings));
    return { transferId, reportAddress, codes: codesOf(findings) };
  }
  return {
    transferId,
    packageAddress: await context.transferContents.put(transferId, bytes),
    packageBytes: bytes.length,
    packageDigest: sha256Hex(bytes),
    metsDigest: sha256Hex(rootMets),
    answers: sha256Hex(Buffer.concat([rootMets, signature])),
  };
}

function reportOf(findings: readonly InspectionFinding[]): Json {
  return findings.map(({ code, path, message }) => ({ code, path, message }));
}

const most = 200;

function codesOf(findings: readonly InspectionFinding[]): string[] {
  return [...new Set(findings.map(({ code }) => code))].sort().slice(0, most);
}
