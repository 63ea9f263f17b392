import { z } from 'zod';
import { documentContentSchema } from './document-content.ts';
import { code, id, language, line, objectAddress, sha256 } from './primitives.ts';

/** Open, partly open, closed (공개, 부분공개, 비공개), with the statute's grounds for anything but open. */
export const disclosure = z.strictObject({
  class: z.enum(['open', 'partial', 'closed']),
  grounds: z.array(code).max(8),
});
export type Disclosure = z.infer<typeof disclosure>;

export const addressee = z.strictObject({
  /** The institution's code where it has one; people and firms have a name only. */
  institutionId: code.optional(),
  name: line,
});

/** What the drafter writes and the approver approves; kept as an encrypted object, never in an event. */
export const documentText = z.strictObject({
  title: line,
  content: documentContentSchema,
  summary: z.string().max(2_000).optional(),
  keywords: z.array(line).max(20),
  addressees: z.array(addressee).max(200),
  via: line.optional(),
});
export type DocumentText = z.infer<typeof documentText>;

/** An attachment's bytes are an object; its name is in the manifest, not in the event. */
export const attachmentReference = z.strictObject({
  attachmentId: id,
  address: objectAddress,
  bytes: z.int().positive(),
  mediaType: z.string().max(127),
});
export type AttachmentReference = z.infer<typeof attachmentReference>;

export const attachmentNote = attachmentReference.extend({ name: z.string().min(1).max(255), sha256 });
export type AttachmentNote = z.infer<typeof attachmentNote>;

/** The text with its attachments, as it was submitted or edited in review: one object a version. */
export const submittedText = documentText.extend({ attachments: z.array(attachmentNote).max(100) });
export type SubmittedText = z.infer<typeof submittedText>;

/** How the document is classed: the form, the unit task (단위과제) with its folder, and who may see it. */
export const classification = z.strictObject({
  form: code,
  language,
  unitTaskId: id,
  folderId: id,
  /** The matter within the unit task, by which the delegation table decides. */
  matter: code,
  disclosure,
  important: z.boolean(),
});
export type Classification = z.infer<typeof classification>;

/** As far as the drafter has come. */
export const partialClassification = classification.partial();
export type PartialClassification = z.infer<typeof partialClassification>;

export const draftText = documentText.partial();
export type DraftText = z.infer<typeof draftText>;
