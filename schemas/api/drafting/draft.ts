import { z } from 'zod';
import { lineStep } from '../../vocabulary/line.ts';
import { attachmentNote, draftText, partialClassification } from '../../vocabulary/official-document.ts';
import { code, id } from '../../vocabulary/primitives.ts';
import { cursor } from '../cursor.ts';

export const draftParams = z.strictObject({ documentId: id });
export const attachmentParams = z.strictObject({ documentId: id, attachmentId: id });

export const newDraft = z.strictObject({ unitId: id, redraftOf: id.optional() });
export const draftCreatedAnswer = z.strictObject({ documentId: id });

/** A whole version: what is left out is not in it. */
export const draftVersion = z.strictObject({ classification: partialClassification, text: draftText });
export const draftSavedAnswer = z.strictObject({ documentId: id, version: z.int() });

export const attachmentName = z.strictObject({
  name: z.string().min(1).max(255),
  /** RFC 6838 §4.2, without parameters. */
  mediaType: z
    .string()
    .max(127)
    .regex(/^[\w!#$&^+.-]+\/[\w!#$&^+.-]+$/)
    .optional(),
});
export const attachmentAnswer = attachmentNote.omit({ address: true });

/** Left out: the line as the delegation table has it. */
export const submission = z.strictObject({ line: z.array(lineStep).max(20).optional() });
export const submittedAnswer = z.strictObject({ documentId: id, line: z.array(lineStep) });

export const draftAnswer = z.strictObject({
  documentId: id,
  status: z.enum(['drafting', 'submitted', 'discarded']),
  unitId: id.optional(),
  version: z.int().optional(),
  redraftOf: id.optional(),
  classification: partialClassification.optional(),
  text: draftText.optional(),
  attachments: z.array(attachmentAnswer).optional(),
});

export const draftListQuery = z.strictObject({
  after: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export const draftListAnswer = z.strictObject({
  items: z.array(
    z.strictObject({ documentId: id, title: z.string().nullable(), status: z.string(), savedAt: z.string() }),
  ),
  next: z.string().optional(),
});

export const lineQuestion = z.strictObject({ unitId: id, unitTaskId: id, matter: code });
export const lineAnswer = z.strictObject({ line: z.array(lineStep), level: code, delegationRuleId: id.optional() });

export const textQuestion = z.strictObject({
  text: z.string().max(20_000),
  field: z.string().max(100).default('text'),
});
export const textAnswer = z.strictObject({ accepted: z.literal(true) });
