import { z } from 'zod';
import { stepDecision } from '../../statements/step-statement.ts';
import { lineStep } from '../../vocabulary/line.ts';
import { classification, documentText, submittedText } from '../../vocabulary/official-document.ts';
import { id, instant, sha256 } from '../../vocabulary/primitives.ts';
import { cursor } from '../cursor.ts';
import { signatureGiven, toBeSigned } from '../signing.ts';

export const caseParams = z.strictObject({ documentId: id });
export const versionQuery = z.strictObject({ version: z.coerce.number().int().min(1).optional() });
export const attachmentParams = z.strictObject({ documentId: id, attachmentId: id });

export const statementOrder = z.strictObject({
  decision: stepDecision,
  opinion: z.string().trim().max(2_000).optional(),
});

export const statementAnswer = z.strictObject({ statementId: sha256, ...toBeSigned });
export const actOrder = z.strictObject({ statementId: sha256, ...signatureGiven });

export const caseStatus = z.enum([
  'freezing',
  'in-review',
  'returned',
  'withdrawn',
  'refused',
  'established',
  'registered',
]);

export const actAnswer = z.strictObject({
  documentId: id,
  status: caseStatus,
  /** The registration number as people write it; null says: number pending. */
  number: z.string().nullable(),
});

export const editOrder = z.strictObject({ text: documentText });
export const editAnswer = z.strictObject({ documentId: id, version: z.int() });

export const caseAct = z.strictObject({
  step: z.int(),
  version: z.int(),
  decision: z.string(),
  personId: id,
  person: z.string().nullable(),
  principalId: id.optional(),
  opinion: z.string().optional(),
  at: instant,
});

export const caseAnswer = z.strictObject({
  documentId: id,
  title: z.string().nullable(),
  status: caseStatus,
  number: z.string().nullable(),
  version: z.int(),
  pendingStep: z.int().nullable(),
  redraftOf: id.optional(),
  classification,
  line: z.array(lineStep.extend({ person: z.string().nullable() })),
  acts: z.array(caseAct),
  versions: z.array(
    z.strictObject({
      version: z.int(),
      author: id,
      at: instant,
      paperSha256: sha256.nullable(),
      pages: z.int().nullable(),
    }),
  ),
});

export const textAnswer = submittedText.extend({ version: z.int(), previous: submittedText.optional() });

export const listQuery = z.strictObject({
  after: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const inboxAnswer = z.strictObject({
  items: z.array(
    z.strictObject({
      documentId: id,
      title: z.string().nullable(),
      step: z.int(),
      role: z.string(),
      principalId: id.optional(),
      since: instant,
    }),
  ),
  next: z.string().optional(),
});

export const caseListAnswer = z.strictObject({
  items: z.array(
    z.strictObject({
      documentId: id,
      title: z.string().nullable(),
      status: caseStatus,
      number: z.string().nullable(),
      changedAt: instant,
    }),
  ),
  next: z.string().optional(),
});
