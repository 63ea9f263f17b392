export { type Anchors, type NewestCheckpoint, noAnchors } from './anchors.ts';
export { isSame, strictText } from './exact-bytes.ts';
export { linesOf, readEnvelope } from './read-log-lines.ts';
export { verifyAcknowledgement, verifyAcknowledgements } from './verify-acknowledgement.ts';
export { type CheckpointVerdict, newestQuestions, treeQuestion, verifyCheckpoint } from './verify-checkpoint.ts';
export { type DigitisationVerdict, isDigitisationContainer, verifyDigitisation } from './verify-digitisation.ts';
export { type DocumentFiles, type DocumentVerdict, verifyDocument } from './verify-document.ts';
export { type EvidenceVerdict, fileNamed, statementsIn, verifyContainer, verifyEvidence } from './verify-evidence.ts';
export { isExchangeContainer, verifyExchange } from './verify-exchange.ts';
export { type HistoryFiles, type HistoryVerdict, verifyHistory } from './verify-history.ts';
export { type ExportedLog, type LogVerdict, verifyLog } from './verify-log.ts';
export { indexOfProof, type ProofSubject, type ProofVerdict, verifyLogProof } from './verify-log-proof.ts';
export { verifyManifest } from './verify-manifest.ts';
export { type PackageVerdict, verifyPackage } from './verify-package.ts';
export { type SealedPdfVerdict, verifySealedPdf } from './verify-sealed-pdf.ts';
export { type SignedStatement, type StatementVerdict, verifyStatement } from './verify-statement.ts';
export {
  answersOfSubmission,
  type ReceiptSubject,
  type TransferReceiptVerdict,
  verifyTransferReceipt,
  verifyTransferReceipts,
} from './verify-transfer-receipt.ts';
