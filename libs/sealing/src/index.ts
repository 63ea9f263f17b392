export type { CompletionOrder } from './complete-paper.ts';
export { completePaper } from './complete-paper.ts';
export type {
  DigitisationRequest,
  PackageRequest,
  SealRequest,
  SignedStatement,
  SignedStep,
  TransferReceiptRequest,
} from './seal-request.ts';
export type { SealSigner } from './seal-signer.ts';
export { createSealSigner } from './seal-signer.ts';
export { sealToAffix } from './seal-to-affix.ts';
export { manifestIn, stepsIn } from './steps-in-evidence.ts';
