import { caseOpened } from '@sillok/schemas/events/approval/case-opened';
import { documentModifiedInReview } from '@sillok/schemas/events/approval/document-modified-in-review';
import { paperFrozen } from '@sillok/schemas/events/approval/paper-frozen';
import { approvalCaseStream } from '../approval-case/decide.ts';
import type { ApprovalContext } from '../context.ts';

export interface DocumentVersion {
  readonly version: number;
  readonly author: string;
  readonly at: string;
  readonly textAddress: string;
  paperSha256: string | null;
  pages: number | null;
}

/** 변경이력: every version with its author and the digest of its paper. */
export async function versionsOf(context: ApprovalContext, documentId: string): Promise<readonly DocumentVersion[]> {
  const versions: DocumentVersion[] = [];
  for (const event of await context.journal.eventsOf(approvalCaseStream(documentId))) {
    const at = event.envelope.recordedAt;
    if (event.type === caseOpened.type) {
      const { drafterId, textAddress } = caseOpened.data.parse(event.data);
      versions.push({ version: 1, author: drafterId, at, textAddress, paperSha256: null, pages: null });
    } else if (event.type === documentModifiedInReview.type) {
      const { version, personId, textAddress } = documentModifiedInReview.data.parse(event.data);
      versions.push({ version, author: personId, at, textAddress, paperSha256: null, pages: null });
    } else if (event.type === paperFrozen.type) {
      const { version, pages } = paperFrozen.data.parse(event.data);
      const { paperDigest } = await context.journal.open(event);
      const known = versions.find((one) => one.version === version);
      if (known !== undefined) Object.assign(known, { pages, paperSha256: paperDigest ?? null });
    }
  }
  return versions;
}
