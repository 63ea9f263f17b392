export { addValidationData, type ValidationData } from './add-validation-data.ts';
export { type CompletionOptions, completeFields, type FieldValue } from './complete-fields.ts';
export { declareFields, type FieldPlace } from './declare-fields.ts';
export { embedSignature } from './embed-signature.ts';
export {
  type ExaminedPdf,
  type ExaminedRevision,
  type ExaminedSignature,
  examinePdf,
  questionsOfPdf,
} from './examine-pdf.ts';
export type { AppearanceSource } from './import-appearance.ts';
export { type FrozenPaper, paperQuestion } from './paper-question.ts';
export type { PdfFile, PdfRevision } from './pdf-file.ts';
export { type PreparedSeal, prepareSeal, type SealOrder, signedRanges } from './prepare-seal.ts';
export { prepareTimestamp, type TimestampOrder } from './prepare-timestamp.ts';
export { readPdf } from './read-pdf.ts';
export type { RevisionAct } from './revision-change.ts';
