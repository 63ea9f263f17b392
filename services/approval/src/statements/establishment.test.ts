import { type ActingPerson, type DirectoryState, packInForce } from '@sillok/authority';
import { ministry } from '@sillok/authority/testing';
import { sha256Hex } from '@sillok/evidence';
import type { Outcome } from '@sillok/journal';
import { isRefusal, refuse } from '@sillok/kernel';
import { inMemoryObjectStore } from '@sillok/object-store/in-memory';
import { approvalEvents } from '@sillok/schemas/events/approval/all';
import { documentEstablished } from '@sillok/schemas/events/approval/document-established';
import { type SubmittedText, submittedText } from '@sillok/schemas/vocabulary/official-document';
import { createRecordContents } from '@sillok/service-context';
import { testLog } from '@sillok/test-support';
import { describe, expect, it } from 'vitest';
import { act, documentId, frozen, lineDecisions, opened } from '../approval-case/case-fixtures.ts';
import type { Establishment } from '../approval-case/commands/act-on-step.ts';
import { approvalCaseDecider, approvalCaseStream, type CaseCommand } from '../approval-case/decide.ts';
import type { CaseInHand } from '../approval-case/state.ts';
import { establishmentOf } from './establishment.ts';
import { modeOf } from './prepare-statement.ts';
import { sealedDigests } from './sealed-digests.ts';

const stream = approvalCaseStream(documentId);
const paper = new TextEncoder().encode('%PDF-1.7 the frozen paper');
const approver: ActingPerson = { personId: 'person-division', appointmentId: 'post-division', position: '과장' };
const deputy: ActingPerson = { ...approver, principalId: 'person-division' };
const text: SubmittedText = {
  title: '정보공개 청구 처리 결과 알림',
  content: { type: 'doc', blocks: [{ type: 'paragraph', runs: [{ type: 'text', text: '알려드립니다.' }] }] },
  keywords: [],
  addressees: [],
  attachments: [],
};

/** A case before its approval, in a log with true parts; the paper's digest is sealed in it. */
async function setUp(startsAt: string) {
  const log = testLog({ definitions: approvalEvents, startsAt });
  const journal = log.journal('approval');
  const contents = createRecordContents(log.vault, inMemoryObjectStore());
  const textAddress = await contents.putJson(documentId, submittedText.parse(text));
  const execute = async (command: CaseCommand, key: string): Promise<Outcome> => {
    const outcome = await journal.execute(approvalCaseDecider, stream, command, log.command(key));
    if (isRefusal(outcome)) throw new Error(outcome.refused);
    return outcome;
  };
  await execute({ type: 'OpenCase', case: opened({ textAddress }).data, title: text.title }, 'open');
  const recorded = { paper: frozen().data, paperDigest: sha256Hex(paper), manifestDigest: 'd'.repeat(64) };
  await execute({ type: 'RecordPaper', ...recorded }, 'paper');
  for (const [index, decision] of lineDecisions.slice(0, 3).entries())
    await execute(act(index + 1, decision), decision);
  const context = { journal, contents, clock: log.clock };
  const caseInHand = async (): Promise<CaseInHand> => {
    const state = await journal.stateOf(approvalCaseDecider, stream);
    if (state.status === 'none') throw new Error('there is no case');
    return state;
  };
  return { log, context, execute, caseInHand, signed: await sealedDigests(context, documentId, 1) };
}

async function establishedBy(
  set: Awaited<ReturnType<typeof setUp>>,
  directory: DirectoryState,
): Promise<Establishment> {
  const made = await establishmentOf(set.context, await set.caseInHand(), approver, directory);
  if (isRefusal(made)) throw new Error(made.refused);
  return made;
}

describe('establishmentOf', () => {
  it('row 15: a document comes into being at the instant of its signature, with the paper that was signed', async () => {
    const set = await setUp('2026-11-22T00:59:00.000Z');
    expect(set.signed.paper).toBe(sha256Hex(paper));
    set.log.clock.moveTo('2026-11-22T01:00:00.000Z');
    const { events } = await set.execute(
      act(4, 'approved', { establishment: await establishedBy(set, ministry()) }),
      'approve',
    );
    const [approved, established] = events;
    if (approved === undefined || established === undefined) throw new Error('nothing was established');
    const { at, paperAddress, version } = documentEstablished.data.parse(established.data);
    expect(at).toBe('2026-11-22T01:00:00.000Z');
    expect(approved.envelope.recordedAt).toBe(at);
    expect([version, paperAddress]).toEqual([1, frozen().data.paperAddress]);
    expect(await set.context.journal.open(established)).toEqual({ title: text.title, paperDigest: set.signed.paper });
  });

  it('takes register and year from the pack and the civil date of the act', async () => {
    const set = await setUp('2026-12-31T15:30:00.000Z');
    expect((await establishedBy(set, ministry())).register).toEqual({
      scope: 'division',
      year: 2027,
      book: 'register',
    });
    const earlier = await setUp('2026-12-31T14:59:59.999Z');
    expect((await establishedBy(earlier, ministry())).register.year).toBe(2026);
  });

  it('refuses what numbering could not take', async () => {
    const set = await setUp('2026-11-22T01:00:00.000Z');
    const open = await set.caseInHand();
    const asked = (changed: CaseInHand, directory = ministry()) =>
      establishmentOf(set.context, changed, approver, directory);
    const withForm = { ...open.opened, classification: { ...open.opened.classification, form: 'no-such-form' } };
    expect(await asked({ ...open, opened: withForm })).toEqual(refuse('form-unknown', 'form'));
    expect(await asked({ ...open, opened: { ...open.opened, unitId: 'unit-nowhere' } })).toEqual(
      refuse('unit-unknown', 'unitId'),
    );
    const lawless = { ...ministry(), packs: [] };
    expect(packInForce(lawless, '2026-11-22')).toBeUndefined();
    expect(await asked(open, lawless)).toEqual(refuse('policy-not-in-force', 'documentId'));
  });
});

describe('modeOf', () => {
  it('golden examples 1 to 3: marks the approver’s box by level and by who signs', async () => {
    const open = await (await setUp('2026-11-22T01:00:00.000Z')).caseInHand();
    const at = '2026-11-22T01:00:00.000Z';
    const mode = (level: string, acting: ActingPerson) =>
      modeOf(
        {
          open: { ...open, opened: { ...open.opened, basis: { ...open.opened.basis, level } } },
          acting,
          directory: ministry(),
        },
        at,
      );
    expect(mode('division-head', approver)).toBe('delegated');
    expect(mode('division-head', deputy)).toBe('proxy-of-delegate');
    expect(mode('minister', deputy)).toBe('proxy');
    expect(mode('minister', approver)).toBe('own');
  });
});
