import { actingPerson } from '@sillok/authority';
import { absent, ministry } from '@sillok/authority/testing';
import { eventsOf, type Folded, fold, specificationOf } from '@sillok/decider';
import { isRefusal, refuse } from '@sillok/kernel';
import { type ApprovalEvent, approvalEvents } from '@sillok/schemas/events/approval/all';
import type { StepDecision } from '@sillok/schemas/statements/step-statement';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { act, documentId, establishment, frozen, line, lineDecisions, opened } from './case-fixtures.ts';
import { approvalCaseDecider, type CaseCommand } from './decide.ts';

type Past = readonly Folded<ApprovalEvent>[];
const { given } = specificationOf(approvalCaseDecider);

/** The case after the first so many steps of its line. */
function after(count: number, past: Past = [opened(), frozen()]): Past {
  const events = [...past];
  for (const [index, decision] of lineDecisions.slice(0, count).entries()) {
    events.push(...eventsOf(given(...events).when(act(index + 1, decision))));
  }
  return events;
}

const reviewing = after(1);
const concurring = after(2);
const approving = after(3);
const established = after(4);

const edit = (step: number): CaseCommand => ({
  type: 'ModifyInReview',
  documentId,
  acting: act(step, 'reviewed').acting,
  textAddress: '9'.repeat(64),
  title: '고친 제목',
  changed: true,
});
const edited = eventsOf(given(...reviewing).when(edit(2)));
const withdraw: CaseCommand = { type: 'WithdrawSubmission', documentId, personId: 'person-officer' };
const record = (version: number): CaseCommand => ({
  type: 'RecordPaper',
  paper: frozen(version).data,
  paperDigest: 'e'.repeat(64),
  manifestDigest: 'd'.repeat(64),
});
const refusePaper = (version: number): CaseCommand => ({
  type: 'RefusePaper',
  refusal: { documentId, version, code: 'text-without-font', field: 'content' },
});
const open: CaseCommand = { type: 'OpenCase', case: opened().data, title: '제목' };

/** One of each command, as the person who comes next would give it. */
const allCommands: Readonly<Record<CaseCommand['type'], readonly CaseCommand[]>> = {
  OpenCase: [open],
  RecordPaper: [record(1), record(2)],
  RefusePaper: [refusePaper(1), refusePaper(2)],
  ActOnStep: line.flatMap(({ step }) => [
    act(step, lineDecisions[step - 1] ?? 'approved'),
    act(step, 'returned', { opinion: '이유' }),
  ]),
  ModifyInReview: line.map(({ step }) => edit(step)),
  WithdrawSubmission: [withdraw],
};
const everyCommand = Object.values(allCommands).flat();

describe('a case', () => {
  it('opens once', () => {
    expect(given().when(open)).toEqual([{ ...opened(), sealed: { title: '제목' } }]);
    expect(given(opened()).when(open)).toEqual(refuse('already-exists', 'documentId'));
  });

  it('does not exist for any other command before', () => {
    for (const command of everyCommand.filter(({ type }) => type !== 'OpenCase')) {
      expect(given().when(command)).toEqual(refuse('not-found', 'documentId'));
    }
  });

  it('waits for its paper before anybody may sign or edit', () => {
    expect(given(opened()).when(act(1, 'submitted'))).toEqual(refuse('paper-not-frozen', 'documentId'));
    expect(given(...reviewing, ...edited).when(act(2, 'reviewed', { version: 2 }))).toEqual(
      refuse('paper-not-frozen', 'documentId'),
    );
  });

  it('takes one paper for each version', () => {
    expect(given(opened()).when(record(1))).toMatchObject([{ ...frozen(), sealed: { paperDigest: 'e'.repeat(64) } }]);
    expect(given(opened(), frozen()).when(record(1))).toEqual([]);
    expect(given(opened()).when(record(2))).toEqual([]);
    expect(given(...reviewing, ...edited).when(record(1))).toEqual([]);
    expect(given(...reviewing, ...edited).when(record(2))).toHaveLength(1);
  });

  it('goes back to its drafter when no paper can be made', () => {
    const refused = eventsOf(given(opened()).when(refusePaper(1)));
    expect(refused).toMatchObject([{ data: { code: 'text-without-font', field: 'content' } }]);
    expect(given(opened(), ...refused).when(act(1, 'submitted'))).toEqual(
      refuse('case-not-open', 'documentId', { status: 'refused' }),
    );
  });
});

