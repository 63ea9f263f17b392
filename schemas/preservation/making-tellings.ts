import type { ApprovalEvent } from '../events/approval/all.ts';
import type { DraftingEvent } from '../events/drafting/all.ts';
import { failed, type NotTold, notTold, type Telling, told } from './telling.ts';

/** Events while a document is drafted and approved. */
export const makingTellings = {
  'drafting.DraftCreated.v1': told('creation', 'A draft was begun'),
  'drafting.DraftSaved.v1': notTold('a draft is worked on; what was submitted is what counts'),
  'drafting.AttachmentAdded.v1': notTold('a draft is worked on; the attachments of what was submitted count'),
  'drafting.AttachmentRemoved.v1': notTold('a draft is worked on; the attachments of what was submitted count'),
  'drafting.DraftDiscarded.v1': notTold('nothing that was discarded as a draft becomes a record'),
  'drafting.DraftSubmitted.v1': told('creation', 'The text was submitted for approval'),
  'approval.CaseOpened.v1': notTold('it repeats the submission for those who approve'),
  'approval.SubmissionWithdrawn.v1': notTold('nobody had acted on what was withdrawn'),
  'approval.PaperFrozen.v1': told(
    'creation',
    'The file that every signer sees was made of the text (PDF/A)',
    'version',
    'pages',
  ),
  'approval.PaperRefused.v1': failed('creation', 'No file could be made of the text', 'version', 'code'),
  'approval.SubmissionSigned.v1': told('digital signature generation', 'The drafter signed', 'version', 'step'),
  'approval.DocumentReviewed.v1': told('digital signature generation', 'A reviewer signed', 'version', 'step'),
  'approval.ConcurrenceGiven.v1': told(
    'digital signature generation',
    'An officer concerned concurred and signed',
    'version',
    'step',
  ),
  'approval.ConcurrenceGivenWithDissent.v1': told(
    'digital signature generation',
    'An officer concerned signed with an opinion of dissent',
    'version',
    'step',
  ),
  'approval.DocumentApproved.v1': told(
    'digital signature generation',
    'The approver signed',
    'version',
    'step',
    'mode',
  ),
  'approval.DocumentReturned.v1': told(
    'digital signature generation',
    'The document was returned with a signed reason; earlier signatures lost their effect',
    'version',
    'step',
  ),
  'approval.DocumentModifiedInReview.v1': told('modification', 'The text was changed in review', 'version'),
  'approval.DocumentEstablished.v1': told('creation', 'The document came into being', 'version'),
  'approval.PostReportRequired.v1': notTold('a duty among persons that changes nothing of the record'),
} as const satisfies Record<ApprovalEvent['type'] | DraftingEvent['type'], Telling | NotTold>;
