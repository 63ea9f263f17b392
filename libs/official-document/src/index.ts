export { checkContent } from './check-content.ts';
export { checkDocumentText } from './check-document-text.ts';
export { checkPaper, checkStamps } from './check-paper.ts';
export type { TextOptions } from './check-text.ts';
export { checkText } from './check-text.ts';
export type { Renderer } from './create-renderer.ts';
export { createRenderer } from './create-renderer.ts';
export type { EndWords } from './end-mark.ts';
export { endAfterAttachments, endWordsOf, withEndMark } from './end-mark.ts';
export type {
  FieldPlace,
  PaperContact,
  PaperForm,
  PaperModel,
  PaperStep,
  RenderedPaper,
  RendererIdentity,
  Stamp,
  StampModel,
} from './paper-model.ts';
export { coveredBy } from './pinned-fonts.ts';
