import { isRefusal, refuse } from '@sillok/kernel';
import type { DirectoryAct } from '@sillok/schemas/events/directory/all';
import type { LineStep } from '@sillok/schemas/vocabulary/line';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actingPerson, approvalModeOf, principalsOf } from './acting-person.ts';
import { absent, appointed, ministry } from './testing/ministry.ts';

const step: LineStep = {
  step: 2,
  role: 'approver',
  personId: 'person-division',
  appointmentId: 'post-division',
  unitId: 'unit-division',
  position: '과장',
};
const from = '2026-03-02T00:00:00.000Z';
const until = '2026-03-06T00:00:00.000Z';
const at = '2026-03-03T00:00:00.000Z';
const leave = absent('division', ['second', 'officer'], from, until);
const ended: DirectoryAct = {
  type: 'directory.AppointmentEnded.v1',
  data: { appointmentId: 'post-division', on: '2026-03-03' },
};
const acting = (who: string, more: readonly DirectoryAct[] = [], when = at) =>
  actingPerson(ministry(...more), step, `person-${who}`, when);

describe('actingPerson', () => {
  it('is the person of the step, by the post that the line names', () => {
    expect(acting('division')).toEqual({
      personId: 'person-division',
      appointmentId: 'post-division',
      position: '과장',
    });
  });

  it('is nobody else while that person is there', () => {
    expect(acting('officer')).toEqual(refuse('not-the-step-person', 'person'));
  });

  it('is nobody once that post has ended, even if the person has another', () => {
    const moved = [ended, appointed('elsewhere', 'budget', 'division-head', '예산과장')];
    expect(acting('division', moved)).toEqual(refuse('authority-not-found', 'person', { level: '과장' }));
  });

  it('is the first deputy during a registered absence, and then not the absent person', () => {
    expect(acting('second', [leave])).toEqual({
      personId: 'person-second',
      appointmentId: 'post-second',
      position: '사무관',
      principalId: 'person-division',
      absenceId: 'absence-division',
    });
    expect(acting('division', [leave])).toEqual(refuse('not-the-step-person', 'person'));
    expect(acting('officer', [leave])).toEqual(refuse('not-the-step-person', 'person'));
  });

  it('counts an absence from its first instant to just before its last', () => {
    const when = ['2026-03-01T23:59:59.999Z', from, '2026-03-05T23:59:59.999Z', until];
    const isDeputy = when.map((instant) => !isRefusal(acting('second', [leave], instant)));
    expect(isDeputy).toEqual([false, true, true, false]);
    expect(acting('second', [leave], until)).toEqual(refuse('absence-not-registered', 'person'));
  });

  it('is the next deputy when the first is absent as well or holds no post any more', () => {
    const away = absent('second', ['officer'], from, until);
    expect(acting('officer', [leave, away])).toMatchObject({ personId: 'person-officer' });
    const left: DirectoryAct = {
      type: 'directory.AppointmentEnded.v1',
      data: { appointmentId: 'post-second', on: '2026-03-01' },
    };
    expect(acting('officer', [leave, left])).toMatchObject({ personId: 'person-officer' });
    expect(acting('second', [leave, left])).toEqual(refuse('not-the-step-person', 'person'));
  });

  it('gives a deputy no power that the absent person has lost', () => {
    expect(acting('second', [leave, ended])).toEqual(refuse('authority-not-found', 'person', { level: '과장' }));
  });

  it('is at most one person at any instant, and agrees with whose inbox shows the step', () => {
    const people = ['division', 'officer', 'second', 'bureau', 'budget'] as const;
    const hour = (count: number) => new Date(Date.parse(from) + count * 3_600_000).toISOString();
    const absence = fc
      .record({
        who: fc.constantFrom(...people),
        deputies: fc.uniqueArray(fc.constantFrom(...people), { minLength: 1, maxLength: 4 }),
        begin: fc.nat(20),
        hours: fc.integer({ min: 1, max: 20 }),
      })
      .map(({ who, deputies, begin, hours }) => absent(who, deputies, hour(begin), hour(begin + hours)));
    fc.assert(
      fc.property(fc.array(absence, { maxLength: 6 }), fc.nat(40), (absences, when) => {
        const directory = ministry(...absences);
        const able = people.filter((who) => !isRefusal(actingPerson(directory, step, `person-${who}`, hour(when))));
        expect(able.length).toBeLessThanOrEqual(1);
        for (const who of people) {
          const standsIn = principalsOf(directory, `person-${who}`, hour(when)).includes(step.personId);
          const answer = actingPerson(directory, step, `person-${who}`, hour(when));
          expect(!isRefusal(answer) && answer.principalId === step.personId).toBe(standsIn);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('approvalModeOf', () => {
  it('marks the box by whose power it is and who signs', () => {
    const marks = [
      approvalModeOf(true, false),
      approvalModeOf(false, false),
      approvalModeOf(true, true),
      approvalModeOf(false, true),
    ];
    expect(marks).toEqual(['own', 'delegated', 'proxy', 'proxy-of-delegate']);
  });
});