describe('the line of a case', () => {
  it('goes step by step to establishment', () => {
    expect(established.map((event) => event.type)).toEqual([
      'approval.CaseOpened.v1',
      'approval.PaperFrozen.v1',
      'approval.SubmissionSigned.v1',
      'approval.DocumentReviewed.v1',
      'approval.ConcurrenceGiven.v1',
      'approval.DocumentApproved.v1',
      'approval.DocumentEstablished.v1',
    ]);
  });

  it('lets nobody act but the person of the pending step', () => {
    for (const [pending, past] of [
      [1, after(0)],
      [2, reviewing],
      [3, concurring],
      [4, approving],
    ] as const) {
      for (const { step } of line.filter((one) => one.step !== pending)) {
        const decision = lineDecisions[step - 1] ?? 'approved';
        expect(given(...past).when(act(step, decision))).toEqual(refuse('step-not-pending', 'step', { pending }));
      }
      const stranger = refuse('not-the-step-person', 'person');
      expect(given(...past).when(act(pending, lineDecisions[pending - 1] ?? 'approved', { acting: stranger }))).toEqual(
        stranger,
      );
    }
  });

  it('lets each role decide only what is its own', () => {
    const own: readonly (readonly StepDecision[])[] = [
      ['submitted'],
      ['reviewed', 'returned'],
      ['concurred', 'concurred-with-dissent'],
      ['approved', 'returned'],
    ];
    const all: readonly StepDecision[] = [
      'submitted',
      'reviewed',
      'concurred',
      'concurred-with-dissent',
      'approved',
      'returned',
    ];
    for (const [index, past] of [after(0), reviewing, concurring, approving].entries()) {
      const able = all.filter(
        (decision) => !isRefusal(given(...past).when(act(index + 1, decision, { opinion: '의견' }))),
      );
      expect(able).toEqual(all.filter((decision) => own[index]?.includes(decision)));
    }
  });

  it('refuses a statement about another version', () => {
    const past: Past = [...reviewing, ...edited, frozen(2)];
    expect(given(...past).when(act(2, 'reviewed'))).toEqual(refuse('statement-outdated', 'statement'));
    expect(given(...past).when(act(2, 'reviewed', { version: 2 }))).toHaveLength(1);
  });

  it('golden example 4: a dissent needs words and does not block', () => {
    expect(given(...concurring).when(act(3, 'concurred-with-dissent'))).toEqual(refuse('opinion-required', 'opinion'));
    const dissent = eventsOf(
      given(...concurring).when(act(3, 'concurred-with-dissent', { opinion: '예산이 없습니다.' })),
    );
    expect(dissent).toMatchObject([
      { type: 'approval.ConcurrenceGivenWithDissent.v1', sealed: { opinion: '예산이 없습니다.' } },
    ]);
    expect(isRefusal(given(...concurring, ...dissent).when(act(4, 'approved')))).toBe(false);
  });
});

describe('editing in review', () => {
  it('makes a new version of a reviewer’s or approver’s hand and keeps the earlier papers', () => {
    expect(edited).toMatchObject([
      { data: { version: 2, step: 2, personId: 'person-second' }, sealed: { title: '고친 제목' } },
    ]);
    const state = fold(approvalCaseDecider, [...reviewing, ...edited, frozen(2)]);
    expect(state).toMatchObject({ status: 'in-review', version: 2, pendingStep: 2, textAddress: '9'.repeat(64) });
    expect(state.status === 'none' ? [] : state.papers.map((paper) => paper.version)).toEqual([1, 2]);
    expect(given(...approving).when(edit(4))).toMatchObject([{ data: { version: 2, step: 4 } }]);
  });

  it('row 7: a concurring officer cannot edit, but may say so', () => {
    expect(given(...concurring).when(edit(3))).toEqual(
      refuse('step-not-allowed-to-edit', 'step', { role: 'concurring-officer' }),
    );
    expect(given(...concurring).when(act(3, 'concurred', { opinion: '문구를 다듬어 주십시오.' }))).toMatchObject([
      { type: 'approval.ConcurrenceGiven.v1', sealed: { opinion: '문구를 다듬어 주십시오.' } },
    ]);
  });

  it('is not for the drafter, and nothing when nothing changed', () => {
    expect(given(...after(0)).when(edit(1))).toEqual(refuse('step-not-allowed-to-edit', 'step', { role: 'drafter' }));
    expect(given(...reviewing).when({ ...edit(2), changed: false } as CaseCommand)).toEqual(
      refuse('nothing-changed', 'content'),
    );
  });

  it('is for nobody who may not act', () => {
    const acting = refuse('absence-not-registered', 'person');
    expect(given(...reviewing).when({ ...edit(2), acting } as CaseCommand)).toEqual(acting);
  });
});

