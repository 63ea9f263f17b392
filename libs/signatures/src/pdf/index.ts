export { type CompletionOptions, completeFields, type FieldValue } from './complete-fields.ts';
export { declareFields, type FieldPlace } from './declare-fields.ts';
export { embedSignature } from './embed-signature.ts';
export type { AppearanceSource } from './import-appearance.ts';
export type { PdfFile, PdfRevision } from './pdf-file.ts';
export { type PreparedSeal, prepareSeal, type SealOrder } from './prepare-seal.ts';
export { readPdf } from './read-pdf.ts';
