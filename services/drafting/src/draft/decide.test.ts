import { eventsOf, fold, specificationOf } from '@sillok/decider';
import { isRefusal, refuse } from '@sillok/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DraftCommand, draftDecider, draftStream } from './decide.ts';
import { classification, created, documentId, drafter, saved, submit, textAddress } from './draft-fixtures.ts';
import type { DraftState } from './state.ts';

const { given } = specificationOf(draftDecider);

const attachment = { attachmentId: 'attachment-1', address: '3'.repeat(64), bytes: 3, mediaType: 'application/pdf' };
const create: DraftCommand = { type: 'CreateDraft', documentId, drafterId: drafter, unitId: 'unit-division' };
const save: DraftCommand = {
  type: 'SaveDraft',
  documentId,
  personId: drafter,
  classification,
  textAddress,
  title: '제목',
};
const add: DraftCommand = {
  type: 'AddAttachment',
  documentId,
  personId: drafter,
  attachment,
  name: 'a.pdf',
  sha256: '4'.repeat(64),
  maxCount: 2,
};
const remove: DraftCommand = { type: 'RemoveAttachment', documentId, personId: drafter, attachmentId: 'attachment-1' };
const discard: DraftCommand = { type: 'DiscardDraft', documentId, personId: drafter };
const afterCreation: readonly DraftCommand[] = [save, add, remove, discard, submit];

const added = { type: 'drafting.AttachmentAdded.v1', data: { ...attachment, documentId } } as const;
const discarded = { type: 'drafting.DraftDiscarded.v1', data: { documentId } } as const;

describe('draft', () => {
  it('begins with its drafter, its unit and what it replaces', () => {
    expect(given().when({ ...create, redraftOf: 'document-00000' })).toEqual([
      { ...created, data: { ...created.data, redraftOf: 'document-00000' } },
    ]);
    expect(given().when(create)).toEqual([created]);
  });

  it('begins once', () => {
    expect(given(created).when(create)).toEqual(refuse('already-exists', 'documentId'));
    expect(given(created, discarded).when(create)).toEqual(refuse('already-exists', 'documentId'));
  });

  it('counts its versions and keeps titles sealed', () => {
    expect(given(created, saved).when(save)).toEqual([
      { ...saved, data: { ...saved.data, version: 2 }, sealed: { title: '제목' } },
    ]);
  });

  it('takes attachments up to its limit and gives back the place of one that was removed', () => {
    const second = { ...added, data: { ...added.data, attachmentId: 'attachment-2' } };
    const [event] = eventsOf(given(created).when(add));
    expect(event).toMatchObject({ data: { ...attachment, documentId }, sealed: { name: 'a.pdf' } });
    expect(given(created, added, second).when(add)).toEqual(refuse('attachment-limit', 'attachments', { limit: 2 }));
    const removed = eventsOf(given(created, added, second).when(remove));
    expect(isRefusal(given(created, added, second, ...removed).when(add))).toBe(false);
  });

  it('refuses to remove an attachment that is not there', () => {
    expect(given(created).when(remove)).toEqual(refuse('not-found', 'attachmentId'));
  });

  it.each(afterCreation.map((command) => [command.type, command] as const))(
    'is not there for anybody but the drafter who would %s',
    (_, command) => {
      expect(given(created, saved, added).when({ ...command, personId: 'person-second' } as DraftCommand)).toEqual(
        refuse('not-found', 'documentId'),
      );
    },
  );

  it.each(afterCreation.map((command) => [command.type, command] as const))(
    'is gone for %s once discarded',
    (_, command) => {
      expect(given(created, discarded).when(command)).toEqual(refuse('not-found', 'documentId'));
      expect(given().when(command)).toEqual(refuse('not-found', 'documentId'));
    },
  );

  it.each(afterCreation.map((command) => [command.type, command] as const))(
    'refuses %s once submitted',
    (_, command) => {
      const submitted = {
        type: 'drafting.DraftSubmitted.v1' as const,
        data: {
          documentId,
          drafterId: drafter,
          unitId: 'unit-division',
          classification,
          textAddress,
          attachments: [],
          outgoing: true,
          line: [],
          basis: { level: 'division-head', directoryEventId: 'event-00001' },
          packDigest: 'a'.repeat(64),
        },
      };
      expect(given(created, saved, submitted).when(command)).toEqual(refuse('draft-already-submitted', 'documentId'));
    },
  );

  it('counts each version once and keeps to its limit, whatever order commands come in', () => {
    const command = fc.constantFrom(create, ...afterCreation);
    fc.assert(
      fc.property(fc.array(command, { maxLength: 25 }), (commands) => {
        let state = fold(draftDecider, []);
        for (const one of commands) state = after(state, draftDecider.decide(one, state));
      }),
    );
  });

  it('has a stream of its own', () => {
    expect(draftStream(documentId)).toBe('draft-document-00001');
  });
});

function after(state: DraftState, decision: ReturnType<typeof draftDecider.decide>): DraftState {
  if (isRefusal(decision)) return state;
  const next = fold(draftDecider, decision, state);
  const isSaved = decision.some((event) => event.type === 'drafting.DraftSaved.v1');
  if (next.status !== 'drafting') return next;
  expect(next.version).toBe((state.status === 'drafting' ? state.version : 0) + (isSaved ? 1 : 0));
  expect(next.attachments.length).toBeLessThanOrEqual(2);
  return next;
}