describe('returning and withdrawing', () => {
  it('row 10: a return needs its reason, ends the case, and a redraft names what it replaces', () => {
    for (const opinion of [undefined, '', ' \n']) {
      const more = opinion === undefined ? {} : { opinion };
      expect(given(...reviewing).when(act(2, 'returned', more))).toEqual(refuse('reason-required', 'opinion'));
      expect(given(...approving).when(act(4, 'returned', more))).toEqual(refuse('reason-required', 'opinion'));
    }
    const returned = eventsOf(given(...approving).when(act(4, 'returned', { opinion: '근거 규정이 다릅니다.' })));
    expect(returned).toMatchObject([
      { type: 'approval.DocumentReturned.v1', sealed: { opinion: '근거 규정이 다릅니다.' } },
    ]);
    for (const { step } of line) {
      expect(given(...approving, ...returned).when(act(step, lineDecisions[step - 1] ?? 'approved'))).toEqual(
        refuse('case-not-open', 'documentId', { status: 'returned' }),
      );
    }
    const redraft = { ...opened().data, documentId: 'document-00002', redraftOf: documentId };
    const [event] = eventsOf(given().when({ type: 'OpenCase', case: redraft, title: '제목' }));
    expect(event?.data).toMatchObject({ redraftOf: documentId });
    expect(fold(approvalCaseDecider, event === undefined ? [] : [event])).toMatchObject({ pendingStep: 1, acts: [] });
  });

  it('row 11: the drafter may withdraw until the next person acts', () => {
    const withdrawn = eventsOf(given(opened()).when(withdraw));
    expect(withdrawn).toMatchObject([{ type: 'approval.SubmissionWithdrawn.v1', data: { version: 1 } }]);
    expect(isRefusal(given(...after(0)).when(withdraw))).toBe(false);
    expect(isRefusal(given(...reviewing).when(withdraw))).toBe(false);
    expect(given(...concurring).when(withdraw)).toEqual(refuse('withdrawal-too-late', 'documentId'));
    expect(given(...reviewing, ...edited).when(withdraw)).toEqual(refuse('withdrawal-too-late', 'documentId'));
    expect(given(opened(), ...withdrawn).when(withdraw)).toEqual(
      refuse('case-not-open', 'documentId', { status: 'withdrawn' }),
    );
    expect(given(...reviewing, ...withdrawn).when(act(2, 'reviewed'))).toEqual(
      refuse('case-not-open', 'documentId', { status: 'withdrawn' }),
    );
  });

  it('lets nobody withdraw but the drafter', () => {
    expect(given(...reviewing).when({ ...withdraw, personId: 'person-second' } as CaseCommand)).toEqual(
      refuse('not-the-drafter', 'person'),
    );
  });

  it('keeps a paper that comes too late out of a case that was withdrawn meanwhile', () => {
    const withdrawn = eventsOf(given(opened()).when(withdraw));
    expect(given(opened(), ...withdrawn).when(record(1))).toEqual([]);
    expect(given(opened(), ...withdrawn).when(refusePaper(1))).toEqual([]);
  });
});

describe('proxy approval', () => {
  const at = '2026-11-22T01:00:00.000Z';
  const leave = absent('division', ['second'], '2026-11-20T00:00:00.000Z', '2026-11-25T00:00:00.000Z');
  const approver = line[3];
  if (approver === undefined) throw new Error('the line has an approver');
  const important: Past = after(3, [
    opened({ classification: { ...opened().data.classification, important: true } }),
    frozen(),
  ]);
  const byProxy = (directory: ReturnType<typeof ministry>, past: Past, when = at) =>
    given(...past).when(act(4, 'approved', { acting: actingPerson(directory, approver, 'person-second', when) }));

  it('row 13: a deputy approves only in a registered absence, and must report an important matter afterwards', () => {
    expect(byProxy(ministry(), approving)).toEqual(refuse('not-the-step-person', 'person'));
    expect(byProxy(ministry(leave), approving, '2026-11-19T00:00:00.000Z')).toEqual(
      refuse('absence-not-registered', 'person'),
    );
    const approved = eventsOf(byProxy(ministry(leave), approving));
    expect(approved.map((event) => event.type)).not.toContain('approval.PostReportRequired.v1');
    const events = eventsOf(byProxy(ministry(leave), important));
    expect(events.map((event) => event.type)).toEqual([
      'approval.DocumentApproved.v1',
      'approval.DocumentEstablished.v1',
      'approval.PostReportRequired.v1',
    ]);
    expect(events[2]?.data).toEqual({ documentId, proxyId: 'person-second', principalId: 'person-division' });
  });

  it('golden examples 2 and 3: whoever signed is named with whom they stood in for; the absent are not', () => {
    const [approved, comes] = eventsOf(byProxy(ministry(leave), approving));
    expect(approved?.data).toMatchObject({ personId: 'person-second', principalId: 'person-division' });
    expect(comes?.data).toMatchObject({ approverId: 'person-second' });
  });

  it('asks no report of an approver who decides an important matter', () => {
    const events = eventsOf(given(...important).when(act(4, 'approved')));
    expect(events.map((event) => event.type)).not.toContain('approval.PostReportRequired.v1');
  });
});

