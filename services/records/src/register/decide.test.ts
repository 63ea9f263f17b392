import { eventsOf, fold, specificationOf } from '@sillok/decider';
import { recordRegistered } from '@sillok/schemas/events/records/record-registered';
import { testLog } from '@sillok/test-support';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RegisterRecord } from './commands/register-record.ts';
import { registerDecider, registerStream } from './decide.ts';

const { given } = specificationOf(registerDecider);
const register = { scope: '1741000', year: 2027, book: 'register' };

function registration(documentId: string, more: Partial<RegisterRecord> = {}): RegisterRecord {
  return {
    type: 'RegisterRecord',
    record: {
      documentId,
      register,
      folderId: 'folder-00001',
      unitId: 'unit-division',
      establishmentEventId: `established-${documentId}`,
      establishedAt: '2026-12-31T15:30:00.000Z',
      classification: {
        form: 'general-draft',
        language: 'ko',
        unitTaskId: 'task-disclosure',
        folderId: 'folder-00001',
        matter: 'routine',
        disclosure: { class: 'open', grounds: [] },
        important: false,
      },
      textAddress: '1'.repeat(64),
      paperAddress: '2'.repeat(64),
    },
    openingNumber: 0,
    displayPattern: '정보공개정책과-{number}',
    title: '제목',
    ...more,
  };
}

describe('register', () => {
  it('gives the first number, files in the same event and keeps the title sealed', () => {
    const [event, ...more] = eventsOf(given().when(registration('document-00001')));
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      data: { number: 1, display: '정보공개정책과-1', folderId: 'folder-00001', register },
      sealed: { title: '제목' },
    });
    expect(recordRegistered.data.parse(event?.data)).toEqual(event?.data);
  });

  it('goes on from its opening number', () => {
    const first = eventsOf(given().when(registration('document-00001', { openingNumber: 4_000 })));
    const second = eventsOf(given(...first).when(registration('document-00002', { openingNumber: 4_000 })));
    expect([...first, ...second].map((event) => event.data.number)).toEqual([4_001, 4_002]);
  });

  it('counts without gap and without double, each number being its revision’s', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(5_000), (count, openingNumber) => {
        const events = [];
        let state = fold(registerDecider, []);
        for (let index = 0; index < count; index += 1) {
          const next = registerDecider.decide(registration(`document-${index}`, { openingNumber }), state);
          state = fold(registerDecider, next, state);
          events.push(...next);
        }
        expect(events.map((event) => event.data.number)).toEqual(
          events.map((_, revision) => openingNumber + revision + 1),
        );
      }),
    );
  });

  it('gives one number for one establishment, however often and concurrently it is asked', async () => {
    const log = testLog({ definitions: [recordRegistered] });
    const stream = registerStream(register);
    const journals = [log.journal('records'), log.journal('records')];
    const asked = Array.from({ length: 30 }, (_, index) => {
      const documentId = `document-${index % 10}`;
      return journals[index % 2]?.execute(registerDecider, stream, registration(documentId), log.command(documentId));
    });
    await Promise.all(asked);
    const events = (await log.journal('records').eventsOf(stream)).map((event) =>
      recordRegistered.data.parse(event.data),
    );
    expect(events.map((event) => event.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(new Set(events.map((event) => event.documentId)).size).toBe(10);
  });

  it('has a stream for each scope, year and book', () => {
    expect(registerStream(register)).toBe('register-1741000-2027-register');
  });
});
