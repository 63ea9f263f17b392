import { type CaseOpened, caseOpened } from './case-opened.ts';
import { type ConcurrenceGiven, concurrenceGiven } from './concurrence-given.ts';
import { type ConcurrenceGivenWithDissent, concurrenceGivenWithDissent } from './concurrence-given-with-dissent.ts';
import { type DocumentApproved, documentApproved } from './document-approved.ts';
import { type DocumentEstablished, documentEstablished } from './document-established.ts';
import { type DocumentModifiedInReview, documentModifiedInReview } from './document-modified-in-review.ts';
import { type DocumentReturned, documentReturned } from './document-returned.ts';
import { type DocumentReviewed, documentReviewed } from './document-reviewed.ts';
import { type PaperFrozen, paperFrozen } from './paper-frozen.ts';
import { type PaperRefused, paperRefused } from './paper-refused.ts';
import { type PostReportRequired, postReportRequired } from './post-report-required.ts';
import { type SubmissionSigned, submissionSigned } from './submission-signed.ts';
import { type SubmissionWithdrawn, submissionWithdrawn } from './submission-withdrawn.ts';

/** Everything that can happen in `approval`. */
export const approvalEvents = [
  caseOpened,
  concurrenceGivenWithDissent,
  concurrenceGiven,
  documentApproved,
  documentEstablished,
  documentModifiedInReview,
  documentReturned,
  documentReviewed,
  paperFrozen,
  paperRefused,
  postReportRequired,
  submissionSigned,
  submissionWithdrawn,
] as const;

export type ApprovalEvent =
  | CaseOpened
  | ConcurrenceGivenWithDissent
  | ConcurrenceGiven
  | DocumentApproved
  | DocumentEstablished
  | DocumentModifiedInReview
  | DocumentReturned
  | DocumentReviewed
  | PaperFrozen
  | PaperRefused
  | PostReportRequired
  | SubmissionSigned
  | SubmissionWithdrawn;