describe('establishment', () => {
  it('pins all that numbering needs', () => {
    const [approved, comes] = eventsOf(given(...approving).when(act(4, 'approved')));
    expect(approved).toMatchObject({ data: { mode: 'delegated', step: 4, version: 1 } });
    expect(comes).toEqual({
      type: 'approval.DocumentEstablished.v1',
      data: {
        documentId,
        at: establishment.at,
        version: 1,
        unitId: 'unit-division',
        drafterId: 'person-officer',
        approverId: 'person-division',
        outgoing: true,
        classification: opened().data.classification,
        register: establishment.register,
        textAddress: opened().data.textAddress,
        paperAddress: frozen().data.paperAddress,
        manifestAddress: frozen().data.manifestAddress,
        packDigest: opened().data.packDigest,
      },
      sealed: { title: establishment.title, paperDigest: establishment.paperDigest },
    });
  });

  it('pins text and paper of the version that was approved', () => {
    const past: Past = [...approving, ...eventsOf(given(...approving).when(edit(4))), frozen(2)];
    const [, comes] = eventsOf(given(...past).when(act(4, 'approved', { version: 2 })));
    expect(comes?.data).toMatchObject({ version: 2, textAddress: '9'.repeat(64), paperAddress: '2'.repeat(64) });
  });

  it('does not happen where something would make numbering fail', () => {
    const refusal = refuse('form-unknown', 'form');
    expect(given(...approving).when(act(4, 'approved', { establishment: refusal }))).toEqual(refusal);
  });

  it('row 17: every command on an established case is refused', () => {
    expect(Object.keys(allCommands).sort()).toEqual(
      ['ActOnStep', 'ModifyInReview', 'OpenCase', 'RecordPaper', 'RefusePaper', 'WithdrawSubmission'].sort(),
    );
    for (const command of everyCommand) {
      const expected = command.type === 'OpenCase' ? 'already-exists' : 'already-established';
      expect(given(...established).when(command)).toEqual(refuse(expected, 'documentId'));
    }
  });
});

describe('any case', () => {
  const command = fc.constantFrom(
    ...everyCommand,
    record(3),
    act(2, 'reviewed', { version: 2 }),
    act(4, 'approved', { version: 2 }),
  );
  const play = (commands: readonly CaseCommand[]): Past => {
    const past: Folded<ApprovalEvent>[] = [];
    for (const one of commands) {
      const decision = given(...past).when(one);
      if (!isRefusal(decision)) past.push(...decision);
    }
    return past;
  };
  const ofType = (past: Past, ...types: readonly string[]) => past.filter((event) => types.includes(event.type));
  const runs = fc.array(command, { maxLength: 60 }).map((commands) => play([open, record(1), ...commands]));

  it('comes into being at most once, and nothing happens to it afterwards (I1)', () => {
    fc.assert(
      fc.property(runs, (past) => {
        const at = past.findIndex((event) => event.type === 'approval.DocumentEstablished.v1');
        if (at >= 0)
          expect(past.slice(at + 1).filter(({ type }) => type !== 'approval.PostReportRequired.v1')).toEqual([]);
      }),
    );
  });

  it('is signed in the order of its line, each time about the paper that is there (I3)', () => {
    const signed = approvalEvents.filter(
      (one) => 'statementAddress' in one.data.shape && one.type !== 'approval.DocumentReturned.v1',
    );
    fc.assert(
      fc.property(runs, (past) => {
        const acts = ofType(past, ...signed.map((one) => one.type)).map((event) => event.data);
        expect(acts.map((one) => ('step' in one ? one.step : 0))).toEqual(acts.map((_, index) => index + 1));
        for (const one of acts) {
          const papers = ofType(past, 'approval.PaperFrozen.v1').map(({ data }) =>
            'version' in data ? data.version : 0,
          );
          expect(papers).toContain('version' in one ? one.version : undefined);
        }
      }),
    );
  });

  it('is never edited by a concurring officer or the drafter (I5)', () => {
    fc.assert(
      fc.property(runs, (past) => {
        const editors = ofType(past, 'approval.DocumentModifiedInReview.v1').map(({ data }) =>
          'step' in data ? data.step : 0,
        );
        expect(editors.filter((step) => step !== 2 && step !== 4)).toEqual([]);
      }),
    );
  });
});
