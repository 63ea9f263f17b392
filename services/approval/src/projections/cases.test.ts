import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRefusal, refuse } from '@sillok/kernel';
import { startProjection } from '@sillok/projections';
import { approvalEvents } from '@sillok/schemas/events/approval/all';
import { testLog } from '@sillok/test-support';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { act, documentId, frozen, line, lineDecisions, opened } from '../approval-case/case-fixtures.ts';
import { approvalCaseDecider, approvalCaseStream, type CaseCommand } from '../approval-case/decide.ts';
import { cases } from './cases.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sillok-cases-'));
});
const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
  await rm(folder, { recursive: true });
});

const open: CaseCommand = { type: 'OpenCase', case: opened().data, title: '정보공개 청구 처리 결과 알림' };
const freeze = (version = 1): CaseCommand => ({
  type: 'RecordPaper',
  paper: frozen(version).data,
  paperDigest: 'e'.repeat(64),
  manifestDigest: 'd'.repeat(64),
});
const edit: CaseCommand = {
  type: 'ModifyInReview',
  documentId,
  acting: act(2, 'reviewed').acting,
  textAddress: '9'.repeat(64),
  title: '고친 제목',
  changed: true,
};

async function setUp() {
  const log = testLog({ definitions: approvalEvents });
  const journal = log.journal('approval');
  const start = (name: string) => {
    const { store, catalogue } = log;
    const onAlarm = ({ error }: { error?: unknown }) => expect(error).toBeUndefined();
    const projection = startProjection(cases, {
      folder: join(folder, name),
      store,
      catalogue,
      open: journal.open,
      onAlarm,
    });
    cleanUps.push(() => projection.stop());
    return projection;
  };
  const projection = start('live');
  let count = 0;
  const execute = async (command: CaseCommand) => {
    count += 1;
    const outcome = await journal.execute(
      approvalCaseDecider,
      approvalCaseStream(documentId),
      command,
      log.command(`${count}`),
    );
    if (isRefusal(outcome)) return outcome;
    await projection.reached(outcome.position);
    return 'done' as const;
  };
  return {
    execute,
    rebuilt: () => start('rebuilt'),
    projection,
    /** Everybody whose inbox shows the document. */
    inboxes: () =>
      projection.db
        .prepare(
          `SELECT s.person_id FROM step_person s JOIN document d ON d.document_id = s.document_id
           AND d.pending_step = s.step WHERE d.status = 'in-review' ORDER BY 1`,
        )
        .all()
        .map((row) => row['person_id']),
    shown: () =>
      projection.db
        .prepare('SELECT title, status, pending_step, number FROM document')
        .all()
        .map((row) => ({ ...row })),
  };
}

describe('cases', () => {
  it('row 5: each step’s inbox is empty until the step before is done, and nobody else can act', async () => {
    const { execute, inboxes } = await setUp();
    await execute(open);
    expect(inboxes()).toEqual([]);
    await execute(freeze());
    for (const { step, personId } of line) {
      expect(inboxes()).toEqual([personId]);
      for (const other of line.filter((one) => one.step !== step)) {
        const early = await execute(act(other.step, lineDecisions[other.step - 1] ?? 'approved'));
        expect(early).toEqual(refuse('step-not-pending', 'step', { pending: step }));
      }
      expect(inboxes()).toEqual([personId]);
      expect(await execute(act(step, lineDecisions[step - 1] ?? 'approved'))).toBe('done');
    }
    expect(inboxes()).toEqual([]);
  });

  it('takes an edited document out of the inbox until its new paper is there, under its new title', async () => {
    const { execute, inboxes, shown } = await setUp();
    for (const command of [open, freeze(), act(1, 'submitted'), edit]) await execute(command);
    expect(inboxes()).toEqual([]);
    expect(shown()).toEqual([{ title: '고친 제목', status: 'freezing', pending_step: 2, number: null }]);
    await execute(freeze(2));
    expect(inboxes()).toEqual(['person-second']);
  });

  it.each<[string, readonly CaseCommand[]]>([
    ['returned', [open, freeze(), act(1, 'submitted'), act(2, 'returned', { opinion: '이유' })]],
    ['withdrawn', [open, freeze(), { type: 'WithdrawSubmission', documentId, personId: 'person-officer' }]],
    ['refused', [open, { type: 'RefusePaper', refusal: { documentId, version: 1, code: 'text-without-font' } }]],
    ['established', [open, freeze(), ...lineDecisions.map((decision, index) => act(index + 1, decision))]],
  ])('shows a case as %s and in nobody’s inbox, live and rebuilt alike', async (status, commands) => {
    const { execute, inboxes, shown, projection, rebuilt } = await setUp();
    for (const command of commands) expect(await execute(command)).toBe('done');
    expect(inboxes()).toEqual([]);
    expect(shown()).toMatchObject([{ status, pending_step: null }]);
    const again = rebuilt();
    await again.caughtUp();
    expect(again.digest()).toBe(projection.digest());
  });
});
