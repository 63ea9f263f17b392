import { type AccessionRegistered, accessionRegistered } from './accession-registered.ts';
import { type PackagePreserved, packagePreserved } from './package-preserved.ts';
import { type ReceiptIssued, receiptIssued } from './receipt-issued.ts';
import { type ReceiptSent, receiptSent } from './receipt-sent.ts';
import { type SubmissionAccepted, submissionAccepted } from './submission-accepted.ts';
import { type SubmissionArrived, submissionArrived } from './submission-arrived.ts';
import { type SubmissionDecided, submissionDecided } from './submission-decided.ts';
import { type SubmissionInspected, submissionInspected } from './submission-inspected.ts';
import { type SubmissionReturned, submissionReturned } from './submission-returned.ts';
import { type UnitDescribed, unitDescribed } from './unit-described.ts';

/** Everything that can happen in `archive`. */
export const archiveEvents = [
  accessionRegistered,
  packagePreserved,
  receiptIssued,
  receiptSent,
  submissionAccepted,
  submissionArrived,
  submissionDecided,
  submissionInspected,
  submissionReturned,
  unitDescribed,
] as const;

export type ArchiveEvent =
  | AccessionRegistered
  | PackagePreserved
  | ReceiptIssued
  | ReceiptSent
  | SubmissionAccepted
  | SubmissionArrived
  | SubmissionDecided
  | SubmissionInspected
  | SubmissionReturned
  | UnitDescribed;
