import { SillokError } from '@sillok/kernel';
import { paperFrozen } from '@sillok/schemas/events/approval/paper-frozen';
import { stepActSealed } from '@sillok/schemas/events/approval/step-act';
import { approvalCaseStream } from '../approval-case/decide.ts';
import type { ApprovalContext } from '../context.ts';

export interface CaseDigests {
  readonly paper: string;
  readonly manifest: string;
  /** Of all statements so far, in order. */
  readonly statements: readonly string[];
}

/** Digests of what was signed and what is to be signed; they are sealed in the events, because content has a key. */
export async function sealedDigests(
  context: Pick<ApprovalContext, 'journal'>,
  documentId: string,
  version: number,
): Promise<CaseDigests> {
  const statements: string[] = [];
  let paper: string | undefined;
  let manifest: string | undefined;
  for (const event of await context.journal.eventsOf(approvalCaseStream(documentId))) {
    const opened = await context.journal.open(event);
    if ('statementDigest' in opened)
      statements.push(stepActSealed.statementDigest.schema.parse(opened['statementDigest']));
    if (event.type !== paperFrozen.type || paperFrozen.data.parse(event.data).version !== version) continue;
    paper = String(opened['paperDigest']);
    manifest = String(opened['manifestDigest']);
  }
  if (paper === undefined || manifest === undefined)
    throw new SillokError('KEY_DESTROYED', 'the paper cannot be read any more');
  return { paper, manifest, statements };
}
