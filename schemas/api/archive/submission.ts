import { z } from 'zod';
import { transferReceiptKind } from '../../statements/transfer-receipt.ts';
import { code, id, instant, line, objectAddress, sha256 } from '../../vocabulary/primitives.ts';
import { mostItems } from '../../vocabulary/transferred-items.ts';
import { cursor } from '../cursor.ts';

export const submissionParams = z.strictObject({ transferId: id });
export const submissionReceiptParams = submissionParams.extend({ kind: transferReceiptKind });
export const packageParams = z.strictObject({ packageId: id });

export const submissionStatus = z.enum(['arrived', 'inspected', 'decided', 'accepted', 'preserved', 'returned']);
export type SubmissionStatus = z.infer<typeof submissionStatus>;

export const submissionListQuery = z.strictObject({
  status: submissionStatus.optional(),
  after: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const submissionItem = z.strictObject({
  documentId: id,
  title: z.string().nullable(),
  /** A finding of it bars acceptance. */
  blocking: z.boolean(),
  codes: z.array(z.string()),
  outcome: z.enum(['pending', 'accepted', 'returned']),
});

export const submissionAnswer = z.strictObject({
  transferId: id,
  senderId: code,
  folderId: id,
  status: submissionStatus,
  arrivedAt: instant,
  previousTransferId: id.nullable(),
  packageSha256: sha256,
  packageCodes: z.array(z.string()),
  items: z.array(submissionItem),
  decidedBy: id.nullable(),
  /** Which decision this is: whoever confirms names it, so that nobody confirms what they have not seen. */
  decision: objectAddress.nullable(),
  accession: z.string().nullable(),
  packageId: id.nullable(),
  receipts: z.array(transferReceiptKind),
  events: z.array(z.strictObject({ id: z.string(), type: z.string(), at: instant })),
});

export const submissionListAnswer = z.strictObject({
  items: z.array(
    submissionAnswer.pick({ transferId: true, senderId: true, status: true, arrivedAt: true, accession: true }),
  ),
  next: z.string().optional(),
});

/** One line of the inspection's report: the check, what it found, where, and whether it bars acceptance. */
export const inspectionFinding = z.strictObject({
  code: z.string().max(64),
  /** Null for what concerns the package as a whole. */
  documentId: id.nullable(),
  path: z.string(),
  message: z.string(),
  blocking: z.boolean(),
});
export type InspectionFinding = z.infer<typeof inspectionFinding>;

export const inspectionReport = z.strictObject({
  transferId: id,
  checks: z.array(z.strictObject({ check: z.string(), done: z.int(), found: z.int() })),
  findings: z.array(inspectionFinding),
});
export type InspectionReport = z.infer<typeof inspectionReport>;

/** One answer for each item; `codes` and `reason` say why one goes back, or why a finding is let pass. */
export const submissionDecision = z.strictObject({
  items: z
    .array(
      z.strictObject({
        documentId: id,
        outcome: z.enum(['accepted', 'returned']),
        codes: z.array(code).max(50).default([]),
        reason: line.optional(),
      }),
    )
    .min(1)
    .max(mostItems),
});

export const submissionConfirmation = z.strictObject({ decision: objectAddress });

export const submissionDone = z.strictObject({ transferId: id, status: submissionStatus });
